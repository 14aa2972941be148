using System.Collections.Immutable;
using Dom.Core;
using Dom.Core.Profiles.Life;
using Dom.Core.Profiles.Lint;
using Dom.Functions.Storage;

namespace Dom.Functions.Profiles;

/// <summary>What comes of an action on a profile.</summary>
public abstract record ProfileOutcome
{
    private ProfileOutcome()
    {
    }

    /// <summary>Answers each case.</summary>
    /// <typeparam name="T">The answer.</typeparam>
    /// <param name="done">It took effect, now or before.</param>
    /// <param name="missing">There is no such profile or version.</param>
    /// <param name="invalid">What was sent is wrong.</param>
    /// <param name="changed">The draft is not what the caller read.</param>
    /// <param name="refused">The state of the profile does not allow it.</param>
    /// <param name="clashing">Other profiles would decide the same lines.</param>
    /// <param name="faulty">The profile has findings that keep it from being published.</param>
    public abstract T Match<T>(
        Func<Done, T> done,
        Func<Missing, T> missing,
        Func<Invalid, T> invalid,
        Func<Changed, T> changed,
        Func<Refused, T> refused,
        Func<Clashing, T> clashing,
        Func<Faulty, T> faulty);

    /// <summary>It took effect, now or before.</summary>
    /// <param name="Profile">The profile as it is now.</param>
    /// <param name="Version">The version that came of it; of a retirement, the newest that is retired.</param>
    public sealed record Done(PublishedProfile Profile, PublishedVersion Version) : ProfileOutcome
    {
        /// <inheritdoc/>
        public override T Match<T>(Func<Done, T> done, Func<Missing, T> missing, Func<Invalid, T> invalid, Func<Changed, T> changed, Func<Refused, T> refused, Func<Clashing, T> clashing, Func<Faulty, T> faulty) => done(this);
    }

    /// <summary>There is no such profile or version.</summary>
    /// <param name="Sentence">What is not there.</param>
    public sealed record Missing(string Sentence) : ProfileOutcome
    {
        /// <inheritdoc/>
        public override T Match<T>(Func<Done, T> done, Func<Missing, T> missing, Func<Invalid, T> invalid, Func<Changed, T> changed, Func<Refused, T> refused, Func<Clashing, T> clashing, Func<Faulty, T> faulty) => missing(this);
    }

    /// <summary>What was sent is wrong.</summary>
    /// <param name="Faults">What is wrong, at least one.</param>
    public sealed record Invalid(ImmutableArray<Fault> Faults) : ProfileOutcome
    {
        /// <inheritdoc/>
        public override T Match<T>(Func<Done, T> done, Func<Missing, T> missing, Func<Invalid, T> invalid, Func<Changed, T> changed, Func<Refused, T> refused, Func<Clashing, T> clashing, Func<Faulty, T> faulty) => invalid(this);
    }

    /// <summary>The draft is not what the caller read.</summary>
    public sealed record Changed : ProfileOutcome
    {
        /// <inheritdoc/>
        public override T Match<T>(Func<Done, T> done, Func<Missing, T> missing, Func<Invalid, T> invalid, Func<Changed, T> changed, Func<Refused, T> refused, Func<Clashing, T> clashing, Func<Faulty, T> faulty) => changed(this);
    }

    /// <summary>The state of the profile does not allow it.</summary>
    /// <param name="Sentence">Why not.</param>
    /// <param name="State">The state.</param>
    /// <param name="Possible">What can be done instead.</param>
    public sealed record Refused(string Sentence, ProfileState State, ImmutableArray<string> Possible) : ProfileOutcome
    {
        /// <inheritdoc/>
        public override T Match<T>(Func<Done, T> done, Func<Missing, T> missing, Func<Invalid, T> invalid, Func<Changed, T> changed, Func<Refused, T> refused, Func<Clashing, T> clashing, Func<Faulty, T> faulty) => refused(this);
    }

    /// <summary>Other profiles would decide the same lines at the same time.</summary>
    /// <param name="Clashes">Which, at least one.</param>
    public sealed record Clashing(ImmutableArray<ScopeClash> Clashes) : ProfileOutcome
    {
        /// <inheritdoc/>
        public override T Match<T>(Func<Done, T> done, Func<Missing, T> missing, Func<Invalid, T> invalid, Func<Changed, T> changed, Func<Refused, T> refused, Func<Clashing, T> clashing, Func<Faulty, T> faulty) => clashing(this);
    }

    /// <summary>The profile has findings that keep it from being published.</summary>
    /// <param name="Findings">Which, at least one.</param>
    public sealed record Faulty(ImmutableArray<LintFinding> Findings) : ProfileOutcome
    {
        /// <inheritdoc/>
        public override T Match<T>(Func<Done, T> done, Func<Missing, T> missing, Func<Invalid, T> invalid, Func<Changed, T> changed, Func<Refused, T> refused, Func<Clashing, T> clashing, Func<Faulty, T> faulty) => faulty(this);
    }
}
