namespace Dom.Core.Profiles.Rules;

/// <summary>Locations that fulfil nothing while the rule holds.</summary>
public sealed record OfflineLocation : Rule;
