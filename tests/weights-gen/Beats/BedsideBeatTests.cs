using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using EcgChip.Formats.Wfdb;
using EcgChip.Scoring;
using EcgChip.Signal;
using EcgChip.Testing;
using EcgChip.WeightsGen.Beats;
using Beat = EcgChip.WeightsGen.Beats.Beat;

namespace EcgChip.WeightsGen.Tests.Beats;

public sealed class BedsideBeatTests
{
    private const double WindowSeconds = 0.150;

    // A rounding of each of the two samples that are compared.
    private const double RoundingSeconds = 0.006;

    [SkippableTheory]
    [InlineData("100")]
    [InlineData("207")]
    [InlineData("208")]
    public void Every_beat_is_one_annotated_beat_within_150_ms_and_what_is_left_out_is_counted(string name)
    {
        string path = Path.Combine(SharedData.Mitdb(), name);
        ReferenceBeats reference = ReferenceBeats.FromAnnotations(WfdbAnnotations.Read(path + Recordings.ReferenceAnnotator));
        Dictionary<int, int> classes = reference.Beats.ToDictionary(beat => beat.Sample, beat => (int)beat.Class);
        double rate = WfdbRecord.Open(path).SampleRate;

        RecordBeats found = BedsideBeatExtractor.Extract(path);

        Assert.Equal(reference.Beats.Count, found.Beats.Count + found.Detection!.Missed);
        Assert.Equal(found.Beats.Count, found.Beats.Select(beat => beat.Key).Distinct().Count());
        Assert.All(found.Beats, beat =>
        {
            Assert.Equal(classes[beat.AnnotationSample], beat.Class);
            double seconds = beat.Sample / (double)SignalUnits.SampleRate - beat.AnnotationSample / rate;
            Assert.InRange(seconds, -WindowSeconds - RoundingSeconds, WindowSeconds + RoundingSeconds);
        });
        Assert.InRange(found.Detection.Missed, 0, reference.Beats.Count / 50);
        Assert.InRange(found.Detection.False, 0, reference.Beats.Count / 20);
    }

    [SkippableFact]
    public void A_beat_s_window_has_its_R_peak_in_the_middle_and_fills_the_range()
    {
        IReadOnlyList<Beat> beats = BedsideBeatExtractor.Extract(Path.Combine(SharedData.Mitdb(), "100")).Beats;

        // Record 100 is clean and its R peaks point up: the largest deviation of nearly every window is R itself.
        Assert.All(beats, beat => Assert.Equal(BedsideWindow.Largest, beat.Values.Max(value => Math.Abs((int)value))));
        int atR = beats.Count(beat => beat.Values[BedsideWindow.RPeakAt] == BedsideWindow.Largest);
        Assert.InRange(atR, beats.Count * 98 / 100, beats.Count);
    }
}
