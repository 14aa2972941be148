namespace Dom.LocalHost.Azurite;

/// <summary>What the local host's storage is made from.</summary>
/// <param name="DataFolder">Folder for Azurite's files, its log and its record; relative to the current folder or
/// full.</param>
/// <param name="Output">Where it tells what it starts and uses.</param>
internal sealed record LocalStorageOptions(string DataFolder, TextWriter Output)
{
    /// <summary>
    /// Connection string from local.settings.json. Null, empty or <c>UseDevelopmentStorage=true</c> (the default)
    /// stands for an Azurite on this machine; any other is used as it is.
    /// </summary>
    public string? ConnectionString { get; init; }

    /// <summary>Folder of the user's caches, where Azurite is installed.</summary>
    public string CacheFolder { get; init; } = AzuriteInstallation.DefaultCacheFolder();

    /// <summary>The ports that are looked at and taken first. Default 10000 to 10002.</summary>
    public AzuritePorts UsualPorts { get; init; } = AzuritePorts.Default;
}
