using Dom.Core.Sourcing.Delivery;

namespace Dom.Core.Sourcing.Rules;

/// <summary>When goods are where the customer gets them.</summary>
internal interface IArrivals
{
    /// <summary>When a line arrives from a location.</summary>
    /// <param name="line">Index of the line.</param>
    /// <param name="location">Index of the location that sends them or hands them over.</param>
    Arrival Of(int line, int location);
}
