using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using Dom.LocalHost.Demo.Stores;

namespace Dom.LocalHost.Demo;

/// <summary>The options of <c>dom demo</c>: what they are called, what they allow, and what is said where something else is given.</summary>
internal sealed class DemoSymbols
{
    private const int MostOrders = 10_000_000;

    private static readonly DemoOptions Default = new();

    private readonly Option<double> _rate = Number(
        "--rate", "ORDERS_PER_MINUTE", "Orders posted in a minute.", Default.OrdersPerMinute,
        rate => rate is > 0 and <= DemoOptions.MaxRate, string.Create(CultureInfo.InvariantCulture, $"a number above 0, at most {DemoOptions.MaxRate}"));

    private readonly Option<int> _seed = Whole("--seed", "N", "Decides the orders and what stores answer.", Default.Seed, int.MinValue, int.MaxValue);

    private readonly Option<int?> _orders = new("--orders")
    {
        HelpName = "N",
        Description = "Stop when N orders are posted and each has ended or waits. Without it, until Ctrl-C.",
        CustomParser = result => ReadWhole(result, 1, MostOrders),
    };

    private readonly Option<Uri> _url = Address("--url", "Where the host's HTTP functions are.", Default.Url);
    private readonly Option<Uri> _serviceBusUrl = Address("--servicebus-url", "Where the queue's REST data plane is.", Default.ServiceBusUrl);

    private readonly Option<string> _keys = new("--keys")
    {
        HelpName = "FILE",
        Description = "The keys.json that the host has written.",
        DefaultValueFactory = _ => Default.KeysFile,
    };

    private readonly Option<double> _accept = Share("--accept", "Share of offers that stores accept.", Default.Shares.Accept);
    private readonly Option<double> _reject = Share("--reject", "Share of offers that stores reject.", Default.Shares.Reject);
    private readonly Option<double> _silent = Share("--silent", "Share of offers that nobody answers. The three shares add up to 1.", Default.Shares.Silent);

    /// <summary>All options, in the order in which help lists them.</summary>
    public IEnumerable<Option> All => [_rate, _seed, _orders, _url, _serviceBusUrl, _keys, _accept, _reject, _silent];

    /// <summary>Refuses shares that do not add up to 1.</summary>
    /// <param name="result">The command as it was parsed.</param>
    public void CheckShares(CommandResult result)
    {
        // The parser fills in defaults only after this, so the texts are read here.
        if (Typed(result, _accept, Default.Shares.Accept) is { } accept
            && Typed(result, _reject, Default.Shares.Reject) is { } reject
            && Typed(result, _silent, Default.Shares.Silent) is { } silent
            && StoreShares.FaultOf(accept, reject, silent) is { } fault)
        {
            result.AddError(fault);
        }
    }

    /// <summary>What the options say, where nothing is wrong with them.</summary>
    /// <param name="parsed">The command line.</param>
    public DemoOptions Read(ParseResult parsed) => new()
    {
        OrdersPerMinute = parsed.GetValue(_rate),
        Seed = parsed.GetValue(_seed),
        Orders = parsed.GetValue(_orders),
        Url = parsed.GetRequiredValue(_url),
        ServiceBusUrl = parsed.GetRequiredValue(_serviceBusUrl),
        KeysFile = parsed.GetRequiredValue(_keys),
        Shares = new StoreShares(parsed.GetValue(_accept), parsed.GetValue(_reject), parsed.GetValue(_silent)),
    };

    /// <summary>A share as it was typed, or its default; null where it is none, which its own option says.</summary>
    private static double? Typed(CommandResult result, Option<double> option, double byDefault)
    {
        if (result.GetResult(option) is not { Tokens: [{ Value: var text }] })
        {
            return byDefault;
        }

        return double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var share) && share is >= 0 and <= 1 ? share : null;
    }

    private static Option<double> Share(string name, string description, double byDefault) =>
        Number(name, "SHARE", description, byDefault, share => share is >= 0 and <= 1, "a share from 0 to 1");

    private static Option<double> Number(string name, string helpName, string description, double byDefault, Func<double, bool> isAllowed, string allowed) =>
        new(name)
        {
            HelpName = helpName,
            Description = description,
            DefaultValueFactory = _ => byDefault,
            CustomParser = result =>
            {
                var text = result.Tokens[0].Value;
                if (double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && isAllowed(number))
                {
                    return number;
                }

                Refuse(result, text, allowed);
                return byDefault;
            },
        };

    private static Option<int> Whole(string name, string helpName, string description, int byDefault, int least, int most) => new(name)
    {
        HelpName = helpName,
        Description = description,
        DefaultValueFactory = _ => byDefault,
        CustomParser = result => ReadWhole(result, least, most) ?? byDefault,
    };

    private static int? ReadWhole(ArgumentResult result, int least, int most)
    {
        var text = result.Tokens[0].Value;
        if (int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) && number >= least && number <= most)
        {
            return number;
        }

        Refuse(result, text, string.Create(CultureInfo.InvariantCulture, $"a whole number from {least} to {most}"));
        return null;
    }

    private static Option<Uri> Address(string name, string description, Uri byDefault) => new(name)
    {
        HelpName = "URL",
        Description = description,
        DefaultValueFactory = _ => byDefault,
        CustomParser = result =>
        {
            var text = result.Tokens[0].Value;
            if (Uri.TryCreate(text, UriKind.Absolute, out var url) && url.Scheme is "http" or "https")
            {
                return url;
            }

            Refuse(result, text, "an address such as " + byDefault.GetLeftPart(UriPartial.Authority));
            return byDefault;
        },
    };

    private static void Refuse(ArgumentResult result, string text, string allowed) =>
        result.AddError($"{(result.Parent as OptionResult)?.Option.Name} is '{text}'; allowed is {allowed}.");
}
