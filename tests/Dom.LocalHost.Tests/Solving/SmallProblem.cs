using System.Text;
using Dom.Core.Solving;
using Dom.Core.Solving.Files;

namespace Dom.LocalHost.Tests.Solving;

/// <summary>A small problem, as files and read.</summary>
internal static class SmallProblem
{
    private static readonly Dictionary<string, string> Files = new(StringComparer.Ordinal)
    {
        [FileNames.Settings] = """{ "unfilledUnitCost": 4000 }""",
        [FileNames.Rates] = "mode,maxDistanceKm,maxGrams,cost\nship,,,600\npickup,,,0\n",
        [FileNames.Locations] =
            """
            locationId,type,latitude,longitude,modes,maxOrders,parcelCost,unitCost
            DC-1,dc,39.5,-119.8,ship,,100,20
            ST-1,store,37.77,-122.42,ship|pickup,5,200,50
            """,
        [FileNames.Stock] = "sku,locationId,available\nS1,DC-1,10\nS1,ST-1,2\nS2,ST-1,1\n",
        [FileNames.Orders] = "orderId,latitude,longitude,maxLocations,maxDistanceKm,shipComplete\nO1,37.8,-122.3,2,,false\nO2,40,-120,,,true\n",
        [FileNames.Lines] =
            """
            orderId,lineId,sku,quantity,unitGrams,mode,splittable,onlyLocationId
            O1,1,S1,3,250,ship,true,
            O1,2,S2,1,900,pickup,false,ST-1
            O2,1,S1,1,0,ship,false,
            """,
    };

    public static SourcingProblem Read() => ProblemReader.Read(name => new MemoryStream(Encoding.UTF8.GetBytes(Files[name])));

    public static string WriteTo(string folder)
    {
        Directory.CreateDirectory(folder);
        foreach (var (name, text) in Files)
        {
            File.WriteAllText(Path.Combine(folder, name), text);
        }

        return folder;
    }
}
