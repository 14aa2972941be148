namespace Dom.LocalHost.Azurite;

/// <summary>Decides which Azurite a data folder is served by.</summary>
internal static class StorageDecider
{
    /// <summary>Decides by what listens on the usual ports.</summary>
    /// <param name="answer">What is there.</param>
    /// <param name="holder">The data folder that it was marked with; null for none.</param>
    /// <param name="dataFolder">Our data folder.</param>
    public static StorageChoice Decide(PortAnswer answer, string? holder, string dataFolder) => answer switch
    {
        PortAnswer.Nothing => StorageChoice.StartOnUsualPorts,

        // Nobody's yet: whoever started it on these ports means it to be used. Ours: we used it before.
        PortAnswer.Azurite when holder is null || IsSameFolder(holder, dataFolder) => StorageChoice.UseWhatListens,

        // Orders of two data folders must not mix. And a stranger on these ports is no reason to refuse: nothing that
        // serves this data folder has to be there.
        _ => StorageChoice.StartOnFreePorts,
    };

    /// <summary>Whether two full paths name the same folder.</summary>
    public static bool IsSameFolder(string left, string right) => string.Equals(
        left, right, OperatingSystem.IsWindows() ? StringComparison.OrdinalIgnoreCase : StringComparison.Ordinal);
}
