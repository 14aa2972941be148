namespace Dom.Benchmarks.Solving;

/// <summary>A size of problem that the documents name.</summary>
/// <param name="Letters">S, M, L, XL or XXL.</param>
/// <param name="IsHard">Whether stock and places are scarce: an <c>h</c> after the letters.</param>
internal readonly record struct InstanceSize(string Letters, bool IsHard)
{
    /// <summary>What a size's name may be, as words.</summary>
    public const string Allowed = "S, M, L, XL or XXL, with an h for scarce stock and places";

    private static readonly string[] Known = ["S", "M", "L", "XL", "XXL"];

    /// <summary>Whether even our solver takes so long that it is not run once before it is measured.</summary>
    public bool IsVeryLarge => Letters.StartsWith('X');

    /// <summary>The size of a name; none where there is no such size.</summary>
    /// <param name="name">The name.</param>
    public static InstanceSize? Read(string name)
    {
        var isHard = name.EndsWith('h');
        var letters = isHard ? name[..^1] : name;
        return Known.Contains(letters, StringComparer.Ordinal) ? new(letters, isHard) : null;
    }

    /// <inheritdoc/>
    public override string ToString() => IsHard ? Letters + "h" : Letters;
}
