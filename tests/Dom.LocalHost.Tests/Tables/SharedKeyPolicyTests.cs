using Azure.Core;
using Azure.Core.Pipeline;
using Azure.Data.Tables;

namespace Dom.LocalHost.Tests.Tables;

public sealed class SharedKeyPolicyTests
{
    private const string Date = "Mon, 02 Nov 2026 10:00:00 GMT";

    // The expected signatures were computed with openssl: HMAC-SHA256 of the text to sign that the REST reference
    // prescribes,
    // under the emulator's key.
    [Theory]
    [InlineData(
        "GET",
        "http://127.0.0.1:10002/devstoreaccount1/Orders()?$top=1",
        null,
        "devstoreaccount1",
        "Syvc7R1DoMIlV56Jz1J/lztw/1WH9ALU8HsSTfNEEJU=")]
    [InlineData(
        "POST",
        "https://shop.table.core.windows.net/Orders(PartitionKey=%27a%2520b%27,RowKey=%27%27)",
        "application/json;odata=minimalmetadata",
        "shop",
        "8isEyFm4fnYY/obTBOvCVDWhvd6oTKgp96LjiH2W2sY=")]
    public void Authorization_is_the_signature_of_the_request(
        string method, string uri, string? contentType, string account, string expected)
    {
        var request = HttpPipelineBuilder.Build(new TableClientOptions()).CreateRequest();
        request.Method = RequestMethod.Parse(method);
        request.Uri.Reset(new Uri(uri));
        if (contentType is not null)
        {
            request.Content = RequestContent.Create("{}");
            request.Headers.SetValue("Content-Type", contentType);
        }

        var key = TableConnectionString.Parse("UseDevelopmentStorage=true").AccountKey;
        var authorization = new SharedKeyPolicy(account, key).Authorization(request, Date);

        Assert.Equal($"SharedKey {account}:{expected}", authorization);
    }
}
