using System;

namespace EcgChip.WeightsGen.Training;

/// <summary>
/// Random numbers for one purpose, from the run's seed and a number such as the epoch: where a run stands is then said by the epoch
/// alone, and a run that goes on from a checkpoint draws what it would have drawn.
/// </summary>
public static class RandomNumbers
{
    // Primes, so that neighbouring seeds, purposes and numbers do not meet.
    private const int SeedFactor = 1_000_003;
    private const int PurposeFactor = 7_919;

    /// <summary>A generator; .NET keeps the numbers of a seeded one the same from version to version.</summary>
    public static Random Create(int seed, RandomPurpose purpose, int number = 0) =>
        new(unchecked((seed * SeedFactor + (int)purpose) * PurposeFactor + number));

    /// <summary>A normally distributed number of mean 0 and deviation 1 (Box and Muller 1958).</summary>
    public static double NextNormal(this Random random)
    {
        ArgumentNullException.ThrowIfNull(random);
        return Math.Sqrt(-2 * Math.Log(1 - random.NextDouble())) * Math.Cos(2 * Math.PI * random.NextDouble());
    }
}
