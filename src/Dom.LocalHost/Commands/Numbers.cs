using System.CommandLine;
using System.Globalization;
using System.Numerics;

namespace Dom.LocalHost.Commands;

/// <summary>Options that take numbers, in one notation whatever the user's language.</summary>
internal static class Numbers
{
    /// <summary>An option that takes a whole number.</summary>
    /// <param name="name">Its name, with dashes.</param>
    /// <param name="helpName">What help calls its value.</param>
    /// <param name="description">What it is for.</param>
    /// <param name="least">The least number allowed.</param>
    /// <param name="most">The greatest number allowed.</param>
    public static Option<int?> Whole(string name, string helpName, string description, int least, int most) =>
        Create(name, helpName, description, least, most, NumberStyles.None, "a whole number");

    /// <summary>An option that takes a decimal number.</summary>
    /// <param name="name">Its name, with dashes.</param>
    /// <param name="helpName">What help calls its value.</param>
    /// <param name="description">What it is for.</param>
    /// <param name="least">The least number allowed.</param>
    /// <param name="most">The greatest number allowed.</param>
    public static Option<double?> Decimal(string name, string helpName, string description, double least, double most) =>
        Create(name, helpName, description, least, most, NumberStyles.AllowDecimalPoint | NumberStyles.AllowExponent, "a number");

    private static Option<T?> Create<T>(string name, string helpName, string description, T least, T most, NumberStyles style, string kind)
        where T : struct, INumber<T> => new(name)
        {
            Description = description,
            HelpName = helpName,
            CustomParser = result =>
            {
                var text = result.Tokens.Count == 1 ? result.Tokens[0].Value : "";
                if (T.TryParse(text, style, CultureInfo.InvariantCulture, out var number) && number >= least && number <= most)
                {
                    return number;
                }

                result.AddError(string.Create(CultureInfo.InvariantCulture, $"{name} is '{text}'; allowed is {kind} from {least} to {most}."));
                return null;
            },
        };
}
