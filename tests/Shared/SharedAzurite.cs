namespace Dom.Tests;

/// <summary>The tests that share one Azurite: <c>[Collection(SharedAzurite.Name)]</c> on the class, the fixture in its
/// constructor.</summary>
[CollectionDefinition(Name)]
public sealed class SharedAzurite : ICollectionFixture<AzuriteFixture>
{
    public const string Name = "Azurite";
}
