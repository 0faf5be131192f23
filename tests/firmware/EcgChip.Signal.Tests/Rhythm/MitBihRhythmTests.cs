using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using EcgChip.Formats;
using EcgChip.Formats.Wfdb;
using EcgChip.Signal.Rhythm;
using EcgChip.Testing;

namespace EcgChip.Signal.Tests.Rhythm;

/// <summary>The rules on real rhythms: reference beats and classes of whole records, at the firmware's sample rate.</summary>
public class MitBihRhythmTests
{
    [SkippableTheory]
    [InlineData("203", 1440, 5)]
    [InlineData("201", 600, 250)]
    [InlineData("219", 1360, 80)]
    [InlineData("115", 0, 0)]
    [InlineData("106", 0, 0)]
    [InlineData("119", 0, 0)]
    [InlineData("209", 0, 0)]
    [InlineData("232", 0, 0)]
    public void Fibrillation_is_found_where_it_is_and_not_in_sinus_arrhythmia_or_ectopy(string name, int leastFound, int mostFalse)
    {
        (Record record, List<(int Sample, string Rhythm)> rhythms) = Read(name);
        double found = 0;
        double wrong = 0;
        foreach ((int start, int end) in record.Irregular())
        {
            for (int sample = start; sample < end; sample += SignalUnits.SampleRate)
            {
                string rhythm = rhythms.Last(each => each.Sample <= sample).Rhythm;
                found += rhythm == "(AFIB" ? 1 : 0;

                // Flutter with changing block is as irregular as fibrillation, and so are ventricular runs in it.
                wrong += rhythm is "(AFIB" or "(AFL" or "(VT" ? 0 : 1;
            }
        }

        Assert.InRange(found, leastFound, 1810);
        Assert.InRange(wrong, 0, mostFalse);
    }

    [SkippableTheory]
    [InlineData("100", new FindingCode[0])]
    [InlineData("103", new FindingCode[0])]
    [InlineData("122", new FindingCode[0])]
    [InlineData("119", new[] { FindingCode.Bigeminy, FindingCode.Trigeminy, FindingCode.VentricularEctopy })]
    [InlineData("205", new[] { FindingCode.WideTachycardia, FindingCode.VentricularRun })]
    [InlineData("232", new[] { FindingCode.LongPause, FindingCode.Bradycardia, FindingCode.SupraventricularRun })]
    public void A_doctor_is_shown_what_the_record_is_known_for(string name, FindingCode[] needed)
    {
        (Record record, _) = Read(name);
        RhythmFindings findings = record.Findings();
        FindingCode[] shown = [.. findings.Codes().Where(code => Screening.NeedsDoctor(code, findings.Value(code), findings.Count(code)))];
        Assert.Equal(needed, needed.Length == 0 ? shown : shown.Intersect(needed));
    }

    private static (Record Record, List<(int Sample, string Rhythm)> Rhythms) Read(string name)
    {
        string path = Path.Combine(SharedData.Mitdb(), name);
        double rate = WfdbRecord.Open(path).SampleRate;
        Record record = new();
        List<(int, string)> rhythms = [];
        foreach (WfdbAnnotation mark in WfdbAnnotations.Read(path + ".atr"))
        {
            int sample = (int)Math.Round(mark.Sample * SignalUnits.SampleRate / rate);
            if (mark.TryGetClass(out AamiClass beatClass))
            {
                record.Beats.Add((sample, (int)beatClass));
            }
            else if (mark.Symbol == '+')
            {
                rhythms.Add((sample, mark.Aux.TrimEnd('\0')));
            }
        }

        return (record, rhythms);
    }

    private sealed class Record : IRhythmSource
    {
        public List<(int Peak, int Class)> Beats { get; } = [];

        public int BeatCount => Beats.Count;

        public int RPeak(int beat) => Beats[beat].Peak;

        public int ClassOf(int beat) => Beats[beat].Class;

        public bool IsGood(int first, int last) => true;

        public RhythmFindings Findings()
        {
            RhythmAnalysis analysis = new(this);
            while (!analysis.Step())
            {
            }

            return analysis.Findings;
        }

        public List<(int Start, int End)> Irregular()
        {
            List<(int, int)> stretches = [];
            IrregularRhythm rhythm = new();
            int? from = null;
            foreach ((int peak, int beatClass) in Beats)
            {
                bool irregular = rhythm.Add(peak, beatClass);
                if (irregular && from is null)
                {
                    from = rhythm.Since;
                }
                else if (!irregular && from is int start)
                {
                    stretches.Add((start, rhythm.Since));
                    from = null;
                }
            }

            if (from is int last)
            {
                stretches.Add((last, Beats[^1].Peak));
            }

            return [.. stretches.Where(stretch => stretch.Item2 - stretch.Item1 >= RhythmAnalysis.LeastIrregularSamples)];
        }
    }
}
