namespace Dom.Core.Solving.Models;

/// <summary>What a variable of the model stands for.</summary>
public enum VariableKind
{
    /// <summary>Units of a line from a location; of a line that is not splittable, whether it comes from there.</summary>
    Assigned,

    /// <summary>Units of a line that no location gives; of a line that is not splittable, whether none gives it.</summary>
    Unassigned,

    /// <summary>Whether a splittable line gets anything from a candidate that costs something by itself.</summary>
    Served,

    /// <summary>Whether a location sends an order a parcel by a mode, in a weight band.</summary>
    Parcel,

    /// <summary>Whether a location serves an order, where its parcels alone do not say so.</summary>
    Used,

    /// <summary>Whether an order that ships complete is left out.</summary>
    LeftOut,
}
