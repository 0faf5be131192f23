using System;
using System.Collections.Generic;
using System.Linq;
using System.Reflection;
using EcgChip.ChipClock;
using EcgChip.ChipClock.Costs;
using EcgChip.Device.Session;
using EcgChip.Records;
using EcgChip.Signal.Rhythm;
using Xunit.Abstractions;

namespace EcgChip.Device.Tests.Analysis;

/// <summary>What judging a rhythm costs the chip: executed IL, charged what it costs in the chip's interpreter, counted while it executes.</summary>
public class RhythmBudgetTests(ITestOutputHelper output)
{
    /// <summary>3 ms of the chip's time at 160 million instructions a second: what the loop bears.</summary>
    private const long LargestSlice = 480_000;

    /// <summary>3 s of it, for the fastest heart that a recording of 5 min has room for.</summary>
    private const long LargestAnalysis = 480_000_000;

    private const int Beats = 1000;
    private const int FirstBeat = 150;

    private static readonly Assembly[] Firmware = [typeof(IrregularRhythm).Assembly, typeof(RecordContents).Assembly, typeof(Recording).Assembly];

    private readonly InstructionCounter counter = new(
        Firmware.Select(each => each.Location), alongside: [typeof(CountedRhythm).Assembly.Location],
        cost: new InterpreterCost(CostTable.Load(), [.. Firmware.Select(each => each.GetName().Name!)]).Of);

    /// <summary>Rhythms that make each part work hardest, each of 1,000 beats in 5 min: name and intervals.</summary>
    public static IEnumerable<object[]> Rhythms()
    {
        Random random = new(1);
        yield return ["every interval like every other", Of(_ => 37)];
        yield return ["fibrillation", Of(_ => random.Next(25, 49))];
        yield return ["nearly alike", Of(_ => random.Next(35, 40))];
        yield return ["bigeminy", Of(beat => beat % 2 == 0 ? 28 : 46)];
        yield return ["fast with long pauses", Of(beat => beat % 60 == 59 ? 600 : 27)];
        yield return ["fast, then slow", Of(beat => beat % 100 < 60 ? 26 : 53)];
        yield return ["from fast to slow and back", Of(beat => 37 + (int)(11 * Math.Sin(beat / 15.0)))];
    }

    [Theory]
    [MemberData(nameof(Rhythms))]
    public void No_slice_takes_more_than_3_ms_and_a_thousand_beats_no_more_than_3_s(string rhythm, int[] intervals)
    {
        int[] peaks = new int[Beats];
        peaks[0] = FirstBeat;
        for (int beat = 1; beat < Beats; beat++)
        {
            peaks[beat] = peaks[beat - 1] + intervals[beat];
        }

        Assert.InRange(peaks[^1], 0, 300 * 125);
        foreach (int[] classes in new[] { new int[Beats], [.. Enumerable.Range(0, Beats).Select(beat => beat % 5 == 4 ? 2 : 0)] })
        {
            long[] slices = Slices(peaks, classes);
            output.WriteLine($"{rhythm}: {slices.Length} slices, {slices.Sum():N0} instructions in all, {slices.Max():N0} in the largest");
            Assert.InRange(slices.Max(), 1, LargestSlice);
            Assert.InRange(slices.Sum(), Beats, LargestAnalysis);
        }
    }

    private static int[] Of(Func<int, int> interval) => [.. Enumerable.Range(0, Beats).Select(interval)];

    private long[] Slices(int[] peaks, int[] classes)
    {
        Assembly tests = counter.Load(typeof(CountedRhythm).Assembly.GetName().Name!);
        MethodInfo run = tests.GetType(typeof(CountedRhythm).FullName!, throwOnError: true)!.GetMethod(nameof(CountedRhythm.Slices))!;
        Func<long> total = () => counter.Total;
        counter.Reset();
        return (long[])run.Invoke(null, [total, peaks, classes, Recording.GapCapacity])!;
    }
}
