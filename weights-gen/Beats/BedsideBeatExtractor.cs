using System;
using System.Collections.Generic;
using System.Linq;
using EcgChip.Formats;
using EcgChip.Formats.Wfdb;
using EcgChip.Scoring;
using EcgChip.Signal;
using EcgChip.Simulator.FrontEnd;
using EcgChip.Simulator.Patients;

namespace EcgChip.WeightsGen.Beats;

/// <summary>
/// Cuts the beats of a recording for the bedside network, which classifies while the heart beats: R peaks are those that the device's own
/// detector finds in the recording as it plays through the simulated front end. They are matched one to one to the reference annotations within
/// 150 ms, as EC57 asks; the class is the annotation's. Beats that are missed, or false, are counted and left out.
/// </summary>
public static class BedsideBeatExtractor
{
    private const double MsPerSecond = 1000;

    // Away from the lead itself, to either side; at 90 degrees only the other lead would be left.
    private static readonly double[] s_angles = [-75, -45, -15, 15, 45, 75];

    /// <summary>Cuts all beats of a record that are found and annotated, lead MLII where it has one.</summary>
    /// <param name="recordPath">Path of the record without an extension; its annotations stand beside it as .atr.</param>
    /// <exception cref="RecordingException">The record or its annotations cannot be read.</exception>
    public static RecordBeats Extract(string recordPath)
    {
        WfdbRecord record = WfdbRecord.Open(recordPath);
        return Extract(recordPath, record, WfdbPatient.From(record));
    }

    /// <summary>Cuts the beats of a record that may be learnt from by patient once more, from several angles between its two leads (<see cref="MixedLeads"/>).</summary>
    /// <param name="recordPath">As above.</param>
    /// <returns>The beats, angle after angle; none of a record that is not learnt from, or has one lead only.</returns>
    /// <exception cref="RecordingException">As above.</exception>
    public static RecordBeats ExtractViews(string recordPath)
    {
        WfdbRecord record = WfdbRecord.Open(recordPath);
        WfdbPatient first = WfdbPatient.From(record);
        string? other = record.Signals.Select(signal => signal.Name).FirstOrDefault(name => name != first.Lead);
        if (other is null || !PatientSplit.Ds1.Contains(record.Name))
            return new RecordBeats(record.Name, [], null);

        WfdbPatient second = WfdbPatient.From(record, other);
        return new RecordBeats(record.Name, [.. s_angles.SelectMany(angle => Extract(recordPath, record, new MixedLeads(first, second, angle)).Beats)], null);
    }

    private static RecordBeats Extract(string recordPath, WfdbRecord record, IPatient patient)
    {
        ReferenceBeats reference = ReferenceBeats.FromAnnotations(WfdbAnnotations.Read(recordPath + Recordings.ReferenceAnnotator));
        double recordSamples = record.SampleRate / SignalUnits.SampleRate;
        List<CutBeat> cut = Listen(patient);

        // The class of a found beat says nothing here: pairs are made by time alone.
        Scoring.Beat[] found = [.. cut.Select(beat => new Scoring.Beat((int)Math.Round(beat.Peak * recordSamples), AamiClass.Q))];
        double window = Ec57Comparison.WindowMs * record.SampleRate / MsPerSecond;
        List<Beat> beats = [];
        int missed = 0;
        int extra = 0;
        foreach ((int r, int f) in BeatMatcher.Match(reference.Beats, found, window))
        {
            if (f == BeatMatcher.None)
                missed++;
            else if (r != BeatMatcher.None)
                beats.Add(new Beat(
                    record.Name, (int)Math.Round(cut[f].Peak), reference.Beats[r].Sample, (int)reference.Beats[r].Class, cut[f].Values)
                {
                    Features = cut[f].Features,
                });
            else if (!reference.Flutter.Any(range => range.Contains(found[f].Sample)))
                extra++;
        }

        return new RecordBeats(record.Name, beats, new Detection(missed, extra));
    }

    /// <summary>Every beat that the device would find: its R peak at 125 Hz, delays removed, and what the network takes in of it.</summary>
    private static List<CutBeat> Listen(IPatient patient)
    {
        FrontEndSampler sampler = new(patient, new AnalogSettings());
        FrontEndSettings board = BoardSettings.AsDesigned;
        Conditioner conditioner = new(board, MainsFrequency.Hz50);
        RPeakDetector detector = new();
        double delaySamples = BoardSettings.DelayUs(board) / SignalUnits.SampleIntervalUs;
        int[] sums = new int[1];
        WaitingBeats waiting = new();
        int last = int.MinValue;
        for (int n = 0; n < sampler.SampleCount; n++)
        {
            sums[0] = sampler.NextReadingSum();
            conditioner.Process(sums, 0, 1, waiting.Ring, WaitingBeats.RingMask, n);
            detector.Add(waiting.Ring, WaitingBeats.RingMask, n, 1);
            while (detector.TryNext(out int peak))
            {
                // As the device does: an R peak that is found twice counts once.
                if (peak > last)
                    waiting.Add(peak, n);
                last = Math.Max(last, peak);
            }

            waiting.Pass(n);
        }

        waiting.End(sampler.SampleCount - 1);
        return [.. waiting.Beats.Select(beat => beat with { Peak = beat.Peak - delaySamples })];
    }
}
