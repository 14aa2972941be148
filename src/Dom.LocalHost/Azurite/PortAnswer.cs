namespace Dom.LocalHost.Azurite;

/// <summary>What is behind a port.</summary>
internal enum PortAnswer
{
    /// <summary>Nothing listens.</summary>
    Nothing,

    /// <summary>The service of Azurite that was asked for.</summary>
    Azurite,

    /// <summary>Something that takes connections but does not answer in time: a stranger, or an Azurite that is
    /// saving.</summary>
    Silence,

    /// <summary>Something else.</summary>
    SomethingElse,
}
