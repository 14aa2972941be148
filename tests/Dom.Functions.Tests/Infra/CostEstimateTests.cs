using System.Globalization;
using System.Text.RegularExpressions;
using Dom.Functions.Tests.TestKit;

namespace Dom.Functions.Tests.Infra;

/// <summary>The estimate of docs/azure.md: it starts from what was counted, and its arithmetic is right.</summary>
public sealed partial class CostEstimateTests
{
    private static readonly string Page = Repository.Read("docs/azure.md");

    [Fact]
    public void It_starts_from_what_was_counted()
    {
        // OrderCostTests holds this line against the app.
        var counted = Counted().Match(Repository.Read("docs/operations.md"));
        var said = Said().Match(Page);

        Assert.Equal([.. counted.Groups.Values.Skip(1).Select(group => group.Value)], said.Groups.Values.Skip(1).Select(group => group.Value).ToArray());
        Assert.Equal(counted.Groups[1].Value, Rows().First().Count.ToString(CultureInfo.InvariantCulture));
    }

    [Fact]
    public void It_adds_up()
    {
        Assert.All(Rows(), row => Assert.Equal(Math.Round(row.Count * row.Price, 2), row.Cost));
        Assert.Equal(Rows().Sum(row => row.Cost), decimal.Parse(Sum().Match(Page).Groups[1].Value, CultureInfo.InvariantCulture));
    }

    private static IEnumerable<(int Count, decimal Price, decimal Cost)> Rows() => Row().Matches(Page).Select(row => (
        int.Parse(row.Groups[1].Value, CultureInfo.InvariantCulture),
        decimal.Parse(row.Groups[2].Value, CultureInfo.InvariantCulture),
        decimal.Parse(row.Groups[3].Value, CultureInfo.InvariantCulture)));

    [GeneratedRegex(@"\| queue to shipped \(accept, ship\) \| (\d+) \| (\d+) \| (\d+) \|")]
    private static partial Regex Counted();

    [GeneratedRegex(@": (\d+) table operations, (\d+) messages sent, (\d+) activity calls")]
    private static partial Regex Said();

    [GeneratedRegex(@"^\| [^|*]+ \| [^|]+ \| (\d+) \| ([\d.]+) \| ([\d.]+) \|$", RegexOptions.Multiline)]
    private static partial Regex Row();

    [GeneratedRegex(@"\| \*\*sum\*\* \|[^*]*\*\*([\d.]+)\*\*")]
    private static partial Regex Sum();
}
