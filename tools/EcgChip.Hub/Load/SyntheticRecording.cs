using System;
using EcgChip.Formats.Sealing;
using EcgChip.Records;

namespace EcgChip.Hub.Load;

/// <summary>
/// Recordings to load a hub with, and to test it: a drawn ECG with beats, gaps, findings and models in the device's own format, of about the size that a device's
/// have. It shows nobody's heart.
/// </summary>
internal sealed class SyntheticRecording
{
    internal const int SampleRate = 125;

    private const int UnitsPerMillivolt = 200;

    // The electrodes' noise, in units of 5 uV: with it a sample packs into 5.5 bits or so, as of MIT-BIH's recordings (docs/storage.md).
    private const double NoiseUnits = 7;

    // R, then S, T and the P of the next beat: seconds from R, width and millivolts.
    private static readonly (double At, double Width, double Millivolts)[] Waves = [(0, 0.011, 1.1), (0.03, 0.012, -0.22), (0.28, 0.055, 0.28), (-0.16, 0.025, 0.12)];
    private static readonly (double At, double Width, double Millivolts)[] Wide = [(0, 0.04, 1.5), (0.13, 0.05, -0.6), (0.33, 0.07, -0.35)];

    private const int VentricularClass = 2;
    private const int CoupletCode = 8;
    private const int EctopyCode = 11;
    private const int TachycardiaCode = 6;
    private const int FastRate = 131;

    private readonly Random random;

    /// <summary>Everything about it comes of the seed.</summary>
    internal SyntheticRecording(int seed) => random = new Random(seed);

    /// <summary>Seconds that it lasts.</summary>
    internal int Seconds { get; init; } = 60;

    /// <summary>When it began; null where the device did not know.</summary>
    internal DateTime? Start { get; init; }

    /// <summary>The patient's number; 0 where none was given.</summary>
    internal int Patient { get; init; }

    /// <summary>Ventricular beats in a hundred; at least two of them stand together where there are any.</summary>
    internal int VentricularPercent { get; init; }

    /// <summary>Mean heart rate, beats a minute.</summary>
    internal int Rate { get; init; } = 72;

    /// <summary>The record as it is sent, with its seal.</summary>
    /// <param name="deviceKey">The device's key.</param>
    /// <param name="deviceId">Its id.</param>
    /// <param name="sequence">The record's number.</param>
    internal byte[] Sealed(ReadOnlySpan<byte> deviceKey, long deviceId, int sequence)
    {
        byte[] record = Record(deviceId, sequence);
        return [.. record, .. RecordSeal.Make(DeviceKeys.Record(deviceKey), deviceId, sequence, record)];
    }

    /// <summary>The record without a seal.</summary>
    internal byte[] Record(long deviceId, int sequence)
    {
        RecordContents contents = Contents();
        contents.DeviceId = deviceId;
        contents.Sequence = sequence;
        if (Start is { } start)
        {
            contents.SetStart(Clock.UnixMs(start));
        }

        return Written(contents);
    }

    /// <summary>What the record says, but for device, number and start.</summary>
    internal RecordContents Contents()
    {
        int samples = Seconds * SampleRate;
        RecordContents contents = new(samples, gapCapacity: 1)
        {
            PatientNumber = Patient,
            FrontEndGain = 400,
            MainsFrequency = 50,
        };
        contents.AddModel(new ModelReference(ModelRole.Live, "bedside", "7f305bfbd21bdc89"));
        contents.AddModel(new ModelReference(ModelRole.Representative, "seed", "39d02cc1a8a79cf1"));
        double[] ecg = new double[samples];
        int ventricular = Beats(contents, ecg);
        Summary(contents, samples, ventricular);
        Samples(contents, ecg);
        return contents;
    }

