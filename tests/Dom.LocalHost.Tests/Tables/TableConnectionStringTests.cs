using Azure.Data.Tables;

namespace Dom.LocalHost.Tests.Tables;

public sealed class TableConnectionStringTests
{
    [Theory]
    [InlineData("UseDevelopmentStorage=true", "http://127.0.0.1:10002/devstoreaccount1", "devstoreaccount1")]
    [InlineData("AccountName=shop;AccountKey=a2V5;", "https://shop.table.core.windows.net/", "shop")]
    [InlineData(
        "DefaultEndpointsProtocol=http;AccountName=shop;AccountKey=a2V5;EndpointSuffix=core.example",
        "http://shop.table.core.example/",
        "shop")]
    [InlineData(
        "accountname=shop;AccountKey=a2V5;TableEndpoint=http://127.0.0.1:5/shop/", "http://127.0.0.1:5/shop", "shop")]
    public void Parse_finds_endpoint_and_account(string text, string endpoint, string account)
    {
        var parsed = TableConnectionString.Parse(text);

        Assert.Equal((endpoint, account), (parsed.Endpoint.AbsoluteUri, parsed.AccountName));
    }

    [Theory]
    [InlineData("AccountKey=a2V5", "has no AccountName")]
    [InlineData("AccountName=shop", "has no AccountKey")]
    [InlineData("AccountName=shop;AccountKey=secret!", "is not base 64")]
    [InlineData("AccountName=shop;AccountKey=a2V5;TableEndpoint=nowhere", "'nowhere'")]
    [InlineData("=x", "one part has no name")]
    public void Parse_names_what_is_wrong_but_never_the_key(string text, string expected)
    {
        var refusal = Assert.Throws<FormatException>(() => TableConnectionString.Parse(text));

        Assert.Contains(expected, refusal.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("secret", refusal.Message, StringComparison.Ordinal);
    }
}
