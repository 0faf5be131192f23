using System;
using System.Collections.Generic;
using System.IO;
using EcgChip.Formats;
using EcgChip.Formats.Wfdb;
using EcgChip.Signal;
using EcgChip.Simulator.FrontEnd;
using EcgChip.Simulator.Patients;

namespace EcgChip.WeightsGen.Infarction;

/// <summary>
/// Cuts the beats of a record for the seed network, as <see cref="Beats.SeedBeatExtractor"/> does it but for the R peaks: the database has no beat
/// annotations, so they are those that the device's own detector finds.
/// </summary>
public static class PtbBeatExtractor
{
    /// <summary>The lead that the device measures.</summary>
    public const string Lead = "II";

    // Reaches back from the newest sample over the detector's latest report.
    private const int RingLength = 512;
    private const int RingMask = RingLength - 1;

    /// <summary>Cuts all whole beats of a record, in order of time; one that the record's end cuts off is left out.</summary>
    /// <param name="patient">Whose record it is.</param>
    /// <param name="recordPath">Path of the record without an extension.</param>
    /// <exception cref="RecordingException">The record cannot be read, or has no lead II.</exception>
    public static IReadOnlyList<PtbBeat> Extract(PtbPatient patient, string recordPath)
    {
        ArgumentNullException.ThrowIfNull(patient);
        WfdbRecord record = WfdbRecord.Open(recordPath);
        FrontEndSampler sampler = new(WfdbPatient.From(record, Lead), new AnalogSettings());
        FrontEndSettings board = BoardSettings.AsDesigned;
        Conditioner conditioner = new(board, MainsFrequency.Hz50);
        RPeakDetector detector = new();
        BeatCutter cutter = new();
        double delaySamples = BoardSettings.DelayUs(board) / (double)SignalUnits.SampleIntervalUs;
        int end = sampler.SampleCount + (int)delaySamples;
        int[] sums = new int[1];
        short[] ring = new short[RingLength];
        List<int> peaks = [];
        List<(int Peak, sbyte[] Values)> cut = [];
        sbyte[] values = new sbyte[BeatWindow.Length];

        // The detector reports the last R peaks up to a second late; the patient's last voltage stands as long as that.
        int last = end + RPeakDetector.LatestReport;
        for (int n = 0; n <= last; n++)
        {
            sums[0] = sampler.NextReadingSum();
            conditioner.Process(sums, 0, 1, ring, RingMask, n);
            detector.Add(ring, RingMask, n, 1);
            if (n < end)
                cutter.AddSample(ring[n & RingMask]);
            while (detector.TryNext(out int peak))
            {
                // As the device does: an R peak that is found twice counts once.
                if (peak >= end || (peaks.Count > 0 && peak <= peaks[^1]))
                    continue;

                peaks.Add(peak);
                cutter.AddRPeak(peak);
            }

            if (n == last)
                cutter.End();
            while (cutter.TryNext(values))
                cut.Add((cutter.RPeak, [.. values]));
        }

        return Whole(cut, peaks, end).ConvertAll(
            beat => new PtbBeat(patient.Name, Path.GetFileName(recordPath), (int)Math.Round(beat.Peak - delaySamples), patient.Diagnosis, beat.Values));
    }

    /// <summary>The beats that are over before the record is.</summary>
    private static List<(int Peak, sbyte[] Values)> Whole(List<(int Peak, sbyte[] Values)> cut, List<int> peaks, int end)
    {
        if (peaks.Count < 2)
            return [];

        int[] intervals = new int[peaks.Count - 1];
        for (int i = 0; i < intervals.Length; i++)
            intervals[i] = peaks[i + 1] - peaks[i];
        int length = BeatWindow.SignalLength(MedianInterval.Of(intervals, intervals.Length));
        return cut.FindAll(beat => beat.Peak + length <= end);
    }
}
