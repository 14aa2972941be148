using Dom.Core.Network;
using Dom.Core.Profiles.Delivery;

namespace Dom.Core.Sourcing.Delivery;

/// <summary>When the carrier of a mode delivers. It takes goods over on the first of its days that is not before they are ready; each of its days after that is a day in transit.</summary>
/// <param name="mode">What the profile sets for the mode.</param>
internal sealed class CarrierDays(ModeDelivery mode)
{
    private readonly Dictionary<(DateOnly Leaves, int Transit), DateOnly?> _days = [];

    /// <summary>The day of delivery; none where the carrier does not work within <see cref="WorkingTime.Horizon"/>.</summary>
    /// <param name="leaves">The day on which the goods are ready to leave.</param>
    /// <param name="transit">Days in transit, 0 or more; 0 arrives on the day on which the carrier takes them over.</param>
    public DateOnly? Arrives(DateOnly leaves, int transit)
    {
        if (!_days.TryGetValue((leaves, transit), out var day))
        {
            day = Count(leaves, transit);
            _days.Add((leaves, transit), day);
        }

        return day;
    }

    private DateOnly? Count(DateOnly leaves, int transit)
    {
        var left = transit;
        var last = leaves.AddDays(WorkingTime.Horizon.Days);
        for (var day = leaves; day <= last; day = day.AddDays(1))
        {
            if (!mode.RestDays.Contains(day.DayOfWeek) && !mode.Holidays.Contains(day) && left-- == 0)
            {
                return day;
            }
        }

        return null;
    }
}
