using System.Text.Json;
using System.Text.Json.Serialization;

namespace Dom.Functions.Security;

/// <summary>Who calls with a token of Entra ID, as App Service authentication says it once it has checked the token.</summary>
/// <param name="ObjectId">The identity's object id in its tenant.</param>
/// <param name="Name">What timelines and logs call it.</param>
/// <param name="Role">The first of its app roles that is one of Dom's: operator before store, channel and viewer; null where it has none.</param>
public sealed record EntraPrincipal(string ObjectId, string Name, Role? Role)
{
    /// <summary>The header that the platform writes. What callers send under this name it takes away, but only where authentication is on.</summary>
    public const string Header = "X-MS-CLIENT-PRINCIPAL";

    private static readonly Role[] Precedence = [Security.Role.Operator, Security.Role.Store, Security.Role.Channel, Security.Role.Viewer];
    private static readonly string[] ObjectIds = ["http://schemas.microsoft.com/identity/claims/objectidentifier", "oid"];
    private static readonly string[] Names = ["name", "preferred_username", "appid", "azp"];
    private static readonly string[] RoleTypes = ["roles", "http://schemas.microsoft.com/ws/2008/06/identity/claims/role"];

    /// <summary>Reads the header.</summary>
    /// <param name="header">Its value: a JSON document in base 64.</param>
    /// <returns>Who calls; null where it is no such document, or not of Entra ID.</returns>
    public static EntraPrincipal? Read(string header)
    {
        ArgumentNullException.ThrowIfNull(header);
        var bytes = new byte[header.Length];
        if (header.Length == 0 || !Convert.TryFromBase64String(header, bytes, out var length))
        {
            return null;
        }

        try
        {
            return JsonSerializer.Deserialize<Principal>(bytes.AsSpan(0, length), JsonSerializerOptions.Web) is { Scheme: "aad", Claims: { } claims } ? Of(claims) : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static EntraPrincipal? Of(IReadOnlyList<Claim> claims)
    {
        var roles = claims.Where(claim => RoleTypes.Contains(claim.Typ)).Select(claim => claim.Val).ToList();
        Role? role = Precedence.Where(known => roles.Contains(JsonNamingPolicy.CamelCase.ConvertName(known.ToString()))).Cast<Role?>().FirstOrDefault();
        return First(claims, ObjectIds) is { } objectId ? new EntraPrincipal(objectId, First(claims, Names) ?? objectId, role) : null;
    }

    private static string? First(IReadOnlyList<Claim> claims, IEnumerable<string> types) =>
        types.Select(type => claims.FirstOrDefault(claim => claim.Typ == type)?.Val).FirstOrDefault(value => !string.IsNullOrWhiteSpace(value));

    private sealed record Principal([property: JsonPropertyName("auth_typ")] string? Scheme, IReadOnlyList<Claim>? Claims);

    private sealed record Claim(string? Typ, string? Val);
}
