using System.Diagnostics.CodeAnalysis;
using Azure.Core;

namespace Azure.Data.Tables;

/// <summary>Retries, diagnostics, transport and policies of a table client.</summary>
public class TableClientOptions : ClientOptions
{
    /// <summary>Default options.</summary>
    /// <param name="serviceVersion">The version of the service's protocol to speak.</param>
    public TableClientOptions(ServiceVersion serviceVersion = ServiceVersion.V2020_12_06)
    {
        if (serviceVersion != ServiceVersion.V2020_12_06)
        {
            throw new ArgumentOutOfRangeException(
                nameof(serviceVersion), serviceVersion, $"Only {nameof(ServiceVersion.V2020_12_06)} is spoken.");
        }
    }

    /// <summary>Versions of the service's protocol.</summary>
    public enum ServiceVersion
    {
        /// <summary>2020-12-06, the first that takes Entra tokens.</summary>
        [SuppressMessage("Naming", "CA1707", Justification = "The name is the real package's.")]
        V2020_12_06 = 2,
    }
}
