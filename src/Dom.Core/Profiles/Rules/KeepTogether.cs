namespace Dom.Core.Profiles.Rules;

/// <summary>Lines of one order that the rule holds for come from one location, or none of them is fulfilled. Lines with the same mark in the order are kept together without a rule.</summary>
public sealed record KeepTogether : Rule;
