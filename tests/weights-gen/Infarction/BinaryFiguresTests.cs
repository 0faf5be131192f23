using System;
using System.Linq;
using CsCheck;
using EcgChip.WeightsGen.Infarction;

namespace EcgChip.WeightsGen.Tests.Infarction;

public sealed class BinaryFiguresTests
{
    [Theory]
    [InlineData(5, 8, 30.57, 86.32)]
    [InlineData(0, 10, 0, 27.75)]
    [InlineData(10, 10, 72.25, 100)]
    [InlineData(81, 263, 25.53, 36.62)]
    public void Wilson_s_intervals_are_those_of_the_literature(int part, int all, double low, double high)
    {
        Proportion proportion = Proportion.OfCases(part, all)!;

        Assert.Equal(100.0 * part / all, proportion.Value, 1e-9);
        Assert.Equal(low, proportion.Low, 0.01);
        Assert.Equal(high, proportion.High, 0.01);
    }

    [Fact]
    public void A_part_of_nothing_is_not_known()
    {
        Assert.Null(Proportion.OfCases(0, 0));
        Assert.Null(BinaryFigures.OfPatients([(Diagnosis.Infarction, 0.1), (Diagnosis.Healthy, 0.2)]).Precision);
        Assert.Null(BinaryFigures.OfBeats([("a", Diagnosis.Infarction, 0.1), ("b", Diagnosis.Healthy, 0.2)]).Precision);
    }

    [Fact]
    public void Figures_follow_from_the_scores()
    {
        BinaryFigures figures = BinaryFigures.OfPatients(
            [(Diagnosis.Infarction, 0.9), (Diagnosis.Infarction, 0.5), (Diagnosis.Infarction, 0.6), (Diagnosis.Healthy, 0.51), (Diagnosis.Healthy, 0.2)]);

        Assert.Equal([1, 1], figures.Confusion[0]);
        Assert.Equal([1, 2], figures.Confusion[1]);
        Assert.Equal(60, figures.Accuracy!.Value, 1e-9);
        Assert.Equal(200 / 3.0, figures.Precision!.Value, 1e-9);
        Assert.Equal(200 / 3.0, figures.Recall!.Value, 1e-9);
        Assert.Equal(50, figures.Specificity!.Value, 1e-9);
        Assert.Equal(5 / 6.0, figures.Auc, 1e-9);
    }

    [Fact]
    public void The_area_is_the_part_of_the_pairs_in_the_right_order() =>
        Gen.Select(Gen.Bool, Gen.Int[0, 6]).Array[2, 30].Where(cases => cases.Any(one => one.Item1) && cases.Any(one => !one.Item1)).Sample(cases =>
        {
            double right = 0;
            foreach ((bool _, int ill) in cases.Where(one => one.Item1))
            {
                foreach ((bool _, int well) in cases.Where(one => !one.Item1))
                    right += ill > well ? 1 : ill == well ? 0.5 : 0;
            }

            double pairs = cases.Count(one => one.Item1) * (double)cases.Count(one => !one.Item1);
            BinaryFigures figures = BinaryFigures.OfPatients([.. cases.Select(one => (one.Item1 ? Diagnosis.Infarction : Diagnosis.Healthy, one.Item2 / 6.0))]);
            Assert.Equal(right / pairs, figures.Auc, 1e-9);
        });

    [Fact]
    public void Intervals_of_beats_are_as_wide_as_their_patients_differ()
    {
        // Ten patients of each kind with forty beats each: in one list every patient is half right, in the other half of the patients are right.
        (string, Diagnosis, double)[] Make(Func<int, int, bool> isRight) =>
        [
            .. from patient in Enumerable.Range(0, 20)
               from beat in Enumerable.Range(0, 40)
               let truth = patient < 10 ? Diagnosis.Infarction : Diagnosis.Healthy
               select ($"p{patient}", truth, isRight(patient, beat) == (truth == Diagnosis.Infarction) ? 0.9 : 0.1),
        ];
        Proportion alike = BinaryFigures.OfBeats(Make((_, beat) => beat % 2 == 0)).Accuracy!;
        Proportion apart = BinaryFigures.OfBeats(Make((patient, _) => patient % 2 == 0)).Accuracy!;

        Assert.Equal((50, 50, 50), (alike.Value, alike.Low, alike.High));
        Assert.Equal(50, apart.Value, 1e-9);
        Assert.InRange(apart.Low, 20, 35);
        Assert.InRange(apart.High, 65, 80);
    }
}
