using Dom.Core.Solving.Files;
using Dom.Core.Tests.TestKit;

namespace Dom.Core.Tests.Solving.Files;

/// <summary>Each fault of a problem's files is said with its place, the value, and what is allowed.</summary>
public sealed class ProblemFaultTests
{
    private const string WholeNumber = "allowed is a whole number from 0 to 2147483647.";

    [Theory]
    [InlineData("S1,DC-1,10", "S1,DC-1,-1", "line 2, column available is '-1'; " + WholeNumber)]
    [InlineData("S1,DC-1,10", "S1,DC-1,2147483648", "line 2, column available is '2147483648'; " + WholeNumber)]
    [InlineData("S1,DC-1,10", "S1,DC-1,99999999999999999999", "line 2, column available is '99999999999999999999'; " + WholeNumber)]
    [InlineData("S1,DC-1,10", "S1,DC-1,1.0", "line 2, column available is '1.0'; " + WholeNumber)]
    [InlineData("S1,DC-1,10", "S1,DC-1,+1", "line 2, column available is '+1'; " + WholeNumber)]
    [InlineData("S1,DC-1,10", "S1,DC-1, 1", "line 2, column available is ' 1'; " + WholeNumber)]
    [InlineData("S1,DC-1,10", "S1,DC-1,", "line 2, column available is ''; " + WholeNumber)]
    [InlineData("S1,DC-1,10", ",DC-1,10", "line 2, column sku is ''; allowed is a text that is not empty.")]
    [InlineData("S1,DC-1,10", "S1,DC-9,10", "line 2, column locationId is 'DC-9'; allowed is a location that locations.csv has.")]
    [InlineData("S1,DC-1,10", "S1,DC-1", "line 2 is '2 fields'; allowed is 3 fields, as in the header.")]
    [InlineData("S1,DC-1,10", "S1,DC-1,10,", "line 2 is '4 fields'; allowed is 3 fields, as in the header.")]
    [InlineData("S1,DC-1,10", "S1,DC-1,10\n\n\nS2,DC-1,x", "line 5, column available is 'x'; " + WholeNumber)]
    [InlineData("S1,DC-1,10", "\"S\n1\",DC-1,10\nS2,DC-1,x", "line 4, column available is 'x'; " + WholeNumber)]
    [InlineData("S1,DC-1,10", "S1\",DC-1,10", "line 2, column sku is 'S1\"'; allowed is a field in quotes, each quote within it doubled.")]
    [InlineData("S1,DC-1,10", "\"S1\" ,DC-1,10", "line 2, column sku is 'S1'; allowed is a field that ends with its closing quote.")]
    [InlineData("S2,ST-1,1", "S1,ST-1,0", "line 4, column sku, locationId is 'S1, ST-1'; allowed is one row per SKU and location; line 3 has the same.")]
    public void Faults_of_stock(string old, string text, string expected) => AssertFault(FileNames.Stock, old, text, expected);

    [Theory]
    [InlineData("DC-1,dc", ",dc", "line 2, column locationId is ''; allowed is a text that is not empty.")]
    [InlineData("ST-2", "ST-1", "line 4, column locationId is 'ST-1'; allowed is an id of its own; line 3 has the same.")]
    [InlineData("warehouse", "Warehouse", "line 4, column type is 'Warehouse'; allowed is store, warehouse or dc.")]
    [InlineData("39.5", "90.1", "line 2, column latitude is '90.1'; allowed is a number from -90 to 90.")]
    [InlineData("39.5", "NaN", "line 2, column latitude is 'NaN'; allowed is a number from -90 to 90.")]
    [InlineData("39.5", "", "line 2, column latitude is ''; allowed is a number from -90 to 90.")]
    [InlineData("-122.42", "-180.01", "line 3, column longitude is '-180.01'; allowed is a number from -180 to 180.")]
    [InlineData("-122.42", "\"-122,42\"", "line 3, column longitude is '-122,42'; allowed is a number from -180 to 180.")]
    [InlineData("ship|pickup", "ship||pickup", "line 3, column modes is 'ship||pickup'; allowed is names of modes with | between them, or nothing.")]
    [InlineData(",5,200", ",-5,200", "line 3, column maxOrders is '-5'; " + WholeNumber)]
    [InlineData(",5,200", ",5,", "line 3, column parcelCost is ''; " + WholeNumber)]
    [InlineData(",100,20", ",100,2e1", "line 2, column unitCost is '2e1'; " + WholeNumber)]
    public void Faults_of_locations(string old, string text, string expected) => AssertFault(FileNames.Locations, old, text, expected);

