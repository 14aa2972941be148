using System.Collections.Immutable;
using Dom.Core;

namespace Dom.Functions.Operations;

/// <summary>What a caller sends with an action on an order.</summary>
public sealed record OrderActionRequest
{
    /// <summary>The caller's mark of the request: a repeat with the same mark does nothing more.</summary>
    public string? RequestId { get; init; }

    /// <summary>What is wrong with it.</summary>
    public ImmutableArray<Fault> Faults() =>
        RequestId is null || Identifier.IsPrintable(RequestId) ? [] : [new Fault("requestId", RequestId[..Math.Min(RequestId.Length, 100)], Identifier.PrintableRule)];
}
