using Dom.Functions.Scarcity;
using Dom.Tests;
using DurableTask.Core.Exceptions;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using Moq;

namespace Dom.Functions.Tests.Scarcity;

public sealed class StartLearnPricesTests
{
    private readonly Mock<DurableTaskClient> _client = new("test");

    [Fact]
    public async Task RunAsync_starts_one_learning_of_the_horizons_before_it()
    {
        await StartAsync();

        _client.Verify(client => client.ScheduleNewOrchestrationInstanceAsync(
            new TaskName(nameof(LearnPrices)),
            new LearningRun("20261121T100000Z", A.Moment, A.Moment.AddDays(-21), 3),
            It.Is<StartOrchestrationOptions>(options => options.InstanceId == "learn~prices"),
            CancellationToken.None));
    }

    [Fact]
    public async Task RunAsync_leaves_one_that_is_under_way_alone()
    {
        _client.Setup(client => client.ScheduleNewOrchestrationInstanceAsync(
                It.IsAny<TaskName>(), It.IsAny<object?>(), It.IsAny<StartOrchestrationOptions?>(), It.IsAny<CancellationToken>()))
            .ThrowsAsync(new OrchestrationAlreadyExistsException("learn~prices"));

        await StartAsync();

        _client.VerifyAll();
    }

    private Task StartAsync()
    {
        var options = Options.Create(new DomOptions { LearnPricesWindow = TimeSpan.FromDays(7), LearnPricesDays = 3 });
        return new StartLearnPrices(options, new ManualTimeProvider(A.Moment), NullLogger<StartLearnPrices>.Instance)
            .RunAsync(new TimerInfo(), _client.Object, CancellationToken.None);
    }
}
