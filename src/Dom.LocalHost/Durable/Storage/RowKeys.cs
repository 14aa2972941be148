using System.Globalization;

namespace Dom.LocalHost.Durable.Storage;

/// <summary>Keys of an instance's rows. Their order is the order of time.</summary>
internal static class RowKeys
{
    /// <summary>The row that says where the instance stands.</summary>
    public const string Instance = "instance";

    /// <summary>Start of the keys of what waits to be received.</summary>
    public const string InboxPrefix = "i-";

    /// <summary>Start of the keys of what waits to be delivered to others.</summary>
    public const string OutboxPrefix = "o-";

    /// <summary>Start of the keys of one execution's history.</summary>
    /// <param name="generation">The execution's number.</param>
    public static string HistoryPrefix(int generation) => string.Create(CultureInfo.InvariantCulture, $"h-{generation:D8}-");

    /// <summary>A history row.</summary>
    /// <param name="generation">The execution's number.</param>
    /// <param name="row">The row's number within the execution, from 0.</param>
    public static string History(int generation, int row) => string.Create(CultureInfo.InvariantCulture, $"h-{generation:D8}-{row:D8}");

    /// <summary>A row of mail that arrived.</summary>
    /// <param name="sequence">Grows with every arrival, also across restarts.</param>
    public static string Inbox(long sequence) => string.Create(CultureInfo.InvariantCulture, $"i-{sequence:D19}");

    /// <summary>A row of mail that continue-as-new hands over; comes before all that arrived.</summary>
    /// <param name="generation">The execution that gets it.</param>
    /// <param name="row">The row's number, from 0.</param>
    public static string Carried(int generation, int row) =>
        string.Create(CultureInfo.InvariantCulture, $"i-{0:D19}-{generation:D8}-{row:D4}");

    /// <summary>A row of mail to be delivered.</summary>
    /// <param name="generation">The sender's execution.</param>
    /// <param name="episode">The episode that sent it.</param>
    /// <param name="row">The row's number, from 0.</param>
    public static string Outbox(int generation, int episode, int row) =>
        string.Create(CultureInfo.InvariantCulture, $"o-{generation:D8}-{episode:D8}-{row:D4}");
}
