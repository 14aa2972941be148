namespace Dom.LocalHost.Running;

/// <summary>How the local host runs.</summary>
internal sealed record RunOptions
{
    /// <summary>Folder of Azurite's files and of the keys. Default <c>.dom</c>.</summary>
    public string DataFolder { get; init; } = ".dom";

    /// <summary>Port of the HTTP functions, 0 to 65535; 0 takes a free one. Default 7071.</summary>
    public int Port { get; init; } = 7071;

    /// <summary>Port of the broker's REST data plane, 0 to 65535; 0 takes a free one. Default 7072.</summary>
    public int ServiceBusPort { get; init; } = 7072;

    /// <summary>Whether it starts without the demo network, with a profile <c>default</c> only.</summary>
    public bool IsEmpty { get; init; }
}
