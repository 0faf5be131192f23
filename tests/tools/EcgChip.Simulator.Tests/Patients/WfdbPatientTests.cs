using System;
using System.IO;
using System.Linq;
using CsCheck;
using EcgChip.Formats;
using EcgChip.Formats.Wfdb;
using EcgChip.Simulator.Patients;
using EcgChip.Testing;

namespace EcgChip.Simulator.Tests.Patients;

public sealed class WfdbPatientTests : IDisposable
{
    private const double Rate = 360;
    private const int Samples = 3600;
    private const double SineHz = 10;

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("ecgchip-patient-");
    private readonly string _path;

    public WfdbPatientTests()
    {
        _path = Path.Combine(_folder.FullName, "sine");
        int[] sine = [.. Enumerable.Range(0, Samples).Select(i => (int)Math.Round(10000 * Math.Sin(2 * Math.PI * SineHz * i / Rate)))];
        WfdbWriter.Write(_path, Rate, [new("V1", [.. sine.Select(_ => 700)], 1000), new("MLII", sine, 10000)]);
    }

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public void At_a_sample_stands_the_sample_and_between_them_a_smooth_curve()
    {
        WfdbPatient patient = WfdbPatient.Open(_path);
        Assert.Equal(("sine", "MLII", 10.0), (patient.Name, patient.Lead, patient.Seconds));
        Assert.Equal(0, patient.MillivoltsAt(0));
        Assert.Equal(1, patient.MillivoltsAt(9 / Rate), 1e-9);
        Gen.Double[0.1, 9.9].Sample(seconds => Assert.Equal(Math.Sin(2 * Math.PI * SineHz * seconds), patient.MillivoltsAt(seconds), 0.002));
    }

    [Fact]
    public void The_curve_has_no_corners()
    {
        WfdbPatient patient = WfdbPatient.Open(_path);
        const double Step = 1e-5;
        Gen.Int[10, Samples - 10].Sample(sample =>
        {
            double at = sample / Rate;
            double left = (patient.MillivoltsAt(at) - patient.MillivoltsAt(at - Step)) / Step;
            double right = (patient.MillivoltsAt(at + Step) - patient.MillivoltsAt(at)) / Step;

            // A polyline would turn by up to 2 pi 10 / 360 of its steepest slope here, 11 mV/s.
            Assert.Equal(left, right, 0.2);
        });
    }

    [Fact]
    public void Starting_later_plays_the_same_recording_from_there() =>
        Gen.Select(Gen.Double[0, 9], Gen.Double[0.01, 1], Gen.Double[0, 1]).Sample((start, seconds, part) =>
        {
            WfdbPatient patient = WfdbPatient.Open(_path, null, start, seconds);
            Assert.Equal(seconds, patient.Seconds);
            Assert.Equal(WfdbPatient.Open(_path).MillivoltsAt(start + part * seconds), patient.MillivoltsAt(part * seconds), 1e-9);
        }, iter: 50);

    [Fact]
    public void Before_the_start_and_after_the_end_the_nearest_value_holds()
    {
        WfdbPatient patient = WfdbPatient.Open(_path, null, 1, 2.01);
        Assert.Equal(patient.MillivoltsAt(0), patient.MillivoltsAt(-1));
        Assert.Equal(patient.MillivoltsAt(2.01), patient.MillivoltsAt(3));
        Assert.Equal(WfdbPatient.Open(_path).MillivoltsAt(3.01), patient.MillivoltsAt(3), 1e-9);
    }

    [Fact]
    public void The_lead_may_be_chosen_and_must_exist()
    {
        Assert.Equal(0.7, WfdbPatient.Open(_path, "v1").MillivoltsAt(3), 1e-9);
        Assert.Throws<RecordingException>(() => WfdbPatient.Open(_path, "V9"));
    }

    [Theory]
    [InlineData(-1, 1)]
    [InlineData(10, 1)]
    [InlineData(double.NaN, 1)]
    [InlineData(0, 0)]
    [InlineData(0, 10.1)]
    [InlineData(9, 2)]
    [InlineData(0, double.NaN)]
    [InlineData(0, double.PositiveInfinity)]
    public void A_stretch_that_the_recording_does_not_have_is_refused(double start, double seconds) =>
        Assert.Contains("sine", Assert.Throws<RecordingException>(() => WfdbPatient.Open(_path, null, start, seconds)).Message, StringComparison.Ordinal);

    [Fact]
    public void Gain_scales_and_inverting_turns_over()
    {
        WfdbPatient patient = WfdbPatient.Open(_path);
        ScaledPatient twice = new(patient, 2);
        ScaledPatient swapped = new(patient, 0.5, invert: true);
        Assert.Equal(2 * patient.MillivoltsAt(0.33), twice.MillivoltsAt(0.33));
        Assert.Equal(-0.5 * patient.MillivoltsAt(0.33), swapped.MillivoltsAt(0.33));
        Assert.Equal((patient.Name, patient.Lead, patient.Seconds), (twice.Name, twice.Lead, twice.Seconds));
        Assert.Throws<ArgumentOutOfRangeException>(() => new ScaledPatient(patient, 0));
        Assert.Throws<ArgumentOutOfRangeException>(() => new ScaledPatient(patient, -1));
        Assert.Throws<ArgumentOutOfRangeException>(() => new ScaledPatient(patient, double.NaN));
    }

    [SkippableFact]
    public void Record_208_plays_its_lead_MLII_in_millivolts()
    {
        WfdbPatient patient = WfdbPatient.Open(Path.Combine(SharedData.Mitdb(), "208"));
        Assert.Equal(("208", "MLII"), (patient.Name, patient.Lead));
        Assert.Equal(650000 / 360.0, patient.Seconds, 1e-9);

        // The first sample in the header is 916, zero is 1024, 200 units a millivolt.
        Assert.Equal((InitialValue() - 1024) / 200.0, patient.MillivoltsAt(0), 1e-9);
    }

    private static int InitialValue() => WfdbRecord.Open(Path.Combine(SharedData.Mitdb(), "208")).Signals[0].InitialValue;
}
