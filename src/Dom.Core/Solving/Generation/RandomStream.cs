using System.Numerics;

namespace Dom.Core.Solving.Generation;

/// <summary>
/// Random numbers that are the same on every machine: xoshiro256**, its state filled by SplitMix64 from a seed and the number of a stream. Streams are
/// independent, so that each thing drawn has one of its own, and another number of orders leaves locations as they are.
/// </summary>
/// <remarks>
/// Source: D. Blackman, S. Vigna, "Scrambled Linear Pseudorandom Number Generators", ACM Transactions on Mathematical Software 47 (2021); G. Steele,
/// D. Lea, C. Flood, "Fast Splittable Pseudorandom Number Generators", OOPSLA 2014; numbers below a limit: D. Lemire, "Fast Random Integer Generation in an
/// Interval", ACM Transactions on Modeling and Computer Simulation 29 (2019).
/// </remarks>
internal sealed class RandomStream
{
    private ulong _a;
    private ulong _b;
    private ulong _c;
    private ulong _d;

    /// <summary>Begins a stream.</summary>
    /// <param name="seed">The seed.</param>
    /// <param name="stream">The stream's number.</param>
    public RandomStream(int seed, ulong stream)
    {
        var state = unchecked(Scramble((uint)seed) + stream);
        (_a, _b, _c, _d) = (Split(ref state), Split(ref state), Split(ref state), Split(ref state));
    }

    /// <summary>The next 64 bits.</summary>
    public ulong Next()
    {
        unchecked
        {
            var result = BitOperations.RotateLeft(_b * 5, 7) * 9;
            var shifted = _b << 17;
            _c ^= _a;
            _d ^= _b;
            _b ^= _c;
            _a ^= _d;
            _c ^= shifted;
            _d = BitOperations.RotateLeft(_d, 45);
            return result;
        }
    }

    /// <summary>A number from 0 up to, not including, a limit.</summary>
    /// <param name="limit">The limit, 1 or more.</param>
    public long Below(long limit)
    {
        var high = Math.BigMul(Next(), (ulong)limit, out var low);
        if (low < (ulong)limit)
        {
            var tooFew = unchecked(0UL - (ulong)limit) % (ulong)limit;
            while (low < tooFew)
            {
                high = Math.BigMul(Next(), (ulong)limit, out low);
            }
        }

        return (long)high;
    }

    /// <summary>A number from one up to and including another.</summary>
    /// <param name="least">The least.</param>
    /// <param name="most">The greatest.</param>
    public int Between(int least, int most) => least + (int)Below((long)most - least + 1);

    /// <summary>Whether something happens that happens in some of a hundred cases.</summary>
    /// <param name="percent">In how many.</param>
    public bool Happens(int percent) => Below(100) < percent;

    private static ulong Split(ref ulong state)
    {
        unchecked
        {
            state += 0x9E37_79B9_7F4A_7C15;
            return Scramble(state);
        }
    }

    private static ulong Scramble(ulong value)
    {
        unchecked
        {
            value = (value ^ (value >> 30)) * 0xBF58_476D_1CE4_E5B9;
            value = (value ^ (value >> 27)) * 0x94D0_49BB_1331_11EB;
            return value ^ (value >> 31);
        }
    }
}
