using Azure;
using Azure.Data.Tables;
using Azure.Data.Tables.Models;
using Moq;

namespace Dom.LocalHost.Tests.Tables;

public sealed class TableClientMockTests
{
    private readonly Mock<TableClient> _table = new();

    [Fact]
    public async Task Every_member_can_be_mocked()
    {
        var service = new Mock<TableServiceClient>();
        service.Setup(client => client.GetTableClient("Orders")).Returns(_table.Object);
        _table.SetupGet(table => table.Name).Returns("Orders");
        _table.Setup(table => table.CreateIfNotExistsAsync(It.IsAny<CancellationToken>()))
            .ReturnsAsync(Response.FromValue(new TableItem("Orders"), Mock.Of<Response>()));
        _table.Setup(table => table.QueryAsync<SampleEntity>(
                It.IsAny<string>(), It.IsAny<int?>(), It.IsAny<IEnumerable<string>>(), It.IsAny<CancellationToken>()))
            .Returns(AsyncPageable<SampleEntity>.FromPages(
                [Page<SampleEntity>.FromValues([new()], null, Mock.Of<Response>())]));

        var mocked = service.Object.GetTableClient("Orders");
        var rows = await mocked.QueryAsync<SampleEntity>().ToListAsync();
        var created = await mocked.CreateIfNotExistsAsync();

        Assert.Single(rows);
        Assert.Equal("Orders", created.Value.Name);
        Assert.Equal("Orders", mocked.Name);
    }

    [Fact]
    public async Task Refusals_can_be_mocked()
    {
        var refusal = new RequestFailedException(409, "", "EntityAlreadyExists", null);
        refusal.Data["FailedEntity"] = "3";
        _table.Setup(table => table.SubmitTransactionAsync(
                It.IsAny<IEnumerable<TableTransactionAction>>(), It.IsAny<CancellationToken>()))
            .ThrowsAsync(new TableTransactionFailedException(refusal));

        var thrown = await Assert.ThrowsAsync<TableTransactionFailedException>(
            () => _table.Object.SubmitTransactionAsync([]));

        Assert.Equal((409, 3), (thrown.Status, thrown.FailedTransactionActionIndex));
    }
}
