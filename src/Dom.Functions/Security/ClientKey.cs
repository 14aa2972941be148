using System.Security.Cryptography;
using System.Text;

namespace Dom.Functions.Security;

/// <summary>A client key: shown once when it is made, stored as its hash.</summary>
public static class ClientKey
{
    private const int Bytes = 32;

    /// <summary>Makes a new key: 256 random bits, so that a plain hash of it cannot be searched.</summary>
    public static string New() => "dom_" + Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(Bytes));

    /// <summary>The hash under which a key is stored.</summary>
    /// <param name="key">The key.</param>
    public static string Hash(string key) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(key)));
}
