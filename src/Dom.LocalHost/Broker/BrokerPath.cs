using System.Security.Cryptography;
using System.Text;

namespace Dom.LocalHost.Broker;

/// <summary>The paths under which receivers find messages, and the names under which storage keeps them.</summary>
internal static class BrokerPath
{
    /// <summary>What a queue's or subscription's path ends in where its dead letters are.</summary>
    public const string DeadLetterSuffix = "/$DeadLetterQueue";

    /// <summary>The path of a subscription.</summary>
    /// <param name="topic">Its topic.</param>
    /// <param name="subscription">Its name.</param>
    public static string Subscription(string topic, string subscription) => $"{topic}/subscriptions/{subscription}";

    /// <summary>The path of the dead letters of a queue or subscription.</summary>
    /// <param name="path">The queue's or subscription's path.</param>
    public static string DeadLetters(string path) => path + DeadLetterSuffix;

    /// <summary>A name that storage allows for a queue and as a partition key; different paths get different names.</summary>
    /// <param name="prefix">What all names of the namespace start with: at most 8 lower-case letters and digits.</param>
    /// <param name="path">Any path of the broker; case does not matter.</param>
    public static string StorageName(string prefix, string path)
    {
        var lower = path.ToLowerInvariant();
        var plain = string.Join('-', new string([.. lower.Select(c => char.IsAsciiLetterOrDigit(c) ? c : '-')])
            .Split('-', StringSplitOptions.RemoveEmptyEntries));
        if (plain == lower && plain.Length <= 54)
        {
            return $"{prefix}-{plain}";
        }

        var hash = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(lower)))[..10];
        return $"{prefix}-{plain[..Math.Min(plain.Length, 40)].TrimEnd('-')}-{hash}";
    }
}
