using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Dom.LocalHost.Durable.Execution;

/// <summary>Ids that are the same in every replay.</summary>
internal sealed partial class LocalOrchestrationContext
{
    // Source: TaskOrchestrationContextWrapper of Microsoft.DurableTask, whose ids these are bit by bit.
    private static readonly Guid Namespace = Guid.Parse("9e952958-5e33-4daf-827f-2fa12937b875");

    /// <summary>An RFC 4122 version 5 id of the instance, the time and a counter.</summary>
    [SuppressMessage("Security", "CA5350", Justification = "RFC 4122 version 5 is made of SHA-1; nothing is protected by it.")]
    public override Guid NewGuid()
    {
        RequireThread(nameof(NewGuid));
        var name = string.Create(CultureInfo.InvariantCulture, $"{InstanceId}_{_now:o}_{_nextGuid++}");
        var hash = SHA1.HashData([.. Namespace.ToByteArray(bigEndian: true), .. Encoding.UTF8.GetBytes(name)]);
        hash[6] = (byte)((hash[6] & 0x0F) | 0x50);
        hash[8] = (byte)((hash[8] & 0x3F) | 0x80);
        return new Guid(hash.AsSpan(0, 16), bigEndian: true);
    }
}
