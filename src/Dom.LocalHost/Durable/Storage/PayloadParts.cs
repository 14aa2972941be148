namespace Dom.LocalHost.Durable.Storage;

/// <summary>Payloads of an instance's row.</summary>
[Flags]
internal enum PayloadParts
{
    /// <summary>None.</summary>
    None = 0,

    /// <summary>The input.</summary>
    Input = 1,

    /// <summary>The custom status.</summary>
    CustomStatus = 2,

    /// <summary>The output and the failure.</summary>
    Result = 4,

    /// <summary>All of them.</summary>
    All = Input | CustomStatus | Result,
}
