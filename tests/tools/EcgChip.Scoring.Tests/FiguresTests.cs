using System;
using EcgChip.Formats;

namespace EcgChip.Scoring.Tests;

public class FiguresTests
{
    [Fact]
    public void Figures_follow_from_the_table_as_worked_out_by_hand()
    {
        Figures figures = Figures.Of(Table());
        // 10 of 110 true beats missed, 4 false: 100 / 110 and 100 / 104.
        Assert.Equal(100.0 * 100 / 110, figures.Qrs.Se!.Value, 9);
        Assert.Equal(100.0 * 100 / 104, figures.Qrs.Ppv!.Value, 9);
        Assert.Equal((10, 4), (figures.Qrs.Missed, figures.Qrs.False));
        // V: 12 right of 20; called V are 12 V, 3 N, 1 S, 2 false, while 5 F and 1 Q do not count against it.
        Assert.Equal(100.0 * 12 / 20, figures.V.Se!.Value, 9);
        Assert.Equal(100.0 * 12 / 18, figures.V.Ppv!.Value, 9);
        // S: 6 right of 10; called S are 6 S, 4 N, 2 V, 1 F, 1 false, while 2 Q do not count against it.
        Assert.Equal(100.0 * 6 / 10, figures.S.Se!.Value, 9);
        Assert.Equal(100.0 * 6 / 14, figures.S.Ppv!.Value, 9);
        // N: 55 right of 70; called N are 55 N, 1 S, 2 V, 1 F, 1 false.
        Assert.Equal(100.0 * 55 / 70, figures.N.Se!.Value, 9);
        Assert.Equal(100.0 * 55 / 60, figures.N.Ppv!.Value, 9);
    }

    [Fact]
    public void What_is_not_known_is_null()
    {
        Confusion onlyNormal = new();
        onlyNormal.Count(AamiClass.N, AamiClass.N);
        Figures figures = Figures.Of(onlyNormal);
        Assert.Equal(new ClassScore(null, null), figures.V);
        Assert.Equal(new ClassScore(100, 100), figures.N);
        Assert.Equal(new QrsScore(null, null, 0, 0), Figures.Of(new Confusion()).Qrs);
        Assert.Equal(new QrsScore(null, null, 0, 0), Figures.Average([]).Qrs);
    }

    [Fact]
    public void Gross_counts_beats_alike_and_average_counts_recordings_alike()
    {
        Confusion large = new();
        Fill(large, AamiClass.V, AamiClass.V, 90);
        Fill(large, AamiClass.V, null, 10);
        Confusion small = new();
        Fill(small, AamiClass.V, AamiClass.N, 2);
        Confusion without = new();
        Fill(without, AamiClass.N, AamiClass.N, 5);
        Score score = Score.Of([new("a", large), new("b", small), new("c", without)]);
        Assert.Equal(100.0 * 90 / 102, score.Gross.V.Se!.Value, 9);
        Assert.Equal(45, score.Average.V.Se!.Value, 9);
        Assert.Equal(100, score.Average.V.Ppv);
        Assert.Equal((10, 10 / 3.0), (score.Gross.Qrs.Missed, score.Average.Qrs.Missed));
        Assert.Equal(107, score.Confusion.Beats);
        Assert.Equal(100, score.Records[0].Beats);
    }

    [Fact]
    public void Rows_are_true_classes_and_false_and_columns_are_found_classes_and_missed()
    {
        int[][] rows = Table().ToRows();
        Assert.Equal([55, 4, 3, 1, 1, 6], rows[0]);
        Assert.Equal([1, 1, 2, 0, 0, 0], rows[5]);
        Assert.Equal(6, rows.Length);
    }

    [Fact]
    public void A_beat_that_is_neither_true_nor_found_is_no_beat() => Assert.Throws<ArgumentException>(() => new Confusion().Count(null, null));

    private static Confusion Table()
    {
        int?[][] rows =
        [
            [55, 4, 3, 1, 1, 6],
            [1, 6, 1, 0, 0, 2],
            [2, 2, 12, 1, 1, 2],
            [1, 1, 5, 0, 0, 0],
            [0, 2, 1, 0, 0, 0],
            [1, 1, 2, 0, 0, null],
        ];
        Confusion table = new();
        for (int row = 0; row < rows.Length; row++)
        {
            for (int column = 0; column < rows[row].Length; column++)
            {
                Fill(table, row == Confusion.False ? null : (AamiClass)row, column == Confusion.Missed ? null : (AamiClass)column, rows[row][column] ?? 0);
            }
        }

        return table;
    }

    private static void Fill(Confusion table, AamiClass? truth, AamiClass? found, int times)
    {
        for (int i = 0; i < times; i++)
        {
            table.Count(truth, found);
        }
    }
}
