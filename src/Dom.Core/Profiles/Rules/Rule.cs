using System.Text.Json.Serialization;

namespace Dom.Core.Profiles.Rules;

/// <summary>One rule of a profile as the retailer set it: what it demands, where, for what, when, and whether it may fall.</summary>
/// <remarks>In JSON its kind stands in <c>rule</c>.</remarks>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "rule")]
[JsonDerivedType(typeof(MinimumInventory), "minimumInventory")]
[JsonDerivedType(typeof(InventoryThreshold), "inventoryThreshold")]
[JsonDerivedType(typeof(LocationPriority), "locationPriority")]
[JsonDerivedType(typeof(PartialOrders), "partialOrders")]
[JsonDerivedType(typeof(Unsplittable), "unsplittable")]
[JsonDerivedType(typeof(MinimumParcelValue), "minimumParcelValue")]
[JsonDerivedType(typeof(OfflineLocation), "offlineLocation")]
[JsonDerivedType(typeof(MaximumRejects), "maximumRejects")]
[JsonDerivedType(typeof(MaximumDistance), "maximumDistance")]
[JsonDerivedType(typeof(DailyLimit), "dailyLimit")]
[JsonDerivedType(typeof(MaximumLocationsPerLine), "maximumLocationsPerLine")]
[JsonDerivedType(typeof(KeepTogether), "keepTogether")]
[JsonDerivedType(typeof(DeliveryDate), "deliveryDate")]
[JsonDerivedType(typeof(LocalRadius), "localRadius")]
[JsonDerivedType(typeof(ExcludeLine), "excludeLine")]
public abstract record Rule
{
    /// <summary>Names it within the profile: 1 to 64 letters, digits or <c>- _ . :</c>, unique.</summary>
    public required string Id { get; init; }

    /// <summary>Whether it holds whatever happens. A soft one falls for what no location could fulfil with it. Default hard.</summary>
    public bool IsHard { get; init; } = true;

    /// <summary>Which soft rules fall first: 1, the least important, to 10. Default 5. Those of one importance fall together.</summary>
    public int Importance { get; init; } = 5;

    /// <summary>When it holds. Default always.</summary>
    public Effective Effective { get; init; }

    /// <summary>Whether it is switched off. Default no.</summary>
    public bool IsDisabled { get; init; }

    /// <summary>At which locations it holds. Default all. Rules of a whole order have no place.</summary>
    public PlaceScope At { get; init; } = PlaceScope.Everywhere;

    /// <summary>For which lines it holds. Default all.</summary>
    public ProductScope For { get; init; } = ProductScope.Everything;

    /// <summary>Whether it is on at a moment.</summary>
    /// <param name="at">The moment of the sourcing.</param>
    public bool Holds(DateTimeOffset at) => !IsDisabled && Effective.Holds(at);
}
