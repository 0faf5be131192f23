using System;
using System.IO;
using System.Linq;
using EcgChip.Formats;
using EcgChip.Formats.Wfdb;
using EcgChip.Simulator.Patients;
using EcgChip.Simulator.Patients.Noise;
using EcgChip.Testing;

namespace EcgChip.Simulator.Tests.Patients.Noise;

public sealed class NoiseStressTests : IDisposable
{
    private const double Rate = 100;
    private const int Samples = 45_000;
    private const int NoisySample = 30_000;

    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("ecgchip noise ");
    private readonly WfdbRecord record;
    private readonly WfdbAnnotation[] reference;

    public NoiseStressTests()
    {
        // A beat a second, 800 from peak to peak in the first lead and 400 in the second, whose unit is twice as large.
        int[] ecg = [.. Enumerable.Range(0, Samples).Select(i => (i % 100) switch { 50 => 600, 52 => -200, _ => 0 })];
        string path = Path.Combine(folder.FullName, "heart");
        WfdbWriter.Write(path, Rate, [new("MLII", ecg, 200), new("V1", [.. ecg.Select(sample => sample / 2)], 100)]);
        record = WfdbRecord.Open(path);
        reference = [.. Enumerable.Range(0, Samples / 100).Select(i => WfdbAnnotation.At((i * 100) + 50, i % 10 == 9 ? 'V' : 'N'))];

        // 50 up and down in the first signal, 20 in the second.
        int[] up = [.. Enumerable.Range(0, Samples).Select(i => i / 2 % 2 == 0 ? 1 : -1)];
        WfdbWriter.Write(
            Path.Combine(folder.FullName, "hum"), Rate, [new("noise1", [.. up.Select(u => u * 50)], 200), new("noise2", [.. up.Select(u => u * 20)], 200)]);
        WfdbWriter.Write(Path.Combine(folder.FullName, "flat"), Rate, [new("noise1", new int[Samples], 200)]);
    }

    public void Dispose() => folder.Delete(recursive: true);

    [Theory]
    [InlineData(0, 0, 282.84)]
    [InlineData(0, 20, 28.284)]
    [InlineData(0, 6.0206, 141.42)]
    [InlineData(1, 0, 141.42)]
    public void Noise_is_so_strong_that_the_ratio_of_powers_is_as_asked_for(int signal, double decibels, double expected)
    {
        // Signal power is 800 squared over 8, its root 282.84: at 0 dB the noise's root mean square is that, half of it at 6 dB. A unit of the second lead is 10 uV.
        double[] clean = record.Signals[signal].ToMillivolts(record.ReadSignal(signal));
        double[] noisy = NoiseStress.Open(folder.FullName, "hum", decibels).AddTo(record, signal, reference);
        double unit = record.Signals[signal].MillivoltsPerUnit();
        Assert.Equal(clean[..NoisySample], noisy[..NoisySample]);
        double[] noise = [.. Enumerable.Range(NoisySample, 1200).Select(i => (noisy[i] - clean[i]) / unit)];
        double mean = noise.Average();
        Assert.Equal(expected, Math.Sqrt(noise.Average(value => (value - mean) * (value - mean))), 1.0);
    }

    [Fact]
    public void Noise_of_another_rate_is_resampled()
    {
        // A noise that takes a second for one turn takes a second still.
        int[] slow = [.. Enumerable.Range(0, 250 * 450).Select(i => (int)Math.Round(1000 * Math.Sin(2 * Math.PI * i / 250)))];
        WfdbWriter.Write(Path.Combine(folder.FullName, "slow"), 250, [new("noise1", slow, 200)]);
        double[] clean = record.Signals[0].ToMillivolts(record.ReadSignal(0));
        double[] noisy = NoiseStress.Open(folder.FullName, "slow", 0).AddTo(record, 0, reference);
        double Noise(int i) => noisy[i] - clean[i];
        for (int i = NoisySample; i < NoisySample + 500; i++)
        {
            Assert.Equal(Noise(i), Noise(i + 100), 0.011);
        }

        // From peak to peak a sine of that power measures as much as the beats, 4 mV.
        Assert.Equal(4, Enumerable.Range(NoisySample, 100).Max(Noise) - Enumerable.Range(NoisySample, 100).Min(Noise), 0.05);
    }

    [Fact]
    public void Noise_that_cannot_be_measured_or_measured_by_is_refused()
    {
        Assert.Contains(
            "no annotated normal beats",
            Assert.Throws<RecordingException>(() => NoiseStress.Open(folder.FullName, "hum", 6).AddTo(record, 0, [WfdbAnnotation.At(50, 'V')])).Message,
            StringComparison.Ordinal);
        Assert.Contains(
            "flat is no noise",
            Assert.Throws<RecordingException>(() => NoiseStress.Open(folder.FullName, "flat", 6).AddTo(record, 0, reference)).Message,
            StringComparison.Ordinal);
        Assert.Contains(
            "does not exist", Assert.Throws<RecordingException>(() => NoiseStress.Open(folder.FullName, "em", 6)).Message, StringComparison.Ordinal);
    }

    [SkippableFact]
    public void Record_118_with_em_at_6_dB_is_what_nst_makes_of_it()
    {
        // nst 10.7.0 says [118, sig 0] + 1.48465 * [em, sig 0]; in the first noisy stretch the offset is that of sample 107999, cut to a whole number.
        WfdbRecord ecg = WfdbRecord.Open(Path.Combine(SharedData.Mitdb(), "118"));
        WfdbRecord em = WfdbRecord.Open(Path.Combine(SharedData.Nstdb(), "em"));
        WfdbAnnotation[] atr = [.. WfdbAnnotations.Read(Path.Combine(SharedData.Mitdb(), "118.atr"))];
        double[] noisy = NoiseStress.Open(SharedData.Nstdb(), "em", 6).AddTo(ecg, 0, atr);
        int[] clean = ecg.ReadSignal(0);
        int[] noise = em.ReadSignal(0);
        const double Gain = 1.48465;
        int Middle(int i) => clean[i] - ecg.Signals[0].AdcZero;
        int offset = (int)(Middle(107_999) + (Gain * noise[107_999]) - Middle(107_999));
        for (int i = 108_000; i < 108_000 + 43_200; i++)
        {
            Assert.Equal((int)(Middle(i) + (Gain * noise[i]) - offset), (int)Math.Round(noisy[i] * 200));
        }
    }

    [SkippableFact]
    public void A_patient_with_noise_is_the_recording_where_that_is_clean_and_starts_anywhere_in_it()
    {
        WfdbRecord ecg = WfdbRecord.Open(Path.Combine(SharedData.Mitdb(), "119"));
        WfdbAnnotation[] atr = [.. WfdbAnnotations.Read(Path.Combine(SharedData.Mitdb(), "119.atr"))];
        NoiseStress noise = NoiseStress.Open(SharedData.Nstdb(), "em", 0);
        WfdbPatient clean = WfdbPatient.From(ecg, start: 280, seconds: 40);
        WfdbPatient noisy = WfdbPatient.From(ecg, start: 280, seconds: 40, noise: noise, reference: atr);
        Assert.Equal(clean.MillivoltsAt(19.5), noisy.MillivoltsAt(19.5), 1e-9);
        Assert.True(Enumerable.Range(200, 190).Any(i => Math.Abs(clean.MillivoltsAt(i / 10.0) - noisy.MillivoltsAt(i / 10.0)) > 0.3), "There is no noise.");
    }
}
