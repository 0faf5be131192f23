using System;
using System.IO;
using System.Linq;
using EcgChip.Formats;
using EcgChip.Formats.Export;
using EcgChip.Formats.Recordings;
using EcgChip.WeightsGen.Beats;

namespace EcgChip.WeightsGen.Tests.Beats;

public sealed class CorrectedRecordingTests
{
    private const int Rate = 125;
    private const int Seconds = 20;
    private const int Interval = 100;

    [Fact]
    public void Beats_are_learnt_from_as_a_doctor_corrected_them()
    {
        StoredRecording recording = new()
        {
            DeviceId = 1,
            Sequence = 2,
            SampleRate = Rate,
            UnitsPerMillivolt = 200,
            Samples = [.. Enumerable.Range(0, Seconds * Rate).Select(i => (short)(200 * Math.Exp(-Math.Pow(((i % Interval) - 40) / 2.0, 2))))],
            Beats = [.. Enumerable.Range(0, Seconds * Rate / Interval).Select(i => new StoredBeat((i * Interval) + 40, AamiClass.N, 0.9, null))],
        };
        (int Sample, AamiClass? Class)[] corrections = [(540, AamiClass.V), (940, AamiClass.S), (1240, null)];
        using TemporaryFolder folder = new();
        foreach (ExportedFile file in RecordingExport.Training(recording, CorrectedBeats.Of(recording, corrections), "a doctor", "corrected"))
        {
            File.WriteAllBytes(folder.File(file.Name), file.Content.Span);
        }

        RecordBeats beats = SeedBeatExtractor.Extract(folder.File("corrected"));
        Assert.InRange(beats.Beats.Count, 20, 24);
        Assert.Equal(
            [((int)AamiClass.V, 540), ((int)AamiClass.S, 940)],
            beats.Beats.Where(beat => beat.Class != (int)AamiClass.N).Select(beat => (beat.Class, beat.AnnotationSample)));
        Assert.DoesNotContain(beats.Beats, beat => beat.AnnotationSample == 1240);
    }
}
