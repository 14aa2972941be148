using System.Globalization;

namespace Dom.LocalHost.Broker.Rest;

/// <summary>What a path of the REST data plane means.</summary>
/// <param name="Entity">The queue, topic, subscription or dead letters.</param>
/// <param name="Target">What of it.</param>
/// <param name="MessageId">The message's id or number; null unless the target is a lock.</param>
/// <param name="LockToken">Its lock; null unless the target is a lock.</param>
internal sealed record BrokerRequest(string Entity, BrokerTarget Target, string? MessageId, Guid? LockToken)
{
    private const string Messages = "messages";
    private const string Head = "head";

    /// <summary>Reads a path.</summary>
    /// <param name="path">The decoded path of the request.</param>
    /// <returns>Null when it means nothing.</returns>
    public static BrokerRequest? Parse(string path)
    {
        var parts = path.Split('/', StringSplitOptions.RemoveEmptyEntries);
        var at = Array.FindLastIndex(parts, part => part.Equals(Messages, StringComparison.OrdinalIgnoreCase));
        if (at < 1)
        {
            return parts.Length == 0 ? null : new(string.Join('/', parts), BrokerTarget.Entity, null, null);
        }

        var entity = string.Join('/', parts[..at]);
        return parts[(at + 1)..] switch
        {
            [] => new(entity, BrokerTarget.Messages, null, null),
            [var head] when head.Equals(Head, StringComparison.OrdinalIgnoreCase) =>
                new(entity, BrokerTarget.Head, null, null),
            [var id, var token] when Guid.TryParse(token, CultureInfo.InvariantCulture, out var held) =>
                new(entity, BrokerTarget.Lock, id, held),
            _ => null,
        };
    }
}
