using System.Diagnostics;
using Dom.Core.Fulfillment;
using Dom.Core.Solving;
using Dom.Core.Sourcing.Waves;
using Dom.Functions.Fulfillment;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Dom.Functions.Waves;

/// <summary>The steps of <see cref="SourceWave"/>. Each may run more than once.</summary>
public sealed class WaveActivities(WaveSources sources, IOptions<DomOptions> options, TimeProvider clock, ILogger<WaveActivities> logger)
{
    private const int AtOnce = 16;

    /// <summary>Reads what is offered and what waits, and decides it anew. Nothing is changed by it.</summary>
    /// <param name="run">The wave.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    [Function(nameof(PlanWave))]
    public async Task<WaveDecision> PlanWave([ActivityTrigger] WaveRun run, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(run);
        var (demands, supply) = await sources.ReadAsync(options.Value.SourceWaveOrders, cancellationToken);
        if (supply is null)
        {
            return new WaveDecision(run, 0, 0, 0, 0, []);
        }

        var began = Stopwatch.GetTimestamp();
        var plan = Reoptimisation.Decide(demands, supply, new SolverOptions { TimeLimit = options.Value.SourceWaveTimeLimit }, cancellationToken);

        // A plan that was cut short is a poor one: the step is to run again.
        cancellationToken.ThrowIfCancellationRequested();
        var waiting = demands.Count(demand => demand.Offered.IsEmpty);
        var solveMs = (long)Stopwatch.GetElapsedTime(began).TotalMilliseconds;
        logger.WavePlanned(run.WaveId, demands.Length - waiting, waiting, plan.Together, plan.Moves.Length, plan.Served, solveMs);
        return new WaveDecision(run, demands.Length - waiting, waiting, plan.Together, plan.Served, plan.Moves);
    }

    /// <summary>Tells orders that they are moved. An order that is told twice by one wave hears it once.</summary>
    /// <param name="decision">What the wave has decided.</param>
    /// <param name="client">Reaches the orders.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    /// <returns>How many orders were told; one that has ended in the meantime was not.</returns>
    [Function(nameof(MoveOrders))]
    public async Task<int> MoveOrders([ActivityTrigger] WaveDecision decision, [DurableClient] DurableTaskClient client, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(decision);
        var (told, given) = (0, clock.GetUtcNow() + options.Value.SourceWavePause);

        // Many at once: who waits for others is to wait for the last of them.
        foreach (var chunk in decision.Moves.Chunk(AtOnce))
        {
            told += (await Task.WhenAll(chunk.Select(move => TellAsync(client, decision.Run, move, given, cancellationToken)))).Count(isTold => isTold);
        }

        return told;
    }

    private async Task<bool> TellAsync(DurableTaskClient client, WaveRun run, WaveMove move, DateTimeOffset given, CancellationToken cancellationToken)
    {
        var signal = new OrderSignal
        {
            Kind = OrderSignalKind.Move,
            RequestId = $"wave {run.WaveId}",
            Move = new OrderMove { Attempt = move.Attempt, Shipments = move.Shipments, Lines = move.Lines, SourcedFrom = move.NeedsOthers ? given : null },
        };
        if (!await client.TryRaiseEventAsync(move.OrderId.Value, OrderSignal.EventName, signal, cancellationToken))
        {
            return false;
        }

        logger.OrderMoved(run.WaveId, move.OrderId.Value, move.Shipments.Length, move.SavingMinorUnits, move.NeedsOthers);
        return true;
    }
}
