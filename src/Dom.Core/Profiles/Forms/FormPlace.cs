namespace Dom.Core.Profiles.Forms;

/// <summary>Where a value stands, for people.</summary>
/// <param name="Thing">The thing that it belongs to, such as <c>Rule 'near'</c>; empty for the profile itself.</param>
/// <param name="Words">What the value is.</param>
internal readonly record struct FormPlace(string Thing, string Words)
{
    /// <summary>A sentence about this place.</summary>
    /// <param name="text">What is said.</param>
    public string Sentence(string text) => Thing.Length == 0 ? Capital(text) + "." : $"{Thing}: {text}.";

    /// <summary>This place taken as a thing that has values of its own.</summary>
    public string AsThing => Thing.Length == 0 ? Capital(Words) : $"{Thing}, {Words}";

    /// <summary>One of several things at this place.</summary>
    /// <param name="one">What one of them is called, such as <c>tier</c>.</param>
    /// <param name="name">Which one.</param>
    public string OneOf(string one, string name) => Thing.Length == 0 ? Capital($"{one} {name}") : $"{Thing}, {one} {name}";

    private static string Capital(string text) => char.ToUpperInvariant(text[0]) + text[1..];
}
