using System;
using System.Collections.Generic;
using System.Linq;
using EcgChip.Signal;
using EcgChip.Testing;
using EcgChip.WeightsGen.Beats;
using EcgChip.WeightsGen.Splits;
using EcgChip.WeightsGen.Training;

namespace EcgChip.WeightsGen.Tests.Splits;

public sealed class PatientSplitTests
{
    private static readonly string[] s_records =
    [
        .. new[] { 100, 101, 102, 103, 104, 105, 106, 107, 108, 109, 111, 112, 113, 114, 115, 116, 117, 118, 119, 121, 122, 123, 124 }
            .Concat([200, 201, 202, 203, 205, 207, 208, 209, 210, 212, 213, 214, 215, 217, 219, 220, 221, 222, 223, 228, 230, 231, 232, 233, 234])
            .Select(number => number.ToString(System.Globalization.CultureInfo.InvariantCulture)),
    ];

    private static readonly List<Beat> s_beats =
    [
        .. s_records.SelectMany(record => Enumerable.Range(0, 40).Select(
            i => new Beat(record, i * 100, i * 288, i % ClassNames.Count, new sbyte[BedsideWindow.Length]))),
    ];

    private static readonly Split s_split = Split.Load(Split.Patient, new Places(SharedData.RepositoryRoot).TestBeats);

    [Fact]
    public void Each_of_the_48_records_is_learnt_from_or_tested_or_paced()
    {
        string[] learnt = [.. s_records.Where(record => s_split.IsLearning(new BeatKey(record, 0)))];
        string[] tested = [.. s_records.Where(s_split.IsTestRecord)];

        Assert.Equal(22, learnt.Length);
        Assert.Equal(22, tested.Length);
        Assert.Equal(["102", "104", "107", "217"], s_records.Except(learnt).Except(tested));

        // Records 201 and 202 are of the same man; AAMI's halves part them, and everybody's figures do (de Chazal et al. 2004).
        Assert.Empty(learnt.Intersect(tested));
    }

    [Fact]
    public void No_patient_is_both_learnt_from_and_held_out_and_nobody_of_the_test_is_either()
    {
        LearningBeats learning = LearningBeats.From(s_beats, s_split, new TrainingOptions());
        string[] learnt = [.. learning.DrawEpoch(new TrainingOptions(), new Random(1)).Select(beat => beat.Record).Distinct()];
        string[] heldOut = [.. learning.Validation.Select(beat => beat.Record).Distinct().Order(StringComparer.Ordinal)];

        Assert.Equal(s_split.HeldOutRecords, heldOut);
        Assert.Equal(22, learnt.Length + heldOut.Length);
        Assert.Empty(learnt.Intersect(heldOut));
        Assert.DoesNotContain(learnt.Concat(heldOut), s_split.IsTestRecord);
        Assert.Equal(heldOut.Length * 40, learning.Validation.Count);
    }

    [Fact]
    public void Splits_by_beat_hold_out_no_whole_patients()
    {
        Split split = Split.ByList("list", new HashSet<BeatKey>());

        Assert.False(split.HoldsOutPatients);
        Assert.DoesNotContain(s_beats, beat => split.IsHeldOut(beat.Key) || split.IsTestRecord(beat.Record));
    }
}
