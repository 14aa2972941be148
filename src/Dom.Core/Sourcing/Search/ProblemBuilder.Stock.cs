namespace Dom.Core.Sourcing.Search;

// The stock that several items want.
internal sealed partial class ProblemBuilder
{
    private Dictionary<int, int> NumberSharedSkus(int[][] groups)
    {
        var shared = new Dictionary<int, int>();
        var wantedBy = new int[_screening.SkuCount];
        foreach (var group in groups)
        {
            for (var at = 0; at < group.Length; at++)
            {
                var sku = _screening.SkuOfLine[group[at]];
                if (Array.FindIndex(group, line => _screening.SkuOfLine[line] == sku) == at && ++wantedBy[sku] == 2)
                {
                    shared.Add(sku, shared.Count);
                }
            }
        }

        return shared;
    }

    private SharedDemand[] FindShared(int[] lines, Dictionary<int, int> shared) =>
        shared.Count == 0
            ? []
            : [.. lines
                .GroupBy(line => _screening.SkuOfLine[line], line => _wanted[line])
                .Where(sku => shared.ContainsKey(sku.Key))
                .Select(sku => new SharedDemand(shared[sku.Key], sku.Sum()))];

    private int[] FindSharedUnits(Dictionary<int, int> shared)
    {
        var units = new int[shared.Count * _screening.Locations.Length];
        foreach (var (sku, number) in shared)
        {
            for (var location = 0; location < _screening.Locations.Length; location++)
            {
                units[(number * _screening.Locations.Length) + location] = _screening.UsableUnits(sku, location);
            }
        }

        return units;
    }
}
