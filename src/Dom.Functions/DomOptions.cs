using System.ComponentModel.DataAnnotations;

namespace Dom.Functions;

/// <summary>Settings of the app. What a retailer decides stands in profiles, not here.</summary>
public sealed class DomOptions
{
    /// <summary>Queue of incoming orders. Setting <c>OrdersQueue</c>, default <c>orders</c>.</summary>
    /// <remarks>In Azure it has to be set: the host resolves the trigger's queue before the app runs, and knows no default.</remarks>
    [Required]
    public string OrdersQueue { get; set; } = "orders";

    /// <summary>Topic of what happens to orders. Setting <c>FulfillmentEventsTopic</c>, default <c>fulfillment-events</c>.</summary>
    [Required]
    public string FulfillmentEventsTopic { get; set; } = "fulfillment-events";

    /// <summary>What the names of Dom's tables begin with. Setting <c>TablePrefix</c>, 1 to 20 letters and digits, default <c>Dom</c>.</summary>
    [RegularExpression("^[A-Za-z][A-Za-z0-9]{0,19}$")]
    public string TablePrefix { get; set; } = "Dom";

    /// <summary>How often a shipment under way is looked at although nobody reported anything. Setting <c>LookAgainAfter</c>, 1 second to 1 day, default 1 hour.</summary>
    /// <remarks>A store's action is stored before its orchestration is told; this finds the one whose telling was lost with a process.</remarks>
    [Range(typeof(TimeSpan), "00:00:01", "1.00:00:00")]
    public TimeSpan LookAgainAfter { get; set; } = TimeSpan.FromHours(1);

    /// <summary>Whether App Service authentication stands before the app, so that its word on who calls is to be trusted. Setting <c>EasyAuth</c>, default false.</summary>
    /// <remarks>Only where it really does: elsewhere anybody could write its header. The deployment sets both together.</remarks>
    public bool EasyAuth { get; set; }

    /// <summary>When scarcity prices are learned, NCRONTAB of six fields. Setting <c>LearnPricesSchedule</c>, default <c>0 0 3 * * *</c>: at 3 o'clock UTC.</summary>
    /// <remarks>In Azure it has to be set: the host resolves the trigger's schedule before the app runs, and knows no default.</remarks>
    [Required]
    public string LearnPricesSchedule { get; set; } = "0 0 3 * * *";

    /// <summary>How long a horizon of demand is that scarcity prices are learned from. Setting <c>LearnPricesWindow</c>, 1 hour to 31 days, default 1 day.</summary>
    /// <remarks>It stands for what the present stock is to serve: about the time between two replenishments.</remarks>
    [Range(typeof(TimeSpan), "01:00:00", "31.00:00:00")]
    public TimeSpan LearnPricesWindow { get; set; } = TimeSpan.FromDays(1);

    /// <summary>From how many such horizons, one before the other, the prices are the mean. Setting <c>LearnPricesDays</c>, 1 to 14, default 4.</summary>
    /// <remarks>Each is solved by itself, one after the other. Docs/solver.md has what other numbers give.</remarks>
    [Range(1, 14)]
    public int LearnPricesDays { get; set; } = 4;

    /// <summary>How long the solve of one horizon may take. Setting <c>LearnPricesTimeLimit</c>, 1 second to 8 minutes, default 2 minutes.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "00:08:00")]
    public TimeSpan LearnPricesTimeLimit { get; set; } = TimeSpan.FromMinutes(2);

    /// <summary>From how many orders of one horizon scarcity prices are learned at least; one with fewer is left out. Setting <c>LearnPricesFewestOrders</c>, 1 or more, default 100.</summary>
    [Range(1, int.MaxValue)]
    public int LearnPricesFewestOrders { get; set; } = 100;

    /// <summary>Versions of scarcity prices that are kept, the published one among them. Setting <c>LearnPricesVersions</c>, 1 to 10, default 2.</summary>
    [Range(1, 10)]
    public int LearnPricesVersions { get; set; } = 2;

    /// <summary>When a wave decides anew what is offered and not accepted, NCRONTAB of six fields. Setting <c>SourceWaveSchedule</c>, default <c>0 */15 * * * *</c>: every quarter of an hour.</summary>
    /// <remarks>In Azure it has to be set: the host resolves the trigger's schedule before the app runs, and knows no default.</remarks>
    [Required]
    public string SourceWaveSchedule { get; set; } = "0 */15 * * * *";

    /// <summary>Orders with offers that a wave looks at, the newest offers first, and as many that wait. Setting <c>SourceWaveOrders</c>, 1 to 2,000, default 500.</summary>
    [Range(1, 2_000)]
    public int SourceWaveOrders { get; set; } = 500;

    /// <summary>How long a wave may try to solve the orders of one profile together. Setting <c>SourceWaveTimeLimit</c>, 1 second to 2 minutes, default 10 seconds.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "00:02:00")]
    public TimeSpan SourceWaveTimeLimit { get; set; } = TimeSpan.FromSeconds(10);

    /// <summary>How long an order that a wave moves waits where others are to give back first what it is to have. Setting <c>SourceWavePause</c>, 0 to 5 minutes, default 10 seconds.</summary>
    [Range(typeof(TimeSpan), "00:00:00", "00:05:00")]
    public TimeSpan SourceWavePause { get; set; } = TimeSpan.FromSeconds(10);

    /// <summary>How often it is looked whether orders that wait can be served although nobody told, as at the start of a day. Setting <c>WakeEvery</c>, 1 second to 1 day, default 5 minutes.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "1.00:00:00")]
    public TimeSpan WakeEvery { get; set; } = TimeSpan.FromMinutes(5);

    /// <summary>How long a call that cancels, holds or releases an order waits for its effect before it answers. Setting <c>AnswerWithin</c>, 0 to 30 seconds, default 5 seconds.</summary>
    [Range(typeof(TimeSpan), "00:00:00", "00:00:30")]
    public TimeSpan AnswerWithin { get; set; } = TimeSpan.FromSeconds(5);
}
