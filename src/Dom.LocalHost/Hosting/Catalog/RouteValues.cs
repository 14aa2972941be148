using System.Globalization;
using Microsoft.AspNetCore.Routing.Patterns;

namespace Dom.LocalHost.Hosting.Catalog;

/// <summary>Values of a route as parameters of a function.</summary>
internal static class RouteValues
{
    private static readonly Type[] Types =
        [typeof(string), typeof(int), typeof(long), typeof(bool), typeof(Guid), typeof(double), typeof(decimal), typeof(DateTime)];

    /// <summary>Whether a route has a value of a name.</summary>
    /// <param name="route">The template.</param>
    /// <param name="name">The name; case does not matter.</param>
    public static bool IsIn(string route, string name) => RoutePatternFactory.Parse(route).GetParameter(name) is not null;

    /// <summary>Whether a value can be given to a parameter.</summary>
    /// <param name="type">The parameter's type.</param>
    public static bool CanBe(Type type) => Array.IndexOf(Types, Nullable.GetUnderlyingType(type) ?? type) >= 0;

    /// <summary>A value as a parameter wants it.</summary>
    /// <param name="value">The value; null where an optional part of the route is missing.</param>
    /// <param name="type">The parameter's type.</param>
    /// <param name="converted">The value in that type.</param>
    /// <returns>False when the text is none of that type.</returns>
    public static bool TryConvert(object? value, Type type, out object? converted)
    {
        var target = Nullable.GetUnderlyingType(type) ?? type;
        converted = null;
        if (value is null)
        {
            return !type.IsValueType || target != type;
        }

        var text = Convert.ToString(value, CultureInfo.InvariantCulture)!;
        try
        {
            converted = target == typeof(Guid)
                ? Guid.Parse(text, CultureInfo.InvariantCulture)
                : Convert.ChangeType(text, target, CultureInfo.InvariantCulture);
            return true;
        }
        catch (Exception wrong) when (wrong is FormatException or OverflowException)
        {
            return false;
        }
    }
}
