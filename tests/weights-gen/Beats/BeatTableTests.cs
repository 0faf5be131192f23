using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using CsCheck;
using EcgChip.Signal;
using EcgChip.WeightsGen.Beats;

namespace EcgChip.WeightsGen.Tests.Beats;

public sealed class BeatTableTests
{
    private static readonly Beat s_beat = TestBeats.Make(1)[2];

    [Fact]
    public void Every_beat_comes_back_from_its_row_with_its_class_and_its_line()
    {
        Gen.SByte[0, Beat.Largest].Array[BeatWindow.Length].Select(Gen.Int[0, ClassNames.Count - 1]).Array[1, 5].Sample(
            rows =>
            {
                using TemporaryFolder folder = new();
                string path = folder.File("some.csv");
                Beat[] written = [.. rows.Select((row, i) => new Beat("some", 0, i + 1, row.Item2, row.Item1))];
                File.WriteAllLines(path, written.Select(CsvBeats.Row));

                RecordBeats read = BeatTable.Read(path);

                Assert.Equal("some", read.Record);
                Assert.Equal(written.Select(beat => (beat.Key, beat.Class)), read.Beats.Select(beat => (beat.Key, beat.Class)));
                Assert.All(written.Zip(read.Beats), pair => Assert.Equal(pair.First.Values, pair.Second.Values));
            },
            iter: 20, threads: 1);
    }

    [Theory]
    [InlineData("0", 0)]
    [InlineData("1.000000000000000000e+00", 127)]
    [InlineData("0.5", 64)]
    [InlineData("3.9e-3", 0)]
    [InlineData("4.0e-3", 1)]
    public void A_value_is_the_nearest_of_the_chip_s_steps(string text, int expected)
    {
        List<string> fields = CsvBeats.Fields(s_beat);
        fields[7] = text;

        Assert.Equal(expected, Read(string.Join(',', fields)).Beats[0].Values[7]);
    }

    [Fact]
    public void Lines_may_end_as_on_any_system()
    {
        string row = CsvBeats.Row(s_beat);

        Assert.Equal(2, Read(row + "\r\n" + row + "\r\n").Beats.Count);
        Assert.Equal(2, Read(row + "\n" + row).Beats.Count);
    }

    [Theory]
    [InlineData(100, "zero", "which is no number")]
    [InlineData(0, "", "which is no number")]
    [InlineData(3, "NaN", "not from 0 to 1")]
    [InlineData(4, "1.01", "not from 0 to 1")]
    [InlineData(4, "-0.01", "not from 0 to 1")]
    [InlineData(187, "5", "label 5")]
    [InlineData(187, "1.5", "label 1.5")]
    [InlineData(187, "-1", "label -1")]
    [InlineData(187, "NaN", "label NaN")]
    [InlineData(187, "N", "which is no number")]
    public void A_field_that_cannot_be_is_refused_with_file_line_and_what_is_wrong(int column, string text, string expected)
    {
        List<string> fields = CsvBeats.Fields(s_beat);
        fields[column] = text;

        InputException fault = Assert.Throws<InputException>(() => Read(CsvBeats.Row(s_beat) + "\n" + string.Join(',', fields) + "\n"));

        Assert.Contains("some.csv, line 2, ", fault.Message, StringComparison.Ordinal);
        Assert.Contains(expected, fault.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(-1)]
    [InlineData(1)]
    [InlineData(-187)]
    public void A_row_of_another_length_is_refused_with_file_and_line(int more)
    {
        List<string> fields = CsvBeats.Fields(s_beat);
        IEnumerable<string> changed = more < 0 ? fields.SkipLast(-more) : fields.Append("0");

        InputException fault = Assert.Throws<InputException>(() => Read(CsvBeats.Row(s_beat) + "\n" + string.Join(',', changed) + "\n"));

        Assert.Contains("some.csv, line 2, ", fault.Message, StringComparison.Ordinal);
        Assert.Contains($"has {188 + more} columns", fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_file_that_is_cut_off_anywhere_in_its_last_row_s_values_is_refused() =>
        Gen.Int[1, string.Join(',', CsvBeats.Fields(s_beat).SkipLast(1)).Length].Sample(
            cut => Assert.Throws<InputException>(() => Read(CsvBeats.Row(s_beat) + "\n" + CsvBeats.Row(s_beat)[..cut])),
            iter: 50, threads: 1);

    [Fact]
    public void An_empty_file_has_no_beats() => Assert.Throws<InputException>(() => Read(string.Empty));

    [Fact]
    public void A_folder_is_known_by_its_two_files_and_a_lone_file_by_its_extension()
    {
        using TemporaryFolder folder = new();
        Assert.Null(BeatTables.Find(folder.Path));
        Assert.Equal(new BeatTables("any.csv", null), BeatTables.Find("any.csv"));

        File.WriteAllText(folder.File(BeatTables.LearningFile), string.Empty);
        Assert.Contains(BeatTables.TestFile, Assert.Throws<InputException>(() => BeatTables.Find(folder.Path)).Message, StringComparison.Ordinal);
        File.WriteAllText(folder.File(BeatTables.TestFile), string.Empty);
        Assert.Equal(new BeatTables(folder.File(BeatTables.LearningFile), folder.File(BeatTables.TestFile)), BeatTables.Find(folder.Path));
        Directory.CreateDirectory(folder.File(Recordings.DatabaseFolder));
        Assert.Null(BeatTables.Find(folder.Path));
        Assert.NotNull(BeatTables.Find(folder.Path, preferred: true));
        Directory.Delete(folder.File(Recordings.DatabaseFolder));
        File.Delete(folder.File(BeatTables.LearningFile));
        Assert.Contains(BeatTables.LearningFile, Assert.Throws<InputException>(() => BeatTables.Find(folder.Path)).Message, StringComparison.Ordinal);
    }

    private static RecordBeats Read(string text)
    {
        using TemporaryFolder folder = new();
        string path = folder.File("some.csv");
        File.WriteAllText(path, text);
        return BeatTable.Read(path);
    }
}
