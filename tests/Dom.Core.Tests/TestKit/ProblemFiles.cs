using Dom.Core.Solving;
using Dom.Core.Solving.Files;

namespace Dom.Core.Tests.TestKit;

/// <summary>Problems as files.</summary>
internal static class ProblemFiles
{
    /// <summary>A small problem with every feature; each test changes what it is about.</summary>
    public static MemoryFolder Small() => new MemoryFolder()
        .With(FileNames.Settings, """{ "unfilledUnitCost": 4000 }""")
        .With(FileNames.Rates,
            """
            mode,maxDistanceKm,maxGrams,cost
            ship,500,1000,600
            ship,500,,900
            ship,,1000,800
            ship,,,1200
            pickup,,,0
            """)
        .With(FileNames.Locations,
            """
            locationId,type,latitude,longitude,modes,maxOrders,parcelCost,unitCost
            DC-1,dc,39.5,-119.8,ship,,100,20
            ST-1,store,37.77,-122.42,ship|pickup,5,200,50
            ST-2,warehouse,-33.5,151,,0,0,0
            """)
        .With(FileNames.Stock,
            """
            sku,locationId,available
            S1,DC-1,10
            S1,ST-1,2
            S2,ST-1,1
            """)
        .With(FileNames.Orders,
            """
            orderId,latitude,longitude,maxLocations,maxDistanceKm,shipComplete
            O1,37.8,-122.3,2,,false
            O2,40,-120,,750.5,true
            """)
        .With(FileNames.Lines,
            """
            orderId,lineId,sku,quantity,unitGrams,mode,splittable,onlyLocationId
            O1,1,S1,3,250,ship,true,
            O1,2,S2,1,900,pickup,false,ST-1
            O2,1,S3,1,0,ship,false,
            """);

    public static MemoryFolder Write(SourcingProblem problem)
    {
        var folder = new MemoryFolder();
        ProblemWriter.Write(problem, folder.Create);
        return folder;
    }

    public static SourcingProblem Read(this MemoryFolder folder) => ProblemReader.Read(folder.Open);
}
