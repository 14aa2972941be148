namespace Dom.LocalHost.Azurite;

/// <summary>An Azurite that serves a data folder.</summary>
/// <param name="Ports">Where it listens.</param>
/// <param name="Owned">Its process when this host has to stop it; null when another one does.</param>
internal sealed record FoundAzurite(AzuritePorts Ports, AzuriteProcess? Owned);
