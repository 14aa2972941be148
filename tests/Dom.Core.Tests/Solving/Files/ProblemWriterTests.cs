using System.Globalization;
using Dom.Core.Solving;
using Dom.Core.Solving.Files;
using Dom.Core.Solving.Generation;
using Dom.Core.Tests.TestKit;

namespace Dom.Core.Tests.Solving.Files;

public sealed class ProblemWriterTests
{
    private const ProblemFeatures InFiles = ProblemFeatures.All & ~(ProblemFeatures.Candidates | ProblemFeatures.DistanceCost);

    [Fact]
    public void Write_gives_what_was_read()
    {
        var folder = ProblemFiles.Small();

        var written = ProblemFiles.Write(folder.Read());

        Assert.Equal("{\n  \"unfilledUnitCost\": 4000\n}\n", written.Text(FileNames.Settings));
        foreach (var name in folder.Names.Where(name => name != FileNames.Settings))
        {
            Assert.Equal(folder.Text(name) + "\n", written.Text(name));
        }
    }

    [Fact]
    public void Read_gives_the_generated_problem_that_was_written()
    {
        var problem = ProblemGenerator.Generate(new GeneratorOptions { Orders = 300, Locations = 40, Skus = 500, Seed = 5, Contention = Contention.High });

        var read = ProblemFiles.Write(problem).Read();

        AssertSame(problem, read);
    }

    [Fact]
    public void Read_gives_random_problems_that_were_written()
    {
        for (var seed = 1; seed <= 300; seed++)
        {
            var problem = RandomProblems.Make(seed, InFiles, maxOrders: 6);

            var written = ProblemFiles.Write(problem);
            var again = ProblemFiles.Write(written.Read());

            // SKUs without stock have no row, and are numbered when a line names them: their rows move, but stay the same.
            Assert.True(
                written.Names.All(name => Rows(written, name).SequenceEqual(Rows(again, name))), string.Create(CultureInfo.InvariantCulture, $"Seed {seed} is another problem."));
        }
    }

    [Fact]
    public void Read_does_not_mind_the_order_of_rows_of_stock()
    {
        var problem = ProblemGenerator.Generate(new GeneratorOptions { Orders = 50, Locations = 30, Skus = 100, Seed = 6 });
        var folder = ProblemFiles.Write(problem);
        var rows = folder.Text(FileNames.Stock).TrimEnd('\n').Split('\n');
        new Random(1).Shuffle(rows.AsSpan(1));

        var read = folder.With(FileNames.Stock, string.Join('\n', rows)).Read();

        Assert.Equal(Slots(problem.Stock), Slots(read.Stock));
        Assert.All(Enumerable.Range(0, read.Stock.Skus.Length), sku => Assert.True(IsAscending(read.Stock, sku)));
    }

    [Theory]
    [InlineData("a,b")]
    [InlineData("\"")]
    [InlineData("a\r\nb")]
    [InlineData(" a ")]
    [InlineData("\uFEFFa")]
    [InlineData("ü雪🚚")]
    public void Read_gives_ids_that_need_quotes(string id)
    {
        var problem = ProblemFiles.Small().Read();
        (problem.Locations.Ids[1], problem.Stock.Skus[1], problem.Orders.Ids[0], problem.Lines.Ids[1]) = (id, id + "s", id + "o", id);

        var read = ProblemFiles.Write(problem).Read();

        AssertSame(problem, read);
    }

    [Fact]
    public void Read_gives_an_id_longer_than_a_buffer()
    {
        var problem = ProblemFiles.Small().Read();
        problem.Stock.Skus[0] = new string('x', 300_000);

        var read = ProblemFiles.Write(problem).Read();

        AssertSame(problem, read);
    }

    [Theory]
    [InlineData(ProblemFeatures.Candidates)]
    [InlineData(ProblemFeatures.DistanceCost)]
    internal void Write_refuses_what_files_cannot_say(ProblemFeatures feature)
    {
        var problem = Enumerable.Range(1, 20).Select(seed => RandomProblems.Make(seed, feature)).First(problem => feature == ProblemFeatures.Candidates || problem.Modes[0].CostPer100Km > 0);
        var folder = new MemoryFolder();

        Assert.Throws<ArgumentException>(() => ProblemWriter.Write(problem, folder.Create));

        Assert.Empty(folder.Names);
    }

    private static IEnumerable<string> Rows(MemoryFolder folder, string name) =>
        folder.Text(name).Split('\n').Where(row => name != FileNames.Stock || !row.EndsWith(",0", StringComparison.Ordinal)).Order(StringComparer.Ordinal);

    private static IEnumerable<(string Sku, int Location, int Available)> Slots(StockColumns stock) =>
        (from sku in Enumerable.Range(0, stock.Skus.Length)
         from slot in Enumerable.Range(stock.RowStart[sku], stock.RowStart[sku + 1] - stock.RowStart[sku])
         select (stock.Skus[sku], stock.Location[slot], stock.Available[slot])).Order();

    private static bool IsAscending(StockColumns stock, int sku)
    {
        var row = stock.Location[stock.RowStart[sku]..stock.RowStart[sku + 1]];
        return row.SequenceEqual(row.Distinct().Order());
    }

    private static void AssertSame(SourcingProblem expected, SourcingProblem actual)
    {
        Assert.Equivalent(expected.Locations, actual.Locations, strict: true);
        Assert.Equal(expected.Stock.Skus, actual.Stock.Skus);
        Assert.Equal(expected.Stock.RowStart, actual.Stock.RowStart);
        Assert.Equal(expected.Stock.Location, actual.Stock.Location);
        Assert.Equal(expected.Stock.Available, actual.Stock.Available);
        Assert.Equivalent(expected.Orders, actual.Orders, strict: true);
        Assert.Equivalent(expected.Lines, actual.Lines, strict: true);
        Assert.Equivalent(expected.Modes, actual.Modes, strict: true);
        Assert.Equal(expected.UnfilledUnitCost, actual.UnfilledUnitCost);
        Assert.Null(actual.Candidates);
    }
}
