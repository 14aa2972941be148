using System.CommandLine;

namespace Dom.Benchmarks.Solving;

/// <summary>The options that say which instances are measured.</summary>
/// <param name="sizes">The sizes by default, by commas.</param>
/// <param name="seeds">How many seeds of each by default.</param>
internal sealed class InstanceOptions(string sizes, int seeds)
{
    private readonly Option<InstanceSize[]> _sizes =
        ListOption.Create("--sizes", $"Sizes: {InstanceSize.Allowed}.", sizes, InstanceSize.Allowed, InstanceSize.Read);

    private readonly Option<int> _seeds = new("--seeds") { Description = "How many seeds of each, from 1.", DefaultValueFactory = _ => seeds };

    /// <summary>Adds them to a command.</summary>
    /// <param name="command">The command.</param>
    public void AddTo(Command command)
    {
        command.Add(_sizes);
        command.Add(_seeds);
    }

    /// <summary>The instances, size by size.</summary>
    /// <param name="parsed">The command line.</param>
    public IEnumerable<Instance> Read(ParseResult parsed) =>
        from size in parsed.GetRequiredValue(_sizes) from seed in Enumerable.Range(1, parsed.GetValue(_seeds)) select new Instance(size, seed);
}
