using Azure.Data.Tables;

namespace Dom.Functions.Storage;

/// <summary>Filters over keys.</summary>
public static class TableFilter
{
    /// <summary>The rows of a partition whose keys begin with a prefix.</summary>
    /// <param name="partition">The partition.</param>
    /// <param name="prefix">A prefix that ends in an ASCII mark.</param>
    public static string Prefix(string partition, string prefix)
    {
        var end = prefix[..^1] + (char)(prefix[^1] + 1);
        return TableClient.CreateQueryFilter($"PartitionKey eq {partition} and RowKey ge {prefix} and RowKey lt {end}");
    }
}
