using System.Collections.Generic;
using System.Diagnostics;
using System.IO;
using System.Linq;
using System.Text.Json;
using System.Threading.Tasks;
using EcgChip.Device.SelfTest;
using EcgChip.Testing;

namespace EcgChip.Cli.Tests.Bench;

/// <summary>
/// The firmware keeps every budget on the chip's clock. Short stretches of what the whole runs are made of: the clock is deterministic, so
/// that a few seconds say as much about the loop as minutes do.
/// </summary>
public sealed class OnTheChipTests
{
    private const string Seconds = "20";
    private const string RecordingSeconds = "11";

    [Theory]
    [InlineData("--recording-seconds", RecordingSeconds)]
    [InlineData("--recording-seconds", RecordingSeconds, "--rate", "200")]
    [InlineData("--monitor", "--rate", "200")]
    public async Task A_synthetic_patient_breaks_no_budget(params string[] options) => AssertKept(await BenchAsync(options));

    [SkippableTheory]
    [InlineData("--recording-seconds", RecordingSeconds)]
    [InlineData("--monitor")]
    public async Task Record_208_breaks_no_budget(params string[] options) =>
        AssertKept(await BenchAsync(["--record", Path.Combine(SharedData.Mitdb(), "208"), .. options]));

    [Theory]
    [InlineData("--recording-seconds", RecordingSeconds)]
    [InlineData("--monitor")]
    public async Task A_chip_at_the_pessimistic_end_misses_no_sample_and_loses_no_beat_at_200_a_minute(params string[] options)
    {
        JsonElement json = await BenchAsync(["--rate", "200", "--mips", "100", .. options]);
        AssertKept(json);
        Assert.Equal(0, json.GetProperty("missed").GetInt32());
        Assert.InRange(json.GetProperty("beats").GetProperty("found").GetInt32(), 60, 68);
        Assert.Equal(0, json.GetProperty("beats").GetProperty("unclassified").GetInt32());
    }

    [Fact]
    public async Task The_self_test_judges_the_speed_by_what_the_kernels_take_here()
    {
        JsonElement json = await BenchAsync(["--monitor"]);
        long sum = json.GetProperty("kernels").EnumerateArray().Take(1 + SelfTestLine.SeedRest).Sum(kernel => kernel.GetProperty("instructions").GetInt64());
        int known = (int)typeof(SelfTestRun).Assembly.GetType("EcgChip.Device.SelfTest.SpeedCheck")!.GetField("KernelThousands")!.GetRawConstantValue()!;

        // Kernels that were changed: enter the new sum. A per cent more or less changes no verdict.
        Assert.InRange(known, sum * 99 / 100_000, sum * 101 / 100_000);
    }

    private static void AssertKept(JsonElement json)
    {
        IEnumerable<string> broken = json.GetProperty("budgets").EnumerateArray()
            .Where(budget => budget.GetProperty("applies").GetBoolean() && budget.GetProperty("met").ValueKind == JsonValueKind.False)
            .Select(budget => budget.ToString());
        Assert.Empty(broken);
        Assert.True(json.GetProperty("latencyBeats").GetProperty("p99").GetDouble() > 0);
    }

    private static async Task<JsonElement> BenchAsync(string[] options)
    {
        using Process process = Process.Start(new ProcessStartInfo("dotnet", [ProgramProcess.Path, "bench", "chip", "--json", "-", "--seconds", Seconds, .. options])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!;
        return (await ProgramProcess.EndAsync(process)).Json();
    }
}
