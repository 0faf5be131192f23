using System;
using System.Linq;
using CsCheck;
using EcgChip.WeightsGen.Map;

namespace EcgChip.WeightsGen.Tests.Map;

public sealed class AffinitiesTests
{
    private const double Close = 1e-3;

    [Fact]
    public void A_point_gets_as_many_neighbours_as_the_perplexity_says_whatever_the_distances()
    {
        Gen.Select(Gen.Double[1e-6, 1e6].Array[40, 120], Gen.Double[2, 12], Gen.Int[0, 39]).Sample(
            (distances, perplexity, self) =>
            {
                double[] row = Affinities.Conditional(distances, self, perplexity);

                double entropy = -row.Where(part => part > 0).Sum(part => part * Math.Log(part));
                Assert.Equal(1, row.Sum(), 1e-9);
                Assert.Equal(0, row[self]);
                Assert.InRange(Math.Exp(entropy), perplexity * (1 - Close), perplexity * (1 + Close));
            },
            iter: 200);
    }

    [Fact]
    public void A_nearer_point_is_never_less_a_neighbour()
    {
        double[] distances = [0, 4, 1, 9, 1, 25];

        double[] row = Affinities.Conditional(distances, 0, 2.5);

        Assert.Equal(row[2], row[4]);
        Assert.True(row[2] > row[1] && row[1] > row[3] && row[3] > row[5]);
    }

    [Fact]
    public void Points_that_lie_on_each_other_share_and_nothing_is_lost()
    {
        double[] distances = [0, 0, 0, 0, 0, 0, 50, 60];

        double[] row = Affinities.Conditional(distances, 0, 2);

        Assert.Equal(1, row.Sum(), 1e-9);
        Assert.All(row[1..6], part => Assert.Equal(0.2, part, 1e-9));
    }

    [Fact]
    public void All_together_are_one_and_mutual()
    {
        Random random = new(3);
        float[][] vectors = [.. Enumerable.Range(0, 50).Select(_ => Enumerable.Range(0, 6).Select(_ => random.NextSingle()).ToArray())];

        double[][] rows = Affinities.Of(vectors, 10);

        Assert.Equal(1, rows.Sum(row => row.Sum()), 1e-9);
        for (int i = 0; i < rows.Length; i++)
        {
            Assert.Equal(0, rows[i][i]);
            for (int j = 0; j < i; j++)
                Assert.Equal(rows[i][j], rows[j][i]);
        }
    }
}
