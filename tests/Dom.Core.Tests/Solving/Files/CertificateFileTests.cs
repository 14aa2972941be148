using Dom.Core.Solving;
using Dom.Core.Solving.Files;
using Dom.Core.Tests.TestKit;

namespace Dom.Core.Tests.Solving.Files;

public sealed class CertificateFileTests
{
    private const string Header = "kind,sku,locationId,orderId,lineId,value\n";
    private const string Text = Header + "scale,,,,,16\nlocation,,ST-1,,,250\nstock,S1,DC-1,,,12\nstock,S2,ST-1,,,7\nunit,,,O1,1,64000\nunit,,,O1,2,0\n";

    private static readonly PriceCertificate Certificate = new()
    {
        UnitsPerMinorUnit = 16,
        LocationPrice = [0, 250, 0],
        Slot = [0, 2],
        SlotPrice = [12, 7],
        RelaxedOrder = [0],
        RelaxedUnitValue = [64000, 0],
    };

    [Fact]
    public void Write_has_a_row_per_price()
    {
        var folder = new MemoryFolder();

        CertificateFile.Write(ProblemFiles.Small().Read(), Certificate, folder.Create);

        Assert.Equal(Text, folder.Text(FileNames.Certificate));
    }

    [Theory]
    [InlineData(Text)]
    [InlineData(Header + "unit,,,O1,2,0\nstock,S2,ST-1,,,7\nstock,S1,ST-1,,,0\nunit,,,O1,1,64000\nlocation,,DC-1,,,0\nstock,S1,DC-1,,,12\nscale,,,,,16\nlocation,,ST-1,,,250\n")]
    public void Read_gives_the_certificate(string text)
    {
        var folder = new MemoryFolder().With(FileNames.Certificate, text);

        var certificate = CertificateFile.Read(ProblemFiles.Small().Read(), folder.Open);

        Assert.Equivalent(Certificate, certificate, strict: true);
    }

    [Theory]
    [InlineData("scale,,,,,1\nscale,,,,,1", "line 3, column kind is 'scale'; allowed is one row of that kind.")]
    [InlineData("scale,,,,,0", "line 2, column value is '0'; allowed is a whole number from 1 to 2147483647.")]
    [InlineData("scale,,,,,1\nlocation,,X,,,1", "line 3, column locationId is 'X'; allowed is a location that locations.csv has.")]
    [InlineData("scale,,,,,1\nlocation,,DC-1,,,-1", "line 3, column value is '-1'; allowed is a whole number from 0 to 2147483647.")]
    [InlineData("scale,,,,,1\nlocation,,DC-1,,,1\nlocation,,DC-1,,,1", "line 4, column locationId is 'DC-1'; allowed is one row per price.")]
    [InlineData("scale,,,,,1\nstock,S9,DC-1,,,1", "line 3, column sku is 'S9'; allowed is a SKU that stock.csv has.")]
    [InlineData("scale,,,,,1\nstock,S2,DC-1,,,1", "line 3, column sku is 'S2'; allowed is a SKU that stock.csv has at that location.")]
    [InlineData("scale,,,,,1\nunit,,,O2,7,1", "line 3, column lineId is '7'; allowed is the id of a line of the order.")]
    [InlineData("scale,,,,,1\nprice,,,,,1", "line 3, column kind is 'price'; allowed is scale, location, stock or unit.")]
    [InlineData("location,,DC-1,,,1", "column value of kind scale is missing; allowed is one row of that kind.")]
    [InlineData("scale,,,,,1\nunit,,,O1,2,1", "column value of order 'O1', line '1' is missing; allowed is a row of kind unit for each line of an order that has one.")]
    public void Read_tells_what_is_wrong(string rows, string expected)
    {
        var folder = new MemoryFolder().With(FileNames.Certificate, Header + rows);

        var thrown = Assert.Throws<FileFaultException>(() => CertificateFile.Read(ProblemFiles.Small().Read(), folder.Open));

        Assert.StartsWith($"certificate.csv, {expected}", thrown.Message, StringComparison.Ordinal);
    }
}
