using Dom.LocalHost.Broker;
using Dom.Tests;

namespace Dom.LocalHost.Tests.Broker;

/// <summary>The broker is killed at each of its requests to storage; another opens on what is left.</summary>
[Collection(SharedAzurite.Name)]
public sealed class BrokerCrashTests(AzuriteFixture azurite)
{
    private const string Orders = "orders";
    private const string OrdersDead = "orders/$DeadLetterQueue";
    private const int Requests = 7;

    // Storage hides a locked message for a second more than the lock lasts.
    private static readonly BrokerEntity ShortLock = new(Orders) { LockDuration = TimeSpan.FromSeconds(1) };
    private static readonly TimeSpan Hidden = TimeSpan.FromSeconds(2.5);

    public static TheoryData<string> Payloads => ["small", new string('x', 100_000)];

    [Theory]
    [MemberData(nameof(Payloads))]
    public async Task A_send_that_is_repeated_after_a_crash_is_received_once(string text)
    {
        await AtEachRequestAsync(async (bed, kill) =>
        {
            await using (var first = await bed.OpenAsync(TimeProvider.System, kill))
            {
                kill.IsArmed = true;
                await UntilKilledAsync(() => first.SendAsync(Orders, BrokerBed.Message(text, "id-1")));
            }

            await using var second = await bed.OpenAsync(TimeProvider.System);
            await second.SendAsync(Orders, BrokerBed.Message(text, "id-1"));

            Assert.Equal([text], await second.DrainAsync(Orders));
        });
    }

    [Theory]
    [MemberData(nameof(Payloads))]
    public async Task An_unacknowledged_send_that_was_received_first_makes_its_repetition_a_duplicate(string text)
    {
        await AtEachRequestAsync(async (bed, kill) =>
        {
            await using (var first = await bed.OpenAsync(TimeProvider.System, kill))
            {
                kill.IsArmed = true;
                await UntilKilledAsync(() => first.SendAsync(Orders, BrokerBed.Message(text, "id-1")));
            }

            await using var second = await bed.OpenAsync(TimeProvider.System);
            var received = await second.DrainAsync(Orders);
            await second.SendAsync(Orders, BrokerBed.Message(text, "id-1"));
            received.AddRange(await second.DrainAsync(Orders));

            Assert.Equal([text], received);
        });
    }

    [Theory]
    [MemberData(nameof(Payloads))]
    public async Task A_dead_letter_move_that_a_crash_cuts_is_finished_or_never_was(string text)
    {
        await AtEachRequestAsync(async (bed, kill) =>
        {
            await using (var first = await bed.OpenAsync(TimeProvider.System, kill))
            {
                await first.SendAsync(Orders, BrokerBed.Message(text));
                var held = await first.TakeAsync(Orders);
                kill.IsArmed = true;
                await UntilKilledAsync(() => first.DeadLetterAsync(Orders, held!, "Bad"));
            }

            await using var second = await bed.OpenAsync(TimeProvider.System);
            await Task.Delay(Hidden);
            var active = await second.DrainAsync(Orders);
            var dead = (await second.CountAsync(Orders)).DeadLetter;

            Assert.Equal(1, active.Count + dead);
            Assert.Equal(0, (await second.CountAsync(Orders)).Active);
        });
    }

    [Fact]
    public async Task A_completion_that_a_crash_cuts_is_done_or_the_message_comes_again()
    {
        var large = new string('x', 100_000);
        await AtEachRequestAsync(async (bed, kill) =>
        {
            await using (var first = await bed.OpenAsync(TimeProvider.System, kill))
            {
                await first.SendAsync(Orders, BrokerBed.Message(large));
                var held = await first.TakeAsync(Orders);
                kill.IsArmed = true;
                await UntilKilledAsync(() => first.CompleteAsync(Orders, held!));
            }

            await using var second = await bed.OpenAsync(TimeProvider.System);
            await Task.Delay(Hidden);
            var again = await second.DrainAsync(Orders);

            Assert.True(again.Count <= 1);
            Assert.Equal(0, (await second.CountAsync(Orders)).Active);
        });
    }

    [Fact]
    public async Task A_message_whose_receiver_was_killed_comes_again()
    {
        var bed = new BrokerBed(azurite) { Orders = ShortLock };
        await using (var first = await bed.OpenAsync(TimeProvider.System))
        {
            await first.SendAsync(Orders, BrokerBed.Message("1"));
            await first.TakeAsync(Orders);
        }

        await using var second = await bed.OpenAsync(TimeProvider.System);
        var again = await second.TakeAsync(Orders, BrokerBed.Patience);

        Assert.Equal(2, again!.DeliveryCount);
    }

    [Fact]
    public async Task A_dead_letter_is_there_after_a_restart_even_when_its_receiver_was_killed()
    {
        var bed = new BrokerBed(azurite) { Orders = ShortLock };
        await using (var first = await bed.OpenAsync(TimeProvider.System))
        {
            await first.SendAsync(Orders, BrokerBed.Message("1"));
            await first.DeadLetterAsync(Orders, (await first.TakeAsync(Orders))!, "Bad");
            await first.TakeAsync(OrdersDead);
        }

        await using var second = await bed.OpenAsync(TimeProvider.System);
        var again = await second.TakeAsync(OrdersDead, BrokerBed.Patience);

        Assert.Equal(1, (await second.CountAsync(Orders)).DeadLetter);
        Assert.Equal("1", BrokerBed.Text(again!.Message));
    }

    private Task AtEachRequestAsync(Func<BrokerBed, KillingTransport, Task> test) =>
        Task.WhenAll(Enumerable.Range(1, Requests).SelectMany(request => new[]
        {
            AtRequestAsync(test, request, isSent: false),
            AtRequestAsync(test, request, isSent: true),
        }));

    private async Task AtRequestAsync(Func<BrokerBed, KillingTransport, Task> test, int request, bool isSent)
    {
        using var kill = new KillingTransport(request, isSent);
        await test(new BrokerBed(azurite) { Orders = ShortLock }, kill);
    }

    private static async Task UntilKilledAsync(Func<Task> act)
    {
        try
        {
            await act();
        }
        catch (KillingTransport.KilledException)
        {
            // The broker is dead.
        }
    }
}
