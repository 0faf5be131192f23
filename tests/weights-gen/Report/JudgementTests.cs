using System.Collections.Generic;
using System.Linq;
using EcgChip.WeightsGen.Beats;
using EcgChip.WeightsGen.Report;

namespace EcgChip.WeightsGen.Tests.Report;

public sealed class JudgementTests
{
    [Fact]
    public void The_worst_misses_are_the_surest_wrong_ones_and_few_of_a_kind()
    {
        // Record, true class, found class, how sure.
        (string, int, int, double)[] said =
        [
            ("100", 1, 0, 0.99), ("100", 1, 0, 0.98), ("100", 1, 0, 0.97), ("101", 1, 0, 0.96), ("100", 2, 0, 0.5), ("100", 0, 0, 1), ("102", 0, 3, 0.9),
        ];
        Judgement judgement = Make(said);

        Assert.Equal([0, 1, 3, 6, 4], judgement.WorstMisses(10, 2));
        Assert.Equal([0, 3], judgement.WorstMisses(2, 1));
        Assert.Empty(Make([("100", 0, 0, 1)]).WorstMisses(5, 2));
    }

    [Fact]
    public void Records_add_up_to_the_whole_table()
    {
        Judgement judgement = Make([("100", 1, 0, 0.9), ("208", 2, 2, 0.9), ("100", 0, 0, 0.9), ("208", 2, 1, 0.9), ("117", 0, 4, 0.9)]);

        Assert.Equal(["100", "117", "208"], judgement.ByRecord().Select(record => record.Record));
        for (int i = 0; i < ClassNames.Count; i++)
        {
            for (int k = 0; k < ClassNames.Count; k++)
                Assert.Equal(judgement.InInt8.Counts[i][k], judgement.ByRecord().Sum(record => record.Found.Counts[i][k]));
        }
    }

    [Fact]
    public void Agreement_counts_what_both_said_whatever_is_true()
    {
        Judgement same = Make([("100", 1, 0, 0.9), ("100", 2, 2, 0.9), ("100", 0, 0, 0.9), ("100", 0, 3, 0.9)]);
        Judgement judgement = same with { ByFloat = [0, 2, 1, 3] };

        Assert.Equal(75, judgement.Agreement);
        Assert.Equal(1, judgement.AgreementCounts()[1][0]);
        Assert.Equal(4, judgement.AgreementCounts().Sum(row => row.Sum()));
    }

    private static Judgement Make((string Record, int True, int Found, double Share)[] said)
    {
        List<Beat> beats = [.. said.Select((one, i) => new Beat(one.Record, i, i, one.True, []))];
        int[] found = [.. said.Select(one => one.Found)];
        return new Judgement(beats, found, found, [.. said.Select(one =>
        {
            double[] shares = new double[ClassNames.Count];
            shares[one.Found] = one.Share;
            return shares;
        })]);
    }
}
