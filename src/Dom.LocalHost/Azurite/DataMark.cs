namespace Dom.LocalHost.Azurite;

/// <summary>What an Azurite says about whom it serves.</summary>
/// <param name="Folder">Full path of the data folder.</param>
/// <param name="Pid">Id of its process if a host of that folder started it; 0 if somebody else did.</param>
internal sealed record DataMark(string Folder, int Pid);
