namespace Dom.Core.Solving.Checking;

/// <summary>What comes of checking a certificate.</summary>
public abstract record CertificateCheck
{
    private CertificateCheck()
    {
    }

    /// <summary>Handles every case.</summary>
    /// <typeparam name="T">What is made of it.</typeparam>
    /// <param name="proven">The certificate proves a bound.</param>
    /// <param name="refused">It proves nothing.</param>
    public abstract T Match<T>(Func<Proven, T> proven, Func<Refused, T> refused);

    /// <summary>The certificate proves a bound.</summary>
    /// <param name="LowerBound">No plan of the problem costs less, minor units, rounded up; below 0 where the prices are too high to prove anything.</param>
    public sealed record Proven(long LowerBound) : CertificateCheck
    {
        /// <inheritdoc/>
        public override T Match<T>(Func<Proven, T> proven, Func<Refused, T> refused) => proven(this);
    }

    /// <summary>The certificate is not one of this problem.</summary>
    /// <param name="Reason">What is wrong with it, with the value and what is allowed.</param>
    public sealed record Refused(string Reason) : CertificateCheck
    {
        /// <inheritdoc/>
        public override T Match<T>(Func<Proven, T> proven, Func<Refused, T> refused) => refused(this);
    }
}
