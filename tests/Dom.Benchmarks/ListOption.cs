using System.CommandLine;

namespace Dom.Benchmarks;

/// <summary>Options that take several values by commas.</summary>
internal static class ListOption
{
    /// <summary>An option that takes whole numbers from 0 up.</summary>
    /// <param name="name">Its name, with dashes.</param>
    /// <param name="description">What it is for.</param>
    /// <param name="byDefault">The values where it is not given.</param>
    /// <param name="least">The least number allowed.</param>
    public static Option<int[]> Numbers(string name, string description, string byDefault, int least) =>
        Create(name, description, byDefault, $"a whole number from {least}", text => int.TryParse(text, out var number) && number >= least ? number : (int?)null);

    /// <summary>An option whose values are read one by one.</summary>
    /// <typeparam name="T">What a value is.</typeparam>
    /// <param name="name">Its name, with dashes.</param>
    /// <param name="description">What it is for.</param>
    /// <param name="byDefault">The values where it is not given.</param>
    /// <param name="allowed">What a value may be, as words.</param>
    /// <param name="read">Reads one; none where it is not allowed.</param>
    public static Option<T[]> Create<T>(string name, string description, string byDefault, string allowed, Func<string, T?> read)
        where T : struct => new(name)
        {
            Description = $"{description} Several by commas.",
            DefaultValueFactory = _ => [.. byDefault.Split(',').Select(text => read(text)!.Value)],
            CustomParser = result =>
            {
                var values = new List<T>();
                foreach (var text in result.Tokens.SelectMany(token => token.Value.Split(',')))
                {
                    if (read(text) is { } value)
                    {
                        values.Add(value);
                    }
                    else
                    {
                        result.AddError($"{name} has '{text}'; allowed is {allowed}.");
                    }
                }

                return [.. values];
            },
        };
}
