using Dom.LocalHost.Demo.Network;
using Dom.LocalHost.Demo.Stores;

namespace Dom.LocalHost.Demo;

/// <summary>What the demo is asked to do.</summary>
internal sealed record DemoOptions
{
    /// <summary>Most orders per minute.</summary>
    public const double MaxRate = 60_000;

    /// <summary>Orders posted in a minute, more than 0, at most <see cref="MaxRate"/>. Default 60.</summary>
    public double OrdersPerMinute { get; init; } = 60;

    /// <summary>Decides the orders and what stores answer. Default 1.</summary>
    public int Seed { get; init; } = DemoNetwork.DefaultSeed;

    /// <summary>Orders after which no more are posted, at least 1; the demo ends when all of them have ended or wait. None means without end.</summary>
    public int? Orders { get; init; }

    /// <summary>Where the host's HTTP functions are. Default http://127.0.0.1:7071.</summary>
    public Uri Url { get; init; } = new("http://127.0.0.1:7071");

    /// <summary>Where the queue's REST data plane is. Default http://127.0.0.1:7072.</summary>
    public Uri ServiceBusUrl { get; init; } = new("http://127.0.0.1:7072");

    /// <summary>The queue of orders. Default <c>orders</c>.</summary>
    public string Queue { get; init; } = "orders";

    /// <summary>The file with a key for each role. Default <c>.dom/keys.json</c>.</summary>
    public string KeysFile { get; init; } = Path.Combine(".dom", "keys.json");

    /// <summary>How stores answer offers.</summary>
    public StoreShares Shares { get; init; } = StoreShares.Default;

    /// <summary>How long people take, as a multiple of what they take in life, 0 or more. Default 1; tests hurry.</summary>
    public double Pace { get; init; } = 1;
}
