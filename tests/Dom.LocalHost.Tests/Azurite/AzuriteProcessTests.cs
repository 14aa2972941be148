using Dom.LocalHost.Azurite;
using Dom.Tests;

namespace Dom.LocalHost.Tests.Azurite;

[Collection(SharedAzurite.Name)]
public sealed class AzuriteProcessTests(AzuriteFixture azurite)
{
    [Fact]
    public async Task Start_gives_an_azurite_that_answers_on_its_three_ports()
    {
        var ports = ConnectionStringPorts(azurite.ConnectionString);

        var answer = await AzuriteProbe.AskAsync(ports, CancellationToken.None);

        Assert.Equal(PortAnswer.Azurite, answer);
    }

    private static AzuritePorts ConnectionStringPorts(string connectionString)
    {
        var ports = connectionString.Split(';')
            .Where(part => part.Contains("Endpoint=", StringComparison.Ordinal))
            .Select(part => new Uri(part.Split('=', 2)[1]).Port)
            .ToArray();
        return new AzuritePorts(ports[0], ports[1], ports[2]);
    }
}
