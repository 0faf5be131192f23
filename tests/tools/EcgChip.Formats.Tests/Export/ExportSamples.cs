using System;
using System.Linq;
using CsCheck;
using EcgChip.Formats.Export;
using EcgChip.Formats.Recordings;
using EcgChip.Records.Tests;
using EcgChip.Signal.Rhythm;

namespace EcgChip.Formats.Tests.Export;

/// <summary>Recordings for the tests of exports.</summary>
internal static class ExportSamples
{
    /// <summary>The most samples a second that EDF+ takes.</summary>
    public const int MostRate = 20_000;

    private static readonly StoredModel Bedside = new("live", "bedside", "82fac9fa432dfd9f");

    /// <summary>What the firmware's writer can write, whatever it says, if it has samples at all.</summary>
    public static readonly Gen<StoredRecording> Any = RecordSamples.Any
        .Select(contents => StoredRecording.Read(RecordSamples.Write(contents)))
        .Where(recording => recording.Samples.Count > 0)
        .Select(recording => recording with { SampleRate = (recording.SampleRate % MostRate) + 1 });

    /// <summary>Ten seconds and a bit of a heart at 75/min with one ventricular beat and a gap, started at a known moment.</summary>
    public static StoredRecording Known { get; } = new()
    {
        DeviceId = 0x0102030405060708,
        Sequence = 7,
        PatientNumber = 1234,
        Start = new DateTimeOffset(2026, 3, 9, 14, 5, 6, 250, TimeSpan.Zero),
        SampleRate = 125,
        UnitsPerMillivolt = 200,
        FrontEndGain = 400,
        MainsFrequency = 50,
        Samples = [.. Enumerable.Range(0, 1300).Select(i => (short)(i % 100 == 40 ? 240 : (20 * Math.Sin(i / 20.0))))],
        Beats = [.. Enumerable.Range(0, 13).Select(i => new StoredBeat((100 * i) + 40, i == 5 ? AamiClass.V : i == 7 ? null : AamiClass.N, i == 7 ? null : i / 16.0, i == 7 ? null : Bedside))],
        Gaps = [new SampleStretch(860, 60), new SampleStretch(1290, 10)],
        Findings = [new RhythmFinding(FindingCode.VentricularEctopy, 1, 360, 540, 540), new RhythmFinding(FindingCode.Pause, 1, 2100, 600, 1250)],
        Models = [Bedside, new StoredModel("infarction", "infarction", "53b62345c1e7a0cb")],
        HeartRate = new HeartRates(75, 74, 76, null, 20),
        Signal = new SignalTime(1125, 125, 50, 0),
        Answer = ScreeningAnswer.NoFinding,
        Infarction = new InfarctionScore(0.1, 26),
    };

    /// <summary>The samples as an export must have them: a value of its own where nothing was measured.</summary>
    public static int[] Samples(StoredRecording recording, int inGaps)
    {
        int[] samples = [.. recording.Samples];
        foreach (SampleStretch gap in recording.Gaps)
        {
            Array.Fill(samples, inGaps, gap.Start, gap.Length);
        }

        return samples;
    }

    /// <summary>The text of a file of an export, by how its name ends.</summary>
    public static string Text(StoredRecording recording, ExportFormat format, string ending) => System.Text.Encoding.UTF8.GetString(
        RecordingExport.Files(recording, format, "r").Single(file => file.Name == "r" + ending).Content.Span);
}
