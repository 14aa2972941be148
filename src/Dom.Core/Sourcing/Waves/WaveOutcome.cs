using Dom.Core.Orders;

namespace Dom.Core.Sourcing.Waves;

/// <summary>What comes of writing requests as a problem of the horizon solver.</summary>
public abstract record WaveOutcome
{
    private WaveOutcome()
    {
    }

    /// <summary>Handles every case.</summary>
    /// <typeparam name="T">What is made of it.</typeparam>
    /// <param name="expressed">The problem says the same as the requests.</param>
    /// <param name="notExpressible">It cannot.</param>
    public abstract T Match<T>(Func<Expressed, T> expressed, Func<NotExpressible, T> notExpressible);

    /// <summary>The problem says the same as the requests: what a plan costs is the same, and so are the plans that are allowed.</summary>
    /// <param name="Wave">The problem.</param>
    public sealed record Expressed(WaveProblem Wave) : WaveOutcome
    {
        /// <inheritdoc/>
        public override T Match<T>(Func<Expressed, T> expressed, Func<NotExpressible, T> notExpressible) => expressed(this);
    }

    /// <summary>A problem's columns cannot hold what a request asks.</summary>
    /// <param name="OrderId">The order whose request it is, the first that was found.</param>
    /// <param name="Sentence">What it is, for people.</param>
    public sealed record NotExpressible(OrderId OrderId, string Sentence) : WaveOutcome
    {
        /// <inheritdoc/>
        public override T Match<T>(Func<Expressed, T> expressed, Func<NotExpressible, T> notExpressible) => notExpressible(this);
    }
}
