using System.CommandLine;
using System.Globalization;
using Dom.Core.Solving.Files;
using Dom.Core.Solving.Generation;
using Dom.LocalHost.Solving;

namespace Dom.LocalHost.Commands;

/// <summary><c>dom generate</c>: makes a problem and writes its files.</summary>
internal static class GenerateCommand
{
    private const string Description =
        """
        Makes a problem for 'solve': real places in the United States, Zipf's demand, orders of 1 to 6 lines by ground, by air or the same day; money in cents.
        The same options give the same files on every machine.
        """;

    /// <summary>The command.</summary>
    public static Command Create()
    {
        var orders = Required(Numbers.Whole("--orders", "N", "How many orders.", 1, GeneratorOptions.Most));
        var locations = Required(Numbers.Whole("--locations", "N", "How many locations: a few distribution centres, and stores.", 1, GeneratorOptions.Most));
        var skus = Required(Numbers.Whole("--skus", "N", "How many SKUs.", 1, GeneratorOptions.Most));
        var seed = Required(Numbers.Whole("--seed", "N", "Another seed gives another problem of the same kind.", 0, int.MaxValue));
        var contention = new Option<string>("--contention")
        {
            Description = "low: capacity for 1.8 times the orders, 12 % of SKUs scarce; high: capacity for 1.2 to 1.3 times the orders, 30 % scarce. Default: low.",
            HelpName = "low|high",
        };
        Choices.Restrict(contention, ["low", "high"]);
        var folder = new Option<string>("--out") { Description = "Folder of the problem, created where there is none.", HelpName = "PROBLEM", Required = true };
        folder.Validators.Add(parsed => FolderRules.RefuseFile(parsed, "--out"));

        var command = new Command("generate", Description) { orders, locations, skus, seed, contention, folder };
        command.Validators.Add(parsed =>
        {
            if (parsed.GetValue(locations) is { } some && parsed.GetValue(skus) is { } others && (long)some * others > ProblemGenerator.MostPairs)
            {
                parsed.AddError(string.Create(
                    CultureInfo.InvariantCulture, $"--locations times --skus is '{(long)some * others}'; allowed is at most {ProblemGenerator.MostPairs}."));
            }
        });
        command.SetAction(parsed => ExitStatus.OfFiles(() => Run(
            new GeneratorOptions
            {
                Orders = parsed.GetValue(orders)!.Value,
                Locations = parsed.GetValue(locations)!.Value,
                Skus = parsed.GetValue(skus)!.Value,
                Seed = parsed.GetValue(seed)!.Value,
                Contention = parsed.GetValue(contention) == "high" ? Contention.High : Contention.Low,
            },
            parsed.GetValue(folder)!)));
        return command;
    }

    private static Option<int?> Required(Option<int?> option)
    {
        option.Required = true;
        return option;
    }

    private static void Run(GeneratorOptions options, string path)
    {
        using var folder = ResultFolder.Open(path);
        var problem = ProblemGenerator.Generate(options);
        ProblemWriter.Write(problem, folder.Create);
        folder.Keep();
        Console.Out.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{problem.OrderCount:N0} orders with {problem.LineCount:N0} lines, {problem.LocationCount:N0} locations, "
            + $"{problem.Stock.Location.Length:N0} rows of stock: {path}"));
    }
}
