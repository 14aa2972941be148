using System.Text.Json;

namespace Azure.Data.Tables;

/// <summary>Names of the Edm types that JSON alone does not tell, and of the annotation that does.</summary>
internal static class EdmTypes
{
    /// <summary>What a property's name is followed by in the name of its annotation.</summary>
    public const string AnnotationSuffix = "@odata.type";

    /// <summary>A 64-bit integer, written as text.</summary>
    public static readonly JsonEncodedText Int64 = JsonEncodedText.Encode("Edm.Int64");

    /// <summary>A floating-point number.</summary>
    public static readonly JsonEncodedText Double = JsonEncodedText.Encode("Edm.Double");

    /// <summary>An identifier.</summary>
    public static readonly JsonEncodedText Guid = JsonEncodedText.Encode("Edm.Guid");

    /// <summary>A time in UTC, in steps of 100 ns.</summary>
    public static readonly JsonEncodedText DateTime = JsonEncodedText.Encode("Edm.DateTime");

    /// <summary>Bytes in base 64.</summary>
    public static readonly JsonEncodedText Binary = JsonEncodedText.Encode("Edm.Binary");
}
