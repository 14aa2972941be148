using System.Globalization;
using System.Text;
using Dom.Core.Solving.Files;

namespace Dom.Core.Tests.Solving.Files;

public sealed class TextIndexTests
{
    [Fact]
    public void Add_numbers_texts_in_their_order()
    {
        var index = new TextIndex();
        string[] texts = ["a", "", "SKU-000001", "a", "SKU-000002", "", "Größe"];

        int[] numbers = [.. texts.Select(text => index.Add(Encoding.UTF8.GetBytes(text)))];

        Assert.Equal([0, 1, 2, 0, 3, 1, 4], numbers);
        Assert.Equal(["a", "", "SKU-000001", "SKU-000002", "Größe"], index.ToStrings());
    }

    [Fact]
    public void Find_knows_what_was_added_and_nothing_else()
    {
        string[] texts = [.. Enumerable.Range(0, 20_000).Select(number => "id-" + number.ToString(CultureInfo.InvariantCulture))];

        var index = TextIndex.Of(texts);

        Assert.All(Enumerable.Range(0, texts.Length), number => Assert.Equal(number, index.Find(Encoding.UTF8.GetBytes(texts[number]))));
        Assert.Equal(-1, index.Find("id-20000"u8));
        Assert.Equal(-1, index.Find("id"u8));
    }
}
