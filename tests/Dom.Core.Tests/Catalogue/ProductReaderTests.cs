using Dom.Core.Catalogue;
using Dom.Core.Messages;
using Dom.Core.Tests.TestKit;

namespace Dom.Core.Tests.Catalogue;

public sealed class ProductReaderTests
{
    [Fact]
    public void Read_takes_all_that_is_told()
    {
        var products = Products("""
            [{"sku":"B 1","category":"apparel/shoes","supplementary":["sale","season/winter"],"unitGrams":450,"size":{"lengthMm":300,"widthMm":200,"heightMm":100}},{"sku":"A"}]
            """);

        Assert.Equal(["B 1", "A"], products.Select(product => product.Sku.Value));
        Assert.Equal("apparel/shoes", products[0].Category?.Value);
        Assert.Equal(["sale", "season/winter"], products[0].Supplementary.Select(category => category.Value));
        Assert.Equal((450, 6_000_000L), (products[0].UnitGrams, products[0].Size?.CubicMillimetres));
        Assert.Equal((null, 0, null, 0), (products[1].Category, products[1].UnitGrams, products[1].Size, products[1].Supplementary.Length));
    }

    [Theory]
    [InlineData("""[]""", "body")]
    [InlineData("""[5]""", "body[0]")]
    [InlineData("""[{"category":"a"}]""", "body[0].sku")]
    [InlineData("""[{"sku":"A","category":"a//b"}]""", "body[0].category")]
    [InlineData("""[{"sku":"A","category":"a/b c"}]""", "body[0].category")]
    [InlineData("""[{"sku":"A","supplementary":["a/"]}]""", "body[0].supplementary[0]")]
    [InlineData("""[{"sku":"A","supplementary":"a"}]""", "body[0].supplementary")]
    [InlineData("""[{"sku":"A","unitGrams":-1}]""", "body[0].unitGrams")]
    [InlineData("""[{"sku":"A","size":{"lengthMm":1,"widthMm":1}}]""", "body[0].size.heightMm")]
    [InlineData("""[{"sku":"A","size":{"lengthMm":0,"widthMm":1,"heightMm":1}}]""", "body[0].size.lengthMm")]
    [InlineData("""[{"sku":"A"},{"sku":"A"}]""", "body[1]")]
    public void Read_names_what_is_wrong(string text, string field) => Assert.Equal(
        [field], Json.Fields(Assert.IsType<Reading<IReadOnlyList<Product>>.Refused>(ProductReader.Read(Json.Bytes(text))).Faults));

    [Theory]
    [InlineData("apparel", "apparel", true)]
    [InlineData("apparel", "apparel/shoes", true)]
    [InlineData("apparel", "apparels", false)]
    [InlineData("apparel/shoes", "apparel", false)]
    public void Covers_a_category_and_what_lies_below_it(string category, string other, bool isCovered) =>
        Assert.Equal(isCovered, new CategoryPath(category).Covers(new CategoryPath(other)));

    private static IReadOnlyList<Product> Products(string text) =>
        Assert.IsType<Reading<IReadOnlyList<Product>>.Read>(ProductReader.Read(Json.Bytes(text))).Value;
}