    [Theory]
    [InlineData("O2", "O1", "line 3, column orderId is 'O1'; allowed is an id of its own; line 2 has the same.", true)]
    [InlineData("37.8", "x", "line 2, column latitude is 'x'; allowed is a number from -90 to 90.", false)]
    [InlineData(",2,,", ",-2,,", "line 2, column maxLocations is '-2'; " + WholeNumber, false)]
    [InlineData("750.5", "-1", "line 3, column maxDistanceKm is '-1'; allowed is a number of 0 or more.", false)]
    [InlineData("750.5", "1e999", "line 3, column maxDistanceKm is '1e999'; allowed is a number of 0 or more.", false)]
    [InlineData("true", "True", "line 3, column shipComplete is 'True'; allowed is true or false.", false)]
    [InlineData("true", "", "line 3, column shipComplete is ''; allowed is true or false.", false)]
    public void Faults_of_orders(string old, string text, string expected, bool loses)
    {
        var folder = ProblemFiles.Small().Replace(FileNames.Orders, old, text);
        if (loses)
        {
            folder.Replace(FileNames.Lines, "O2,1", "O1,9");
        }

        var fault = Assert.Single(Assert.Throws<FileFaultException>(folder.Read).Faults);

        Assert.Equal($"orders.csv, {expected}", fault.ToSentence());
    }

    [Theory]
    [InlineData("O2,1", "O3,1", "line 4, column orderId is 'O3'; allowed is an order that orders.csv has.")]
    [InlineData("O1,2", "O1,1", "line 3, column lineId is '1'; allowed is an id of its own within the order; line 2 has the same.")]
    [InlineData("O1,2", "O1,", "line 3, column lineId is ''; allowed is a text that is not empty.")]
    [InlineData("S3", "", "line 4, column sku is ''; allowed is a text that is not empty.")]
    [InlineData("S1,3", "S1,0", "line 2, column quantity is '0'; allowed is a whole number from 1 to 2147483647.")]
    [InlineData("250", "-250", "line 2, column unitGrams is '-250'; " + WholeNumber)]
    [InlineData("0,ship", "0,drone", "line 2, column mode is 'drone'; allowed is a mode that rates.csv has.")]
    [InlineData("true", "yes", "line 2, column splittable is 'yes'; allowed is true or false.")]
    [InlineData("ST-1", "ST-3", "line 3, column onlyLocationId is 'ST-3'; allowed is a location that locations.csv has.")]
    public void Faults_of_lines(string old, string text, string expected)
    {
        var folder = ProblemFiles.Small();
        var lines = folder.Text(FileNames.Lines);
        var at = lines.IndexOf(old, StringComparison.Ordinal);
        folder.With(FileNames.Lines, lines[..at] + text + lines[(at + old.Length)..]);

        var fault = Assert.Single(Assert.Throws<FileFaultException>(folder.Read).Faults);

        Assert.Equal($"lines.csv, {expected}", fault.ToSentence());
    }

