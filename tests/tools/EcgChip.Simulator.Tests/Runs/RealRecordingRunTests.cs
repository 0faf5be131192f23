using System.IO;
using System.Linq;
using EcgChip.Formats;
using EcgChip.Scoring;
using EcgChip.Simulator.Patients;
using EcgChip.Simulator.Runs;
using EcgChip.Testing;

namespace EcgChip.Simulator.Tests.Runs;

/// <summary>The whole device on recordings of the MIT-BIH Arrhythmia Database, 300 s each, all beats counted from the first on.</summary>
public class RealRecordingRunTests
{
    private const double Seconds = 300;

    [SkippableTheory]
    [InlineData(1, 0)]
    [InlineData(0.5, 0)]
    [InlineData(2, 0)]
    [InlineData(1, 600)]
    public void On_record_100_99_of_100_beats_are_found_and_no_more_than_1_in_100_is_false(double gain, double start)
    {
        Confusion confusion = Play("100", gain, start);
        Assert.True(confusion.Beats > 300);
        Assert.True(confusion.MissedBeats <= 0.01 * confusion.Beats, $"{confusion.MissedBeats} of {confusion.Beats} beats were missed.");
        Assert.True(confusion.FalseBeats <= 0.01 * confusion.FoundBeats, $"{confusion.FalseBeats} beats were found that are none.");
    }

    [SkippableTheory]
    [InlineData(1, 0)]
    [InlineData(0.5, 0)]
    [InlineData(2, 0)]
    [InlineData(1, 600)]
    public void On_record_208_at_least_60_of_100_ventricular_beats_are_called_so(double gain, double start)
    {
        Confusion confusion = Play("208", gain, start);
        int beats = Enumerable.Range(0, Confusion.Missed + 1).Sum(found => confusion[(int)AamiClass.V, found]);
        int called = confusion[(int)AamiClass.V, (int)AamiClass.V];
        Assert.True(beats > 100);
        Assert.True(called >= 0.6 * beats, $"{called} of {beats} ventricular beats were called so.");
    }

    private static Confusion Play(string record, double gain, double start)
    {
        string path = Path.Combine(SharedData.Mitdb(), record);
        WfdbPatient patient = WfdbPatient.Open(path, start: start, seconds: Seconds);
        using VirtualDevice device = new(new ScaledPatient(patient, gain), new SimulationOptions());
        return BeatTruth.Compare(path, patient, device.Run());
    }
}
