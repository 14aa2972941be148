using System.Globalization;
using System.Text;

namespace Azure.Data.Tables;

/// <summary>
/// Writes values as literals of a filter. Source: REST reference of the Table service, "Querying tables and entities".
/// </summary>
internal static class ODataFilter
{
    /// <summary>A filter whose interpolated values are quoted and escaped.</summary>
    /// <param name="filter">An interpolated string; null gives null.</param>
    /// <exception cref="ArgumentException">A value has a type that filters cannot compare with.</exception>
    public static string? Create(FormattableString? filter) =>
        filter is null
            ? null
            : string.Format(
                CultureInfo.InvariantCulture,
                filter.Format,
                [.. filter.GetArguments().Select(static (value, index) => (object?)Literal(value, index))]);

    /// <summary>Text as it stands between two quotes.</summary>
    public static string Escape(string text) => text.Replace("'", "''", StringComparison.Ordinal);

    private static string Literal(object? value, int index) => value switch
    {
        null => "null",
        bool truth => truth ? "true" : "false",
        long number => Invariant($"{number}L"),
        sbyte or byte or short or ushort or int or uint or double or float or decimal => Invariant($"{value}"),
        Guid id => $"guid'{id}'",
        byte[] bytes => $"X'{Convert.ToHexString(bytes)}'",
        BinaryData data => $"X'{Convert.ToHexString(data.ToMemory().Span)}'",
        DateTimeOffset time => Invariant($"datetime'{time.UtcDateTime:yyyy-MM-dd'T'HH:mm:ss.FFFFFFF'Z'}'"),
        DateTime time => Invariant($"datetime'{time.ToUniversalTime():yyyy-MM-dd'T'HH:mm:ss.FFFFFFF'Z'}'"),
        string or char or StringBuilder => $"'{Escape(value.ToString()!)}'",
        _ => throw new ArgumentException(
            $"Argument {index} of the filter is a {value.GetType()}, which has no OData literal.", nameof(value)),
    };

    private static string Invariant(FormattableString text) => FormattableString.Invariant(text);
}
