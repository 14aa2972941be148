using Azure.Messaging.ServiceBus;
using Microsoft.Extensions.Logging;

namespace Dom.LocalHost.Broker;

/// <summary>A Service Bus namespace in this process, kept in storage queues. One process at a time may own a prefix.</summary>
internal sealed class ServiceBusBroker : IAsyncDisposable
{
    private readonly Dictionary<string, BrokerIntake> _intakes;
    private readonly Dictionary<string, BrokerQueue> _queues;

    private readonly ExpirySweep _sweep;

    private ServiceBusBroker(IReadOnlyList<BrokerIntake> intakes, BrokerContext context, TimeSpan sweepInterval)
    {
        _intakes = intakes.ToDictionary(intake => intake.Entity.Name, StringComparer.OrdinalIgnoreCase);
        _queues = intakes
            .SelectMany(intake => intake.Targets)
            .SelectMany(queue => new[] { queue, queue.DeadLetters! })
            .ToDictionary(queue => queue.Path, StringComparer.OrdinalIgnoreCase);
        _sweep = new ExpirySweep([.. _queues.Values], context, sweepInterval);
    }

    /// <summary>The declared queues and topics.</summary>
    public IEnumerable<BrokerEntity> Entities => _intakes.Values.Select(intake => intake.Entity);

    /// <summary>Opens the namespace: creates what is missing and reads what an earlier process kept.</summary>
    /// <param name="entities">Its queues and topics; names differ in more than case.</param>
    /// <param name="options">Where everything is kept.</param>
    /// <param name="timeProvider">Tells the time.</param>
    /// <param name="logger">Gets what happens.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <exception cref="LocalHostException">An entity or an option is outside its range.</exception>
    public static async Task<ServiceBusBroker> OpenAsync(
        IEnumerable<BrokerEntity> entities,
        BrokerOptions options,
        TimeProvider timeProvider,
        ILogger logger,
        CancellationToken cancellationToken)
    {
        options.Validate();
        var declared = Validated(entities);
        var context = new BrokerContext(new(options), options.PollInterval, timeProvider, logger);
        await context.Storage.CreateIfMissingAsync(cancellationToken);
        var broker = new ServiceBusBroker([.. declared.Select(entity => Intake(entity, context))], context, options.SweepInterval);
        await Task.WhenAll(broker._queues.Values.Select(queue => queue.OpenAsync(cancellationToken)));
        await Task.WhenAll(broker._intakes.Values.Select(intake => intake.OpenAsync(cancellationToken)));
        var deadLetters = 0;
        foreach (var queue in broker._queues.Values.Where(queue => queue.DeadLetters is null))
        {
            deadLetters += (await queue.CountAsync(cancellationToken)).Active;
        }

        broker._sweep.Start();
        logger.BrokerOpened(broker._queues.Count / 2, deadLetters);
        return broker;
    }

    /// <summary>A queue or topic to send to.</summary>
    /// <param name="name">Its name.</param>
    /// <exception cref="ServiceBusException">There is none of that name.</exception>
    public BrokerIntake Intake(string name) =>
        _intakes.TryGetValue(name, out var intake) ? intake : throw NotFound(name, _intakes.Keys);

    /// <summary>A queue, subscription or its dead letters to receive from.</summary>
    /// <param name="path">Its path: <c>{queue}</c>, <c>{topic}/subscriptions/{subscription}</c>, either with
    /// <c>/$DeadLetterQueue</c>.</param>
    /// <exception cref="ServiceBusException">There is none of that path.</exception>
    public BrokerQueue Queue(string path) =>
        _queues.TryGetValue(path, out var queue) ? queue : throw NotFound(path, _queues.Keys);

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await _sweep.DisposeAsync();
        foreach (var queue in _queues.Values)
        {
            queue.Dispose();
        }

        foreach (var intake in _intakes.Values)
        {
            intake.Dispose();
        }
    }

    private static List<BrokerEntity> Validated(IEnumerable<BrokerEntity> entities)
    {
        var declared = entities.ToList();
        declared.ForEach(entity => entity.Validate());
        var twice = declared.GroupBy(entity => entity.Name, StringComparer.OrdinalIgnoreCase)
            .FirstOrDefault(group => group.Count() > 1);
        return twice is null
            ? declared
            : throw new LocalHostException($"Service Bus entity '{twice.Key}' is declared {twice.Count()} times; allowed is once.");
    }

    private static BrokerIntake Intake(BrokerEntity entity, BrokerContext context)
    {
        var ledger = context.Storage.LedgerOf(entity.Name);
        var duplicates = entity.DuplicateDetectionWindow is { } window
            ? new DuplicateDetection(ledger, window, context.TimeProvider)
            : null;
        string[] paths = entity.Subscriptions is { } subscriptions
            ? [.. subscriptions.Select(name => BrokerPath.Subscription(entity.Name, name))]
            : [entity.Name];
        var targets = paths.Select(path => new BrokerQueue(
            path, entity, duplicates, context,
            new BrokerQueue(BrokerPath.DeadLetters(path), entity, null, context, null)));
        return new(entity, new(ledger), duplicates, [.. targets], context);
    }

    private static ServiceBusException NotFound(string path, IEnumerable<string> known) => new(
        $"There is no '{path}'. Declared are: {string.Join(", ", known.Order(StringComparer.OrdinalIgnoreCase))}.",
        ServiceBusFailureReason.MessagingEntityNotFound,
        path);
}
