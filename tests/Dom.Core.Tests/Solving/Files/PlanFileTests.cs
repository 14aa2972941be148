using Dom.Core.Solving;
using Dom.Core.Solving.Files;
using Dom.Core.Tests.TestKit;

namespace Dom.Core.Tests.Solving.Files;

public sealed class PlanFileTests
{
    private static readonly AssignmentPlan Plan = new() { Line = [0, 0, 1], Location = [0, 1, 1], Quantity = [2, 1, 1] };

    [Fact]
    public void Write_has_a_row_per_assignment()
    {
        var folder = new MemoryFolder();

        PlanFile.Write(ProblemFiles.Small().Read(), Plan, folder.Create);

        Assert.Equal("orderId,lineId,locationId,quantity\nO1,1,DC-1,2\nO1,1,ST-1,1\nO1,2,ST-1,1\n", folder.Text(FileNames.Plan));
    }

    [Theory]
    [InlineData("orderId,lineId,locationId,quantity\nO1,1,DC-1,2\nO1,1,ST-1,1\nO1,2,ST-1,1\n")]
    [InlineData("quantity,locationId,lineId,orderId\n1,ST-1,2,O1\n1,ST-1,1,O1\n2,DC-1,1,O1\n")]
    public void Read_gives_the_plan(string text)
    {
        var folder = new MemoryFolder().With(FileNames.Plan, text);

        var plan = PlanFile.Read(ProblemFiles.Small().Read(), folder.Open);

        Assert.Equivalent(Plan, plan, strict: true);
    }

    [Fact]
    public void An_empty_plan_is_a_header()
    {
        var (folder, problem) = (new MemoryFolder(), ProblemFiles.Small().Read());

        PlanFile.Write(problem, new AssignmentPlan { Line = [], Location = [], Quantity = [] }, folder.Create);
        var plan = PlanFile.Read(problem, folder.Open);

        Assert.Equal("orderId,lineId,locationId,quantity\n", folder.Text(FileNames.Plan));
        Assert.Empty(plan.Line);
    }

    [Theory]
    [InlineData("O9,1,DC-1,1", "line 2, column orderId is 'O9'; allowed is an order that orders.csv has.")]
    [InlineData("O2,2,DC-1,1", "line 2, column lineId is '2'; allowed is the id of a line of the order.")]
    [InlineData("O1,1,DC-9,1", "line 2, column locationId is 'DC-9'; allowed is a location that locations.csv has.")]
    [InlineData("O1,1,DC-1,0", "line 2, column quantity is '0'; allowed is a whole number from 1 to 2147483647.")]
    [InlineData("O1,1,DC-1,1\nO1,1,ST-1,1\nO1,1,DC-1,1", "line 4, column locationId is 'DC-1'; allowed is one row per line and location; line 2 has the same.")]
    public void Read_tells_what_is_wrong(string rows, string expected)
    {
        var folder = new MemoryFolder().With(FileNames.Plan, "orderId,lineId,locationId,quantity\n" + rows);

        var thrown = Assert.Throws<FileFaultException>(() => PlanFile.Read(ProblemFiles.Small().Read(), folder.Open));

        Assert.Equal($"plan.csv, {expected}", thrown.Message);
    }
}
