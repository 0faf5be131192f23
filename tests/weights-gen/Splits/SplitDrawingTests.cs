using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using EcgChip.Testing;
using EcgChip.WeightsGen.Beats;
using EcgChip.WeightsGen.Commands;
using EcgChip.WeightsGen.Splits;

namespace EcgChip.WeightsGen.Tests.Splits;

public sealed class SplitDrawingTests
{
    private static readonly Lazy<IReadOnlyList<AnnotatedBeat>> s_all = new(() => AnnotatedBeat.ReadAll(Recordings.All(SharedData.Directory)));

    private static string Lists => new Places(SharedData.RepositoryRoot).TestBeats;

    [SkippableFact]
    public void The_balanced_list_has_819_beats_of_N_V_and_Q_and_a_fifth_of_S_and_F()
    {
        SharedData.Mitdb();
        IReadOnlySet<BeatKey> list = TestList.Read(Split.BalancedFile(Lists));

        int[] counts = CountClasses(list);
        int[] all = CountClasses(s_all.Value.Select(beat => beat.Key).ToHashSet());

        Assert.Equal([819, (int)Math.Round(all[1] * 0.2), 819, (int)Math.Round(all[3] * 0.2), 819], counts);
    }

    [SkippableFact]
    public void The_random_list_has_a_fifth_of_every_class()
    {
        SharedData.Mitdb();
        int[] counts = CountClasses(TestList.Read(Split.RandomFile(Lists)));
        int[] all = CountClasses(s_all.Value.Select(beat => beat.Key).ToHashSet());

        Assert.Equal(all.Select(count => (int)Math.Round(count * 0.2, MidpointRounding.AwayFromZero)), counts);
    }

    [SkippableFact]
    public void Drawing_again_gives_the_committed_lists()
    {
        SharedData.Mitdb();

        Assert.Equal(
            File.ReadAllText(Split.BalancedFile(Lists)), TestList.ToTable(SplitDrawing.Balanced(s_all.Value, SplitCommand.DrawingSeed)));
        Assert.Equal(
            File.ReadAllText(Split.RandomFile(Lists)), TestList.ToCompact(SplitDrawing.Random(s_all.Value, SplitCommand.DrawingSeed)));
    }

    [Fact]
    public void The_committed_balanced_list_names_3174_different_beats()
    {
        string[] lines = File.ReadAllLines(Split.BalancedFile(Lists));

        Assert.Equal(3174, TestList.Read(Split.BalancedFile(Lists)).Count);
        Assert.Equal(3174 + 1, lines.Length);
    }

    [Fact]
    public void Every_beat_of_the_balanced_list_is_on_the_random_list_too()
    {
        Assert.True(TestList.Read(Split.BalancedFile(Lists)).IsSubsetOf(TestList.Read(Split.RandomFile(Lists))));
    }

    [Fact]
    public void A_beat_near_a_record_s_end_is_not_drawn()
    {
        List<AnnotatedBeat> all = [.. Enumerable.Range(0, 6000).Select(i => Annotated(i, i % ClassNames.Count, start: i % 3, end: 14 + i % 3))];

        IReadOnlyList<AnnotatedBeat> drawn = SplitDrawing.Random(all, 1);

        Assert.NotEmpty(drawn);
        Assert.All(drawn, beat => Assert.True(beat.SecondsFromStart >= 2 && beat.SecondsToEnd >= 15));
    }

    [Fact]
    public void Both_forms_of_a_list_are_read_as_they_were_written()
    {
        using TemporaryFolder folder = new();
        Random random = new(3);
        List<AnnotatedBeat> beats = [.. Enumerable.Range(0, 3000).Select(i => Annotated(random.Next(1, 1_000_000), i % ClassNames.Count)).DistinctBy(beat => beat.Key)];

        File.WriteAllText(folder.File("table"), TestList.ToTable(beats));
        File.WriteAllText(folder.File("compact"), TestList.ToCompact(beats));

        HashSet<BeatKey> keys = [.. beats.Select(beat => beat.Key)];
        Assert.True(keys.SetEquals(TestList.Read(folder.File("table"))));
        Assert.True(keys.SetEquals(TestList.Read(folder.File("compact"))));
    }

    [Theory]
    [InlineData("record,sample,class,symbol\n100\n")]
    [InlineData("record,sample,class,symbol\n100,x,N,N\n")]
    [InlineData("100 12 abc\n")]
    public void What_is_no_list_is_refused_with_a_sentence(string text)
    {
        using TemporaryFolder folder = new();
        File.WriteAllText(folder.File("list"), text);

        Assert.Throws<InputException>(() => TestList.Read(folder.File("list")));
    }

    [Theory]
    [InlineData(Split.Balanced)]
    [InlineData(Split.Random)]
    [InlineData(Split.Patient)]
    public void No_beat_is_both_tested_and_learnt_from(string name)
    {
        Split split = Split.Load(name, Lists);
        IReadOnlySet<BeatKey> listed = TestList.Read(Split.RandomFile(Lists));
        List<BeatKey> beats = [.. listed, .. listed.Select(beat => beat with { AnnotationSample = beat.AnnotationSample + 1 })];

        Assert.Contains(beats, split.IsTest);
        Assert.Contains(beats, split.IsLearning);
        Assert.DoesNotContain(beats, beat => split.IsTest(beat) && split.IsLearning(beat));
    }

    private static int[] CountClasses(IReadOnlySet<BeatKey> keys)
    {
        int[] counts = new int[ClassNames.Count];
        foreach (AnnotatedBeat beat in s_all.Value.Where(beat => keys.Contains(beat.Key)))
            counts[beat.Class]++;
        Assert.Equal(keys.Count, counts.Sum());
        return counts;
    }

    private static AnnotatedBeat Annotated(int sample, int beatClass, double start = 60, double end = 60) =>
        new(new BeatKey((100 + sample % 20).ToString(System.Globalization.CultureInfo.InvariantCulture), sample), beatClass, 'N', start, end);
}
