using System.IO.Compression;
using System.Text;

namespace Dom.Core.Network;

/// <summary>Numeric postal codes of one country with a point each, sorted by code and kept in plain arrays.</summary>
internal sealed class CentroidTable
{
    /// <summary>The table keeps degrees as whole numbers of this unit.</summary>
    public const double UnitsPerDegree = 10_000;

    private readonly int[] _codes;
    private readonly int[] _latitudes;
    private readonly int[] _longitudes;

    private CentroidTable(int[] codes, int[] latitudes, int[] longitudes)
    {
        _codes = codes;
        _latitudes = latitudes;
        _longitudes = longitudes;
    }

    /// <summary>How many codes the table has.</summary>
    public int Count => _codes.Length;

    /// <summary>The points in the order of their codes, in units of a degree.</summary>
    public IEnumerable<(int Latitude, int Longitude)> Points => _latitudes.Zip(_longitudes);

    /// <summary>Reads the table that is embedded under a name.</summary>
    /// <param name="name">The data file's name without its extension.</param>
    /// <exception cref="InvalidDataException">The embedded file is missing or not sorted: the build is broken.</exception>
    public static CentroidTable Load(string name)
    {
        var resource = $"Dom.Core.Network.Data.{name}.csv.gz";
        using var file = typeof(CentroidTable).Assembly.GetManifestResourceStream(resource)
            ?? throw new InvalidDataException($"The assembly carries no resource '{resource}'.");
        using var unpacked = new MemoryStream();
        using (var packed = new GZipStream(file, CompressionMode.Decompress))
        {
            packed.CopyTo(unpacked);
        }

        var table = Parse(unpacked.GetBuffer().AsSpan(0, (int)unpacked.Length));
        for (var row = 1; row < table.Count; row++)
        {
            if (table._codes[row] <= table._codes[row - 1])
            {
                throw new InvalidDataException($"Row {row + 1} of '{resource}' is not in the order of the codes.");
            }
        }

        return table;
    }

    /// <summary>The point of a code, else of the nearest code (the lower one of two equally near) in the same block of codes.</summary>
    /// <param name="code">The code.</param>
    /// <param name="sharing">Size of the blocks: 100 means that all but the last two digits must be the same.</param>
    public GeoPoint? FindNearest(int code, int sharing)
    {
        var at = Array.BinarySearch(_codes, code);
        if (at >= 0)
        {
            return Point(at);
        }

        var above = ~at;
        var below = above - 1;
        var isBelow = below >= 0 && _codes[below] / sharing == code / sharing;
        var isAbove = above < Count && _codes[above] / sharing == code / sharing;
        return (isBelow, isAbove) switch
        {
            (false, false) => null,
            (true, true) => Point(code - _codes[below] <= _codes[above] - code ? below : above),
            _ => Point(isBelow ? below : above),
        };
    }

    private static CentroidTable Parse(ReadOnlySpan<byte> text)
    {
        var rows = text.Count((byte)'\n');
        var table = new CentroidTable(new int[rows], new int[rows], new int[rows]);
        for (var row = 0; row < rows; row++)
        {
            table._codes[row] = Number(ref text, (byte)',');
            table._latitudes[row] = Number(ref text, (byte)',');
            table._longitudes[row] = Number(ref text, (byte)'\n');
        }

        return table;
    }

    // Degrees have exactly four decimals, so leaving out the point gives them in units of 1/10,000.
    private static int Number(ref ReadOnlySpan<byte> text, byte end)
    {
        var length = text.IndexOf(end);
        var (number, isNegative) = (0, false);
        foreach (var character in text[..length])
        {
            switch (character)
            {
                case (byte)'-':
                    isNegative = true;
                    break;
                case >= (byte)'0' and <= (byte)'9':
                    number = (number * 10) + (character - '0');
                    break;
                case (byte)'.':
                    break;
                default:
                    throw new InvalidDataException($"'{Encoding.UTF8.GetString(text[..length])}' is not a number.");
            }
        }

        text = text[(length + 1)..];
        return isNegative ? -number : number;
    }

    private GeoPoint Point(int row) => new(_latitudes[row] / UnitsPerDegree, _longitudes[row] / UnitsPerDegree);
}