    [Theory]
    [InlineData("ship,500,,900", "ship,500,1000,900", "line 3, column maxGrams is '1000'; allowed is one row per mode, maxDistanceKm and maxGrams; line 2 has the same.",
        "line 2, column cost of mode 'ship', maxDistanceKm '500', maxGrams '' is missing; allowed is a row for each maxGrams of the mode at each of its maxDistanceKm.")]
    [InlineData("ship,,1000,800\n", "", "line 4, column cost of mode 'ship', maxDistanceKm '', maxGrams '1000' is missing; allowed is a row for each maxGrams of the mode at each of its maxDistanceKm.")]
    [InlineData("ship,,1000", "ship,500.0,1000", "line 4, column maxGrams is '1000'; allowed is one row per mode, maxDistanceKm and maxGrams; line 2 has the same.",
        "line 5, column cost of mode 'ship', maxDistanceKm '', maxGrams '1000' is missing; allowed is a row for each maxGrams of the mode at each of its maxDistanceKm.")]
    [InlineData("pickup,,,0", "pickup,,,", "line 6, column cost is ''; " + WholeNumber)]
    [InlineData("pickup,,,0", "pickup,,1.5,0", "line 6, column maxGrams is '1.5'; allowed is a whole number from 0 to 9223372036854775806.")]
    [InlineData("ship,500,1000,600", "ship,500,1000,x", "line 2, column cost is 'x'; " + WholeNumber)]
    [InlineData("ship,500,1000,600", "ship,near,1000,600", "line 2, column maxDistanceKm is 'near'; allowed is a number of 0 or more.")]
    [InlineData("pickup,,,0", "pickup,far,,0", "line 6, column maxDistanceKm is 'far'; allowed is a number of 0 or more.")]
    [InlineData("pickup,,,0", "pickup,,,0\na|b,,,0", "line 7, column mode is 'a|b'; allowed is a text without |, which separates modes.")]
    public void Faults_of_rates(string old, string text, params string[] expected)
    {
        var folder = ProblemFiles.Small().Replace(FileNames.Rates, old, text);

        var faults = Assert.Throws<FileFaultException>(folder.Read).Faults;

        Assert.Equal(expected.Select(sentence => $"rates.csv, {sentence}"), faults.Select(fault => fault.ToSentence()));
    }

    [Theory]
    [InlineData("{}", "line 1, column unfilledUnitCost is missing; " + WholeNumber)]
    [InlineData("{\n  \"unfilledUnitCost\": -1\n}", "line 2, column unfilledUnitCost is '-1'; " + WholeNumber)]
    [InlineData("{\n  \"unfilledUnitCost\": \"1\"\n}", "line 2, column unfilledUnitCost is '\"1\"'; " + WholeNumber)]
    [InlineData("{\n  \"unfilledUnitCost\": 1.5\n}", "line 2, column unfilledUnitCost is '1.5'; " + WholeNumber)]
    [InlineData("{\n  \"unfilledUnitCost\": 1,\n  \"colour\": [1, 2]\n}", "line 3, column colour is '[1, 2]'; allowed is only the setting unfilledUnitCost.")]
    [InlineData("{\n  \"unfilledUnitCost\": 1,\n  \"unfilledUnitCost\": 2\n}", "line 3, column unfilledUnitCost is '2'; allowed is each setting once.")]
    [InlineData("[]", "line 1 is '[]'; allowed is one JSON object with the setting unfilledUnitCost.")]
    [InlineData("", "line 1 is ''; allowed is one JSON object with the setting unfilledUnitCost.")]
    [InlineData("{\n\"unfilledUnitCost\": 1", "line 2 is '{\\u000a\"unfilledUnitCost\": 1'; allowed is one JSON object with the setting unfilledUnitCost.")]
    [InlineData("{\"unfilledUnitCost\": 1} x", "line 1 is '{\"unfilledUnitCost\": 1} x'; allowed is one JSON object with the setting unfilledUnitCost.")]
    public void Faults_of_settings(string text, string expected)
    {
        var folder = ProblemFiles.Small().With(FileNames.Settings, text);

        var fault = Assert.Single(Assert.Throws<FileFaultException>(folder.Read).Faults);

        Assert.Equal($"settings.json, {expected}", fault.ToSentence());
    }

