using System.Text.Json;

namespace Dom.Functions.Tests.TestKit;

/// <summary>Ways through documents.</summary>
internal static class JsonWalk
{
    /// <summary>The value behind some names.</summary>
    public static JsonElement At(this JsonElement element, params string[] names) => names.Aggregate(element, (value, name) => value.GetProperty(name));

    /// <summary>A text behind some names.</summary>
    public static string Text(this JsonElement element, params string[] names) => element.At(names).GetString()!;

    /// <summary>The names of an object's members, sorted.</summary>
    public static IEnumerable<string> Names(this JsonElement element) => element.EnumerateObject().Select(member => member.Name).Order(StringComparer.Ordinal);

    /// <summary>The texts of a list, sorted.</summary>
    public static IEnumerable<string> Texts(this JsonElement element) => element.EnumerateArray().Select(item => item.GetString()!).Order(StringComparer.Ordinal);
}
