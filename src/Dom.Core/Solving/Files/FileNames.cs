namespace Dom.Core.Solving.Files;

/// <summary>What the files of a problem and of a result are called.</summary>
public static class FileNames
{
    /// <summary>The cost of a unit left unassigned.</summary>
    public const string Settings = "settings.json";

    /// <summary>What parcels cost.</summary>
    public const string Rates = "rates.csv";

    /// <summary>The locations.</summary>
    public const string Locations = "locations.csv";

    /// <summary>Units available.</summary>
    public const string Stock = "stock.csv";

    /// <summary>The orders.</summary>
    public const string Orders = "orders.csv";

    /// <summary>Their lines.</summary>
    public const string Lines = "lines.csv";

    /// <summary>Of a result: the assignments.</summary>
    public const string Plan = "plan.csv";

    /// <summary>Of a result: what the plan costs and how it came about.</summary>
    public const string Summary = "summary.json";

    /// <summary>Of a result: the prices that prove its lower bound.</summary>
    public const string Certificate = "certificate.csv";
}
