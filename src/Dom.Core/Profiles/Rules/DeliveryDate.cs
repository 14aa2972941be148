namespace Dom.Core.Profiles.Rules;

/// <summary>What is wanted by a day comes from locations that can have it there by then (<see cref="Delivery.DeliveryPolicy"/>). For orders that name no day it says nothing. Soft lateness is a cost, <see cref="Costs.LatenessCost"/>.</summary>
public sealed record DeliveryDate : Rule
{
    /// <summary>Days of grace after the requested day, 0 or more. Default 0.</summary>
    public int GraceDays { get; init; }
}
