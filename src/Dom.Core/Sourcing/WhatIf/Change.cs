using System.Text.Json.Serialization;
using Dom.Core.Inventory;
using Dom.Core.Network;
using Dom.Core.Orders;
using static System.FormattableString;

namespace Dom.Core.Sourcing.WhatIf;

/// <summary>One thing that could be otherwise than it was at a sourcing. Stored without its words, which are made of it.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "change")]
[JsonDerivedType(typeof(MoreOnHand), "moreOnHand")]
[JsonDerivedType(typeof(Nearer), "nearer")]
[JsonDerivedType(typeof(Cheaper), "cheaper")]
[JsonDerivedType(typeof(HigherDayLimit), "higherDayLimit")]
[JsonDerivedType(typeof(FartherReach), "fartherReach")]
[JsonDerivedType(typeof(WithoutRule), "withoutRule")]
[JsonDerivedType(typeof(Active), "active")]
[JsonDerivedType(typeof(OffersMode), "offersMode")]
[JsonDerivedType(typeof(NotRefused), "notRefused")]
public abstract record Change
{
    private Change()
    {
    }

    /// <summary>The change in words, as the end of a sentence that begins with "It would have been chosen".</summary>
    [JsonIgnore]
    public string Words => Say();

    private protected abstract string Say();

    /// <summary>A location has more of a SKU on hand.</summary>
    /// <param name="LocationId">The location.</param>
    /// <param name="Sku">The SKU.</param>
    /// <param name="Units">How many units more, 1 or more.</param>
    public sealed record MoreOnHand(LocationId LocationId, Sku Sku, int Units) : Change
    {
        private protected override string Say() => Invariant($"with {Units} more of '{Sku}' on hand");
    }

    /// <summary>A location lies nearer to where the line goes.</summary>
    /// <param name="LocationId">The location.</param>
    /// <param name="Metres">How many metres nearer, 1 or more.</param>
    public sealed record Nearer(LocationId LocationId, int Metres) : Change
    {
        private protected override string Say() => Invariant($"if it lay {Metres / 1000.0:0.0##} km nearer");
    }

    /// <summary>A location costs less for a line than it does; the same as every other one costing more.</summary>
    /// <param name="LocationId">The location.</param>
    /// <param name="LineId">The line.</param>
    /// <param name="MinorUnits">How much less, 1 or more.</param>
    public sealed record Cheaper(LocationId LocationId, LineId LineId, long MinorUnits) : Change
    {
        private protected override string Say() => Invariant($"if it cost {MinorUnits} minor units less");
    }

    /// <summary>A location may take more on its day, by its own limits and the profile's.</summary>
    /// <param name="LocationId">The location.</param>
    /// <param name="Limit">What it may take then; what is left out stays as it is.</param>
    public sealed record HigherDayLimit(LocationId LocationId, DayLimit Limit) : Change
    {
        private protected override string Say() => "if its limit of the day were " + string.Join(
            " and ",
            new[] { (Limit.Orders, "orders"), (Limit.Lines, "lines"), (Limit.Units, "units") }.Where(part => part.Item1 is not null).Select(part => Invariant($"{part.Item1} {part.Item2}")));
    }

    /// <summary>A rule of maximum distance reaches farther.</summary>
    /// <param name="RuleId">The rule.</param>
    /// <param name="Km">How far it reaches then.</param>
    public sealed record FartherReach(string RuleId, double Km) : Change
    {
        private protected override string Say() => Invariant($"if rule '{RuleId}' reached {Km:0.###} km");
    }

    /// <summary>A rule of the profile does not hold.</summary>
    /// <param name="RuleId">The rule.</param>
    public sealed record WithoutRule(string RuleId) : Change
    {
        private protected override string Say() => $"if rule '{RuleId}' did not hold";
    }

    /// <summary>A location is active.</summary>
    /// <param name="LocationId">The location.</param>
    public sealed record Active(LocationId LocationId) : Change
    {
        private protected override string Say() => "if it were active";
    }

    /// <summary>A location offers a delivery mode.</summary>
    /// <param name="LocationId">The location.</param>
    /// <param name="Mode">The mode.</param>
    public sealed record OffersMode(LocationId LocationId, DeliveryMode Mode) : Change
    {
        private protected override string Say() => $"if it offered '{Mode}'";
    }

    /// <summary>A location has not refused a line.</summary>
    /// <param name="LocationId">The location.</param>
    /// <param name="LineId">The line.</param>
    public sealed record NotRefused(LocationId LocationId, LineId LineId) : Change
    {
        private protected override string Say() => "if it had not refused the line";
    }
}
