using System.Globalization;

namespace Dom.LocalHost.Demo.Stores;

/// <summary>How stores answer offers.</summary>
internal sealed record StoreShares
{
    // Shares are typed by people: 0.8, 0.12 and 0.08 add up to a little less than 1 in binary.
    private const double Tolerance = 1e-6;

    /// <summary>Creates the shares.</summary>
    /// <param name="accept">Share of offers that are accepted, in whole or in part.</param>
    /// <param name="reject">Share of offers that are rejected.</param>
    /// <param name="silent">Share of offers that nobody answers.</param>
    /// <exception cref="ArgumentException">A share is not 0 to 1, or together they are not 1.</exception>
    public StoreShares(double accept, double reject, double silent)
    {
        if (FaultOf(accept, reject, silent) is { } fault)
        {
            throw new ArgumentException(fault);
        }

        (Accept, Reject, Silent) = (accept, reject, silent);
    }

    /// <summary>Eight in ten accept, one in eight rejects, the others say nothing.</summary>
    public static StoreShares Default { get; } = new(0.8, 0.12, 0.08);

    /// <summary>Share of offers that are accepted, in whole or in part.</summary>
    public double Accept { get; }

    /// <summary>Share of offers that are rejected.</summary>
    public double Reject { get; }

    /// <summary>Share of offers that nobody answers.</summary>
    public double Silent { get; }

    /// <summary>What is wrong with three shares, or null.</summary>
    /// <param name="accept">The first, option <c>--accept</c>.</param>
    /// <param name="reject">The second, option <c>--reject</c>.</param>
    /// <param name="silent">The third, option <c>--silent</c>.</param>
    public static string? FaultOf(double accept, double reject, double silent)
    {
        foreach (var (name, share) in new[] { ("--accept", accept), ("--reject", reject), ("--silent", silent) })
        {
            if (share is not (>= 0 and <= 1))
            {
                return string.Create(CultureInfo.InvariantCulture, $"{name} is '{share}'; allowed is a share from 0 to 1.");
            }
        }

        return Math.Abs(accept + reject + silent - 1) <= Tolerance
            ? null
            : string.Create(
                CultureInfo.InvariantCulture,
                $"--accept, --reject and --silent are '{accept}', '{reject}' and '{silent}'; allowed are shares that add up to 1, these add up to {accept + reject + silent:0.###}.");
    }
}
