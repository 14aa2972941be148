using Dom.Core;
using Dom.Core.Inventory;
using Dom.Functions.Storage;
using Dom.Functions.Tests.TestKit;
using Dom.Tests;
using Xunit.Abstractions;

namespace Dom.Functions.Tests.Storage;

[Collection(SharedAzurite.Name)]
public sealed class TableKeyTests(AzuriteFixture azurite, ITestOutputHelper output)
{
    [Fact]
    public void TextOf_gives_back_every_character_that_a_SKU_may_hold()
    {
        for (var c = 0; c <= char.MaxValue; c++)
        {
            var text = $"a{(char)c}b";
            if (Identifier.IsPrintable(text))
            {
                Assert.Equal(text, TableKey.TextOf(TableKey.Of(text)));
            }
        }
    }

    [Theory]
    [InlineData("plain", "plain")]
    [InlineData("a/b", "a~2Fb")]
    [InlineData("~2F", "~7E2F")]
    [InlineData("50%", "50~25")]
    [InlineData("a|b", "a~7Cb")]
    public void Of_writes_what_no_key_takes_by_its_number(string text, string expected)
    {
        Assert.Equal(expected, TableKey.Of(text));
    }

    [Fact]
    public void Of_gives_different_texts_different_keys()
    {
        var seed = Environment.TickCount;
        output.WriteLine($"Seed {seed}");
        var random = new Random(seed);
        var keys = new Dictionary<string, string>(StringComparer.Ordinal);
        for (var i = 0; i < 20_000; i++)
        {
            var text = new string(random.GetItems("/\\#?%|~27EFab".AsSpan(), random.Next(1, 6)));

            var key = TableKey.Of(text);

            Assert.True(keys.TryAdd(key, text) || keys[key] == text, $"'{text}' and '{keys[key]}' have the key '{key}'");
            Assert.DoesNotContain(key, character => "/\\#?%|".Contains(character, StringComparison.Ordinal));
        }
    }

    [Theory]
    [InlineData("it's 100% / \\ # ? ~ | \"&+= ü€")]
    [InlineData("a b")]
    [InlineData("'")]
    [InlineData("\u00e9 \ud83d\udce6")]
    public async Task Stock_of_any_SKU_is_stored_and_found(string sku)
    {
        await using var bed = await FunctionsBed.StartAsync(azurite);

        await bed.CountAsync(sku, ("S1", 3));

        Assert.Equal((3, 0), await bed.StockAsync(sku, "S1"));
        Assert.Empty((await bed.Get<StockStore>().ReadAsync(new Sku(sku + "x"), CancellationToken.None)).Rows);
    }
}
