using System;
using System.Globalization;
using System.Linq;
using System.Text.Json;
using System.Threading.Tasks;
using EcgChip.Formats;
using EcgChip.Simulator.Patients;

namespace EcgChip.Cli.Tests;

[Collection(ConsoleTests.Name)]
public sealed class RPeakPlaceTests : IDisposable
{
    private const double SampleRate = 125;
    private const int Seconds = 60;

    // The detector's first two seconds learn what a beat looks like.
    private const double Learning = 2;

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData(1)]
    [InlineData(2, "--gain", "0.5")]
    [InlineData(3, "--gain", "2")]
    [InlineData(4, "--mains", "60")]
    public async Task Normal_beats_of_the_synthetic_patient_are_told_within_two_samples_of_their_R_peak(int seed, params string[] further)
    {
        SyntheticPatient patient = new(new SyntheticPatientOptions { Seconds = Seconds, Seed = seed });
        JsonElement json = await CommandLine.SimulateAsync(
            _folder.Path, ["--seconds", $"{Seconds}", "--seed", seed.ToString(CultureInfo.InvariantCulture), .. further]);
        int[] found = [.. json.GetProperty("beats").EnumerateArray().Select(beat => beat.GetProperty("sample").GetInt32())];
        double[] normal =
        [
            .. patient.Beats.Where(beat => beat.Class == AamiClass.N && beat.Seconds is > Learning and < Seconds - 1).Select(beat => beat.Seconds * SampleRate),
        ];
        Assert.True(normal.Length > 40);
        Assert.All(normal, place => Assert.InRange(found.Min(sample => Math.Abs(sample - place)), 0, 2));
    }

    [Fact]
    public async Task No_more_beats_are_told_than_the_synthetic_patient_has()
    {
        SyntheticPatient patient = new(new SyntheticPatientOptions { Seconds = Seconds });
        JsonElement json = await CommandLine.SimulateAsync(_folder.Path, "--seconds", $"{Seconds}");
        Assert.InRange(json.GetProperty("beats").GetArrayLength(), patient.Beats.Count - 2, patient.Beats.Count);
    }
}
