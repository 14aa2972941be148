using System.Collections.Immutable;

namespace Dom.Core.Messages;

/// <summary>What reading a posted document comes to: the thing, or everything that is wrong with it.</summary>
/// <typeparam name="T">The thing.</typeparam>
public abstract record Reading<T>
{
    private Reading()
    {
    }

    /// <summary>Answers each case.</summary>
    /// <typeparam name="TResult">The answer.</typeparam>
    /// <param name="read">For a document that is right.</param>
    /// <param name="refused">For one that is not.</param>
    public abstract TResult Match<TResult>(Func<Read, TResult> read, Func<Refused, TResult> refused);

    /// <summary>The document is right.</summary>
    /// <param name="Value">What it says.</param>
    public sealed record Read(T Value) : Reading<T>
    {
        /// <inheritdoc/>
        public override TResult Match<TResult>(Func<Read, TResult> read, Func<Refused, TResult> refused) => read(this);
    }

    /// <summary>The document is wrong.</summary>
    /// <param name="Faults">Everything that is wrong with it, at least one.</param>
    public sealed record Refused(ImmutableArray<Fault> Faults) : Reading<T>
    {
        /// <inheritdoc/>
        public override TResult Match<TResult>(Func<Read, TResult> read, Func<Refused, TResult> refused) => refused(this);
    }
}
