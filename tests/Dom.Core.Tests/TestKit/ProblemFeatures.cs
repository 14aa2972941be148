namespace Dom.Core.Tests.TestKit;

/// <summary>What a random sourcing problem has in it.</summary>
[Flags]
internal enum ProblemFeatures
{
    None = 0,
    Splittable = 1,
    ShipComplete = 2,
    MaxLocations = 4,
    MaxOrders = 8,
    SeveralModes = 16,
    OnlyLocation = 32,
    SharedSkus = 64,
    Candidates = 128,
    MaxDistance = 256,
    DistanceCost = 512,
    LightUnits = 1024,
    LimitedGrid = 2048,
    All = 4095,
}
