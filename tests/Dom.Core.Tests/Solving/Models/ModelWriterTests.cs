using Dom.Core.Solving;
using Dom.Core.Solving.Models;
using Dom.Core.Tests.TestKit;

namespace Dom.Core.Tests.Solving.Models;

public sealed class ModelWriterTests
{
    [Fact]
    public void Lp_names_every_variable_row_and_bound()
    {
        using var writer = new StringWriter();

        LpWriter.Write(Model(), writer);

        Assert.Equal(
            """
            Minimize
             cost: + 6 x_0_0 + 60 u_0 + 1 x_1_0 + 10 u_1 + 7 p_0_0_0_0 + 10 p_0_0_0_1
            Subject To
             line_0: + 1 x_0_0 + 1 u_0 = 1
             line_1: + 1 x_1_0 + 1 u_1 = 7
             one_0_0_0: + 1 p_0_0_0_0 + 1 p_0_0_0_1 <= 1
             most_0_0_0: + 600 x_0_0 + 100 x_1_0 - 500 p_0_0_0_0 - 1000 p_0_0_0_1 <= 0
             sent_0_0: + 1 x_0_0 - 1 p_0_0_0_0 - 1 p_0_0_0_1 <= 0
             sent_1_0: + 1 x_1_0 - 7 p_0_0_0_0 - 7 p_0_0_0_1 <= 0
             stock_0: + 6 x_0_0 + 1 x_1_0 <= 10
            Bounds
             0 <= x_1_0 <= 7
             0 <= u_1 <= 7
            Generals
             x_1_0
             u_1
            Binaries
             x_0_0
             u_0
             p_0_0_0_0
             p_0_0_0_1
            End

            """,
            writer.ToString());
    }

    [Fact]
    public void Mps_lists_rows_columns_right_sides_and_bounds()
    {
        using var writer = new StringWriter();

        MpsWriter.Write(Model(), writer);

        var text = writer.ToString();
        Assert.StartsWith("NAME dom FREE\nROWS\n N cost\n E line_0\n E line_1\n L one_0_0_0\n", text, StringComparison.Ordinal);
        Assert.Contains(" x_1_0 cost 1\n x_1_0 line_1 1\n x_1_0 most_0_0_0 100\n x_1_0 sent_1_0 1\n x_1_0 stock_0 1\n", text, StringComparison.Ordinal);
        Assert.Contains("RHS\n rhs line_0 1\n rhs line_1 7\n rhs one_0_0_0 1\n rhs stock_0 10\nBOUNDS\n", text, StringComparison.Ordinal);
        Assert.EndsWith(" UP bnd p_0_0_0_1 1\nENDATA\n", text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_band_that_is_cheaper_than_a_lighter_one_holds_from_below()
    {
        var rates = new ModeRates { Name = "ship", ZoneKm = [500], BandGrams = [100, long.MaxValue], Cost = [9, 3] };

        var model = SourcingModel.Of(SmallProblem.Make([1, 1]).WithRates(rates));

        // Two units at most from near: 101 g at least, 200 g at most in the second band.
        var least = Assert.Single(model.Rows, row => row.Name == "least_0_0_0");
        Assert.Equal((RowSense.AtLeast, -101), (least.Sense, least.Terms[^1].Coefficient));
        var most = Assert.Single(model.Rows, row => row.Name == "most_0_0_0");
        Assert.Equal((RowSense.AtMost, -200), (most.Sense, most.Terms[^1].Coefficient));
    }

    /// <summary>One order: six units that stay together and seven that need not, from the near location alone, which has ten, up to 1,000 g a parcel.</summary>
    private static SourcingModel Model()
    {
        var problem = SmallProblem.Make([6, 7]).WithLines(onlyLocation: 0).WithRates(new ModeRates { Name = "ship", ZoneKm = [50], BandGrams = [500, 1000], Cost = [5, 8] });
        problem.Lines.Splittable[1] = true;
        return SourcingModel.Of(problem);
    }
}