    // A heart at its rate with some variation; after an early wide beat comes a pause.
    private int Beats(RecordContents contents, double[] ecg)
    {
        int ventricular = 0;
        int together = 0;
        double at = 0.3 + (0.4 * random.NextDouble());
        double interval = 60.0 / Rate;
        while (at < Seconds - 0.1)
        {
            bool wide = VentricularPercent > 0 && contents.Beats.Count > 1
                && (together == 1 && ventricular == 1 || (together == 0 && random.Next(100) < VentricularPercent));
            Draw(ecg, at, wide ? Wide : Waves);
            contents.Beats.Add((int)Math.Round(at * SampleRate), wide ? VentricularClass : 0, 200 + random.Next(56), modelIndex: 0);
            ventricular += wide ? 1 : 0;
            together = wide ? together + 1 : 0;
            double varied = interval * (1 + (0.06 * Math.Sin(at * 1.6)) + (0.02 * Normal()));
            at += together > 1 ? varied * 1.4 : wide ? varied * 0.75 : varied;
        }

        return ventricular;
    }

    private void Summary(RecordContents contents, int samples, int ventricular)
    {
        RecordSummary summary = contents.Summary;
        int beats = contents.Beats.Count;
        Array.Clear(summary.ClassCounts);
        summary.ClassCounts[0] = beats - ventricular;
        summary.ClassCounts[VentricularClass] = ventricular;
        summary.UnclassifiedCount = 0;
        summary.MeanHeartRate = Rate;
        summary.LowestHeartRate = Rate - 4;
        summary.HighestHeartRate = Rate + 5;
        summary.GoodSamples = samples;
        summary.PoorSamples = 0;
        summary.NoContactSamples = 0;
        summary.LateSamples = 0;
        summary.RmssdMs = 20 + random.Next(40);
        int first = beats > 0 ? contents.Beats.SampleIndex(0) : 0;
        int last = beats > 0 ? contents.Beats.SampleIndex(beats - 1) : 0;
        if (Rate > 100)
        {
            contents.Findings.Add(TachycardiaCode, 1, Rate + 5, first, last);
        }

        if (ventricular > 1)
        {
            contents.Findings.Add(CoupletCode, 1, 2, first, last);
        }

        if (ventricular > 2)
        {
            contents.Findings.Add(EctopyCode, ventricular - 2, (ventricular - 2) * 3600 / Seconds, first, last);
        }

        // 1 show a doctor, 0 no finding (docs/findings.md: from 131/min on, and from 30 single beats an hour with three seen).
        summary.Answer = Rate >= FastRate || ventricular > 4 ? 1 : 0;
    }

    private static void Draw(double[] ecg, double at, (double At, double Width, double Millivolts)[] waves)
    {
        foreach ((double offset, double width, double millivolts) in waves)
        {
            int from = Math.Max(0, (int)((at + offset - (4 * width)) * SampleRate));
            int to = Math.Min(ecg.Length - 1, (int)((at + offset + (4 * width)) * SampleRate));
            for (int i = from; i <= to; i++)
            {
                double distance = (((double)i / SampleRate) - at - offset) / width;
                ecg[i] += millivolts * Math.Exp(-0.5 * distance * distance);
            }
        }
    }

    private void Samples(RecordContents contents, double[] ecg)
    {
        // The packer takes samples from a ring: here one that is filled anew for each piece.
        const int ring = 1024;
        short[] piece = new short[ring];
        SamplePacker packer = new(new byte[ecg.Length * 3 + 1]);
        for (int from = 0; from < ecg.Length; from += ring)
        {
            int count = Math.Min(ring, ecg.Length - from);
            for (int i = 0; i < count; i++)
            {
                double wander = 0.08 * Math.Sin((from + i) * 2 * Math.PI * 0.25 / SampleRate);
                piece[i] = (short)Math.Clamp((int)Math.Round(((ecg[from + i] + wander) * UnitsPerMillivolt) + (NoiseUnits * Normal())), short.MinValue, short.MaxValue);
            }

            packer.Append(piece, ring - 1, 0, count);
        }

        contents.SetSamples(packer);
    }

    /// <summary>The bytes of a record.</summary>
    internal static byte[] Written(RecordContents contents)
    {
        RecordWriter writer = new();
        writer.Begin(contents);
        byte[] bytes = new byte[writer.TotalLength];
        writer.Read(bytes, 0, bytes.Length);
        return bytes;
    }

    // Box and Muller 1958.
    private double Normal() => Math.Sqrt(-2 * Math.Log(1 - random.NextDouble())) * Math.Cos(2 * Math.PI * random.NextDouble());
}
