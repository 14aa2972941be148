using Dom.Core.Solving.Pools;

namespace Dom.Core.Tests.Solving.Pools;

public sealed class OrderPoolsTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public void Set_keeps_the_last_block_of_every_order_however_often_they_are_replaced(int threads)
    {
        const int orders = 1500;
        var pools = new OrderPools(orders, new(threads));
        var expected = new int[orders][];
        var random = new Random(5);

        for (var round = 0; round < 40; round++)
        {
            for (var order = 0; order < orders; order++)
            {
                if (round == 0 || random.Next(3) == 0)
                {
                    expected[order] = [.. Enumerable.Range(0, random.Next(40) == 0 ? 20_000 : 1 + random.Next(400)).Select(_ => random.Next())];
                    pools.Set(order % threads, order, expected[order]);
                }
            }

            pools.Tidy();
        }

        for (var order = 0; order < orders; order++)
        {
            Assert.Equal(expected[order], pools.Data(order).AsSpan(pools.At(order), expected[order].Length).ToArray());
        }
    }
}
