using System.Collections.Immutable;
using System.Globalization;

namespace Dom.Core.Solving.Files;

/// <summary>Files are not what their format says. Its message has a line per fault.</summary>
public sealed class FileFaultException : Exception
{
    /// <summary>Most faults that are reported: reading stops there.</summary>
    public const int MostFaults = 20;

    /// <summary>Creates the exception.</summary>
    /// <param name="faults">What is wrong, in the order found, 1 to <see cref="MostFaults"/>.</param>
    public FileFaultException(ImmutableArray<FileFault> faults)
        : base(Say(faults)) => Faults = faults;

    /// <summary>What is wrong, in the order found.</summary>
    public ImmutableArray<FileFault> Faults { get; }

    private static string Say(ImmutableArray<FileFault> faults)
    {
        var sentences = string.Join('\n', faults.Select(fault => fault.ToSentence()));
        return faults.Length < MostFaults
            ? sentences
            : string.Create(CultureInfo.InvariantCulture, $"{sentences}\nThese are the first {MostFaults} faults; reading stopped there.");
    }
}
