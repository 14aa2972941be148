namespace Dom.LocalHost.Azurite;

/// <summary>What is behind a port.</summary>
internal enum PortAnswer
{
    /// <summary>Nothing listens.</summary>
    Nothing,

    /// <summary>The service of Azurite that was asked for.</summary>
    Azurite,

    /// <summary>Something else, or something that does not answer in time.</summary>
    SomethingElse,
}
