using System.Text.Json;

namespace Dom.Functions.Tests.TestKit;

/// <summary>What App Service authentication sends.</summary>
internal static class EasyAuth
{
    /// <summary>The header for an identity of Entra ID with some claims.</summary>
    public static string Header(params (string Type, string Value)[] claims) => Header("aad", claims);

    /// <summary>The header for an identity of any provider.</summary>
    public static string Header(string provider, (string Type, string Value)[] claims) => Convert.ToBase64String(JsonSerializer.SerializeToUtf8Bytes(new
    {
        auth_typ = provider,
        claims = claims.Select(claim => new { typ = claim.Type, val = claim.Value }),
        name_typ = "name",
        role_typ = "roles",
    }));
}