    [Theory]
    [InlineData(FileNames.Settings)]
    [InlineData(FileNames.Rates)]
    [InlineData(FileNames.Locations)]
    [InlineData(FileNames.Stock)]
    [InlineData(FileNames.Orders)]
    [InlineData(FileNames.Lines)]
    public void A_missing_file_is_the_only_fault(string name)
    {
        var folder = ProblemFiles.Small().Without(name);

        var fault = Assert.Single(Assert.Throws<FileFaultException>(folder.Read).Faults);

        Assert.StartsWith($"{name} is missing; allowed is a file with ", fault.ToSentence(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(FileNames.Rates)]
    [InlineData(FileNames.Locations)]
    [InlineData(FileNames.Stock)]
    [InlineData(FileNames.Orders)]
    [InlineData(FileNames.Lines)]
    public void An_empty_file_lacks_its_header(string name)
    {
        var folder = ProblemFiles.Small().With(name, "");

        var fault = Assert.Single(Assert.Throws<FileFaultException>(folder.Read).Faults);

        Assert.StartsWith($"{name}, line 1 is missing; allowed is a header with the columns ", fault.ToSentence(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_quote_left_open_is_the_only_fault()
    {
        var folder = ProblemFiles.Small().Replace(FileNames.Locations, "ST-1,store", "\"ST-1,store");

        var fault = Assert.Single(Assert.Throws<FileFaultException>(folder.Read).Faults);

        Assert.StartsWith("locations.csv, line 3 is '\"ST-1,store,37.77", fault.ToSentence(), StringComparison.Ordinal);
        Assert.EndsWith("allowed is a closing quote for each opening one.", fault.ToSentence(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(FileNames.Locations, "ST-1,store", "ST-1,store,")]
    [InlineData(FileNames.Orders, "O1,37.8", "O1,37.8,")]
    [InlineData(FileNames.Rates, "ship,500,1000", "ship,500,1000,,")]
    public void A_row_that_cannot_be_read_is_no_fault_of_who_refers_to_it(string name, string old, string text)
    {
        var folder = ProblemFiles.Small().Replace(name, old, text);

        var fault = Assert.Single(Assert.Throws<FileFaultException>(folder.Read).Faults);

        Assert.Equal(name, fault.File);
    }

    [Fact]
    public void Settings_that_are_no_text_are_a_fault()
    {
        var folder = ProblemFiles.Small().With(FileNames.Settings, [.. "{\"a"u8, 0xFF, .. "\":1}"u8]);

        var fault = Assert.Single(Assert.Throws<FileFaultException>(folder.Read).Faults);

        Assert.StartsWith("settings.json, line 1 is ", fault.ToSentence(), StringComparison.Ordinal);
    }

    [Fact]
    public void Bytes_that_are_no_text_are_a_fault()
    {
        var folder = ProblemFiles.Small();
        var stock = folder.Bytes(FileNames.Stock).ToArray();
        stock[folder.Text(FileNames.Stock).IndexOf("S2", StringComparison.Ordinal)] = 0xFF;

        var fault = Assert.Single(Assert.Throws<FileFaultException>(folder.With(FileNames.Stock, stock).Read).Faults);

        Assert.Equal("stock.csv, line 4, column sku is '\uFFFD2'; allowed is text in UTF-8.", fault.ToSentence());
    }

    [Fact]
    public void Every_file_is_read_before_the_faults_are_told()
    {
        var folder = ProblemFiles.Small().With(FileNames.Settings, "{}").Replace(FileNames.Rates, "ship,,,1200", "ship,,,x").Replace(FileNames.Locations, "39.5", "x")
            .Replace(FileNames.Stock, "S2,ST-1,1", "S2,ST-1,x").Replace(FileNames.Orders, "true", "x").Replace(FileNames.Lines, "S1,3", "S1,x");

        var faults = Assert.Throws<FileFaultException>(folder.Read).Faults;

        Assert.Equal(
            [FileNames.Settings, FileNames.Rates, FileNames.Locations, FileNames.Stock, FileNames.Orders, FileNames.Lines], faults.Select(fault => fault.File));
    }

    [Fact]
    public void Reading_stops_at_twenty_faults()
    {
        var folder = ProblemFiles.Small().With(FileNames.Stock, "sku,locationId,available\n" + string.Concat(Enumerable.Repeat("S1,DC-1,x\n", 1000)));

        var thrown = Assert.Throws<FileFaultException>(folder.Read);

        Assert.Equal(Enumerable.Range(2, 20), thrown.Faults.Select(fault => fault.Line));
        Assert.EndsWith("These are the first 20 faults; reading stopped there.", thrown.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_grid_of_holes_is_told_at_once()
    {
        var rows = Enumerable.Range(1, 50_000).Select(row => FormattableString.Invariant($"ship,{row},{row},1\n"));
        var folder = ProblemFiles.Small().With(FileNames.Rates, "mode,maxDistanceKm,maxGrams,cost\n" + string.Concat(rows));

        var faults = Assert.Throws<FileFaultException>(folder.Read).Faults;

        Assert.Equal(20, faults.Length);
        Assert.Equal("rates.csv, line 2, column cost of mode 'ship', maxDistanceKm '1', maxGrams '2' is missing", faults[0].ToSentence().Split(';')[0]);
    }

    [Fact]
    public void More_than_64_modes_are_a_fault()
    {
        var rows = Enumerable.Range(1, 65).Select(mode => FormattableString.Invariant($"m{mode},,,1\n"));
        var folder = ProblemFiles.Small().With(FileNames.Rates, "mode,maxDistanceKm,maxGrams,cost\nship,,,1\npickup,,,1\n" + string.Concat(rows));

        var faults = Assert.Throws<FileFaultException>(folder.Read).Faults;

        Assert.Equal("rates.csv, line 66, column mode is 'm63'; allowed is at most 64 modes.", Assert.Single(faults).ToSentence());
    }

    [Fact]
    public void An_order_that_could_cost_more_than_numbers_hold_is_a_fault()
    {
        var folder = ProblemFiles.Small().Replace(FileNames.Lines, "S1,3,250", "S1,2147483647,2147483647").Replace(FileNames.Lines, "S2,1,900", "S2,2147483647,2147483647");

        var faults = Assert.Throws<FileFaultException>(folder.Read).Faults;

        Assert.Equal(
            ["orders.csv, line 2, column orderId is 'O1'; allowed is an order that cannot cost more than 1073741823 minor units, whatever serves it or does not; this one could cost 17179869177600",
                "orders.csv, line 2, column orderId is 'O1'; allowed is an order that weighs at most 9007199254740991 grams; this one weighs 9223372028264841218"],
            faults.Select(fault => fault.ToSentence().TrimEnd('.')));
    }

    [Fact]
    public void A_long_value_is_shown_in_part()
    {
        var folder = ProblemFiles.Small().Replace(FileNames.Stock, "S1,DC-1,10", $"S1,DC-1,{new string('9', 500)}");

        var fault = Assert.Single(Assert.Throws<FileFaultException>(folder.Read).Faults);

        Assert.Equal(new string('9', 100), fault.Value);
    }

    [Theory]
    [InlineData("available", "count",
        "column count is 'count'; allowed is only the columns sku, locationId, available.", "column available is missing; allowed is a header with the columns sku, locationId, available.")]
    [InlineData("sku,locationId,available", "sku,locationId", "column available is missing; allowed is a header with the columns sku, locationId, available.")]
    [InlineData("sku,locationId,available", "sku,locationId,available,sku", "column sku is 'sku'; allowed is each column once.")]
    [InlineData("sku,locationId,available", "SKU,locationId,available",
        "column SKU is 'SKU'; allowed is only the columns sku, locationId, available.", "column sku is missing; allowed is a header with the columns sku, locationId, available.")]
    public void Faults_of_headers(string old, string text, params string[] expected)
    {
        var folder = ProblemFiles.Small().Replace(FileNames.Stock, old, text);

        var faults = Assert.Throws<FileFaultException>(folder.Read).Faults;

        Assert.Equal(expected.Select(sentence => $"stock.csv, line 1, {sentence}"), faults.Select(fault => fault.ToSentence()));
    }

    private static void AssertFault(string file, string old, string text, string expected)
    {
        var folder = ProblemFiles.Small().Replace(file, old, text);
        if (text.StartsWith(",dc", StringComparison.Ordinal) || old == "ST-2")
        {
            // The id is lost with the fault, so nothing else may refer to it.
            folder.With(FileNames.Stock, "sku,locationId,available\n").With(FileNames.Lines, folder.Text(FileNames.Lines));
        }

        var fault = Assert.Single(Assert.Throws<FileFaultException>(folder.Read).Faults);

        Assert.Equal($"{file}, {expected}", fault.ToSentence());
    }
}
