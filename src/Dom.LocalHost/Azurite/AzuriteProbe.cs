using System.Net.Sockets;

namespace Dom.LocalHost.Azurite;

/// <summary>Finds out what listens on ports of this machine.</summary>
internal static class AzuriteProbe
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(2);

    /// <summary>Asks the three ports at once.</summary>
    /// <param name="ports">Ports on 127.0.0.1.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>
    /// What all three answer; where they differ, <see cref="PortAnswer.Silence"/> when one is silent, else
    /// <see cref="PortAnswer.SomethingElse"/>.
    /// </returns>
    public static async Task<PortAnswer> AskAsync(AzuritePorts ports, CancellationToken cancellationToken)
    {
        using var client = new HttpClient(new SocketsHttpHandler { UseProxy = false }) { Timeout = Patience };

        var answers = await Task.WhenAll(
            AskAsync(client, ports.Blob, "Azurite-Blob/", cancellationToken),
            AskAsync(client, ports.Queue, "Azurite-Queue/", cancellationToken),
            AskAsync(client, ports.Table, "Azurite-Table/", cancellationToken)).ConfigureAwait(false);

        if (Array.TrueForAll(answers, answer => answer == answers[0]))
        {
            return answers[0];
        }

        return answers.Contains(PortAnswer.Silence) ? PortAnswer.Silence : PortAnswer.SomethingElse;
    }

    // Azurite names itself in the header Server of every answer, also where it refuses the caller.
    private static async Task<PortAnswer> AskAsync(
        HttpClient client, int port, string server, CancellationToken cancellationToken)
    {
        var uri = new Uri(FormattableString.Invariant($"http://127.0.0.1:{port}/{AzuriteAccount.Name}?comp=list"));
        try
        {
            using var response = await client
                .GetAsync(uri, HttpCompletionOption.ResponseHeadersRead, cancellationToken)
                .ConfigureAwait(false);
            var name = response.Headers.Server.ToString();
            return name.StartsWith(server, StringComparison.Ordinal) ? PortAnswer.Azurite : PortAnswer.SomethingElse;
        }
        catch (HttpRequestException failure)
        {
            return failure.InnerException is SocketException { SocketErrorCode: SocketError.ConnectionRefused }
                ? PortAnswer.Nothing
                : PortAnswer.SomethingElse;
        }
        catch (TaskCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return PortAnswer.Silence;
        }
    }
}
