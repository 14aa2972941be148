namespace Dom.LocalHost.Azurite;

/// <summary>Which Azurite a data folder is served by.</summary>
internal enum StorageChoice
{
    /// <summary>One of our own, on the ports that every tool expects.</summary>
    StartOnUsualPorts,

    /// <summary>The one that listens on those ports.</summary>
    UseWhatListens,

    /// <summary>One of our own, on whatever ports are free.</summary>
    StartOnFreePorts,
}
