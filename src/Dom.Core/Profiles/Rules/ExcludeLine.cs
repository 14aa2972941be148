namespace Dom.Core.Profiles.Rules;

/// <summary>Lines that are not routed: they stay unassigned with this reason, and people see to them.</summary>
public sealed record ExcludeLine : Rule;
