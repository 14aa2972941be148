namespace Dom.Core.Tests.Fulfillment;

/// <summary>Says what must hold in every run. The sentence, which names the seed, is made only where it does not.</summary>
internal static class Property
{
    public static void Holds(bool condition, Func<string> sentence)
    {
        if (!condition)
        {
            Assert.Fail(sentence());
        }
    }
}
