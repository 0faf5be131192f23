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

    // Reaches back from the newest sample over the detector's latest report to the start of that beat's window.
    private const int RingLength = 512;
    private const int RingMask = RingLength - 1;

    /// <summary>Cuts all beats of a record that are found and annotated, lead MLII where it has one.</summary>
    /// <param name="recordPath">Path of the record without an extension; its annotations stand beside it as .atr.</param>
    /// <exception cref="RecordingException">The record or its annotations cannot be read.</exception>
    public static RecordBeats Extract(string recordPath)
    {
        WfdbRecord record = WfdbRecord.Open(recordPath);
        ReferenceBeats reference = ReferenceBeats.FromAnnotations(WfdbAnnotations.Read(recordPath + Recordings.ReferenceAnnotator));
        double recordSamples = record.SampleRate / SignalUnits.SampleRate;
        List<(double Peak, sbyte[] Values)> cut = Listen(WfdbPatient.From(record));

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
                    record.Name, (int)Math.Round(cut[f].Peak), reference.Beats[r].Sample, (int)reference.Beats[r].Class, cut[f].Values));
            else if (!reference.Flutter.Any(range => range.Contains(found[f].Sample)))
                extra++;
        }

        return new RecordBeats(record.Name, beats, new Detection(missed, extra));
    }

    /// <summary>Every beat that the device would find: its R peak at 125 Hz, delays removed, and its window.</summary>
    private static List<(double Peak, sbyte[] Values)> Listen(WfdbPatient patient)
    {
        FrontEndSampler sampler = new(patient, new AnalogSettings());
        FrontEndSettings board = BoardSettings.AsDesigned;
        Conditioner conditioner = new(board, MainsFrequency.Hz50);
        RPeakDetector detector = new();
        double delaySamples = BoardSettings.DelayUs(board) / SignalUnits.SampleIntervalUs;
        int[] sums = new int[1];
        short[] ring = new short[RingLength];
        Queue<int> waiting = new();
        List<(double Peak, sbyte[] Values)> beats = [];
        int last = int.MinValue;
        for (int n = 0; n < sampler.SampleCount; n++)
        {
            sums[0] = sampler.NextReadingSum();
            conditioner.Process(sums, 0, 1, ring, RingMask, n);
            detector.Add(ring, RingMask, n, 1);
            while (detector.TryNext(out int peak))
            {
                // As the device does: an R peak that is found twice counts once.
                if (peak > last)
                    waiting.Enqueue(peak);
                last = Math.Max(last, peak);
            }

            while (waiting.TryPeek(out int peak) && n >= peak + BedsideWindow.SamplesAfterR)
            {
                sbyte[] values = new sbyte[BedsideWindow.Length];
                BedsideWindow.Cut(ring, RingMask, 0, waiting.Dequeue(), values);
                beats.Add((peak - delaySamples, values));
            }
        }

        return beats;
    }
}
