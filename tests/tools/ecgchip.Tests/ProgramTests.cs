using System;
using System.Diagnostics;
using System.IO;
using System.Linq;
using System.Text.Json;
using System.Threading.Tasks;
using EcgChip.Device.SelfTest;

namespace EcgChip.Cli.Tests;

/// <summary>The program as a process of its own.</summary>
public sealed class ProgramTests : IDisposable
{
    private const string Interrupt = "-INT";
    private const string EndRequest = "-TERM";

    private static readonly string Program = ProgramProcess.Path;
    private static readonly TimeSpan Deadline = ProgramProcess.Deadline;

    // "About two seconds", on a machine that is busy with other tests; what is interrupted would take minutes.
    private static readonly TimeSpan LongestEnd = TimeSpan.FromSeconds(20);

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Simulate_works_from_any_folder_and_puts_nothing_but_json_on_standard_output()
    {
        using Process process = Start("dotnet", [Program, "simulate", "--seconds", "3", "--json", "-"]);
        Outcome outcome = await ProgramProcess.EndAsync(process);
        Assert.Equal((ExitCode.Done, ""), (outcome.ExitCode, outcome.Error));
        Assert.Equal(375, outcome.Json().GetProperty("samples").GetInt32());
        Assert.Equal(["monitor.png", "record-1-findings.csv", "record-1.csv", "record-1.rec", "result.png"], _folder.Names("out"));
    }

    [Fact]
    public async Task The_bench_gives_the_same_costs_every_time_all_that_the_contract_names_and_a_loop_that_keeps_its_time()
    {
        string[] outputs = new string[2];
        for (int i = 0; i < outputs.Length; i++)
        {
            outputs[i] = (await BenchAsync("--seconds", "14", "--recording-seconds", "6")).Output;
        }

        Assert.Equal(outputs[0], outputs[1]);
        JsonElement json = JsonDocument.Parse(outputs[0]).RootElement;
        foreach (string stage in new[] { "chain", "acquire", "condition", "detect", "cut", "quality", "display" })
        {
            Assert.InRange(json.GetProperty("costPerSample").GetProperty(stage).GetDouble(), 500, 1_000_000);
        }

        Assert.Equal((160, 14 * 125, 6), (Whole(json, "mips"), Whole(json, "samples"), Whole(json, "recordingSeconds")));
        Assert.InRange(json.GetProperty("jitterUs").GetProperty("p50").GetInt32(), 0, 2000);
        Assert.InRange(json.GetProperty("loadPercent").GetDouble(), 1, 100);
        JsonElement seed = json.GetProperty("networks").GetProperty("seed");
        Assert.Equal(3_600_000, seed.GetProperty("macs").GetInt64(), 100_000.0);
        Assert.InRange(seed.GetProperty("costPerBeat").GetInt64(), 10_000_000, 500_000_000);
        Assert.InRange(seed.GetProperty("ilPerMac").GetDouble(), 0.1, 10);
        Assert.InRange(seed.GetProperty("instructionsPerMac").GetDouble() / seed.GetProperty("ilPerMac").GetDouble(), 43, 100);

        JsonElement latency = json.GetProperty("latencyBeats");
        Assert.True(latency.GetProperty("p50").GetDouble() > 0);
        Assert.True(latency.GetProperty("worst").GetDouble() >= latency.GetProperty("p99").GetDouble());

        JsonElement heap = json.GetProperty("heap");
        Assert.InRange(Whole(heap, "startBytes"), 30_000, 120_000);
        Assert.True(Whole(heap, "peakBytes") >= Whole(heap, "startBytes"));
        Assert.True(Whole(heap, "peakBytes") >= Whole(heap, "analysisBytes"));
        Assert.True(Whole(heap, "allocatedWhileRecording") >= 0);

        // A PinValue for a button every fourth sample, one for the USB pin every second, and nothing else.
        Assert.InRange(Whole(heap, "structsWhileRecording"), 0, 24 * ((6 * 125 / 4) + 1 + 6));

        foreach (string sizes in new[] { "constantBytes", "ilBytes" })
        {
            Assert.All(["EcgChip.Device", "EcgChip.Models.Seed"], assembly => Assert.InRange(Whole(json.GetProperty(sizes), assembly), 500, 65_535));
        }
    }

    [Fact]
    public async Task The_bench_that_only_monitors_records_nothing()
    {
        JsonElement json = (await BenchAsync("--monitor", "--rate", "200", "--seconds", "10")).Json();
        Assert.Equal(0, Whole(json, "missed"));
        Assert.Equal(JsonValueKind.Null, json.GetProperty("recordingSeconds").ValueKind);
        Assert.Equal(JsonValueKind.Null, json.GetProperty("heap").GetProperty("allocatedWhileRecording").ValueKind);
        Assert.InRange(json.GetProperty("beats").GetProperty("found").GetInt32(), 28, 34);
        Assert.False(Applies(json, "loadPercent"));
    }

    [Fact]
    public async Task At_another_speed_only_missed_samples_and_lost_beats_break_the_bench()
    {
        JsonElement json = (await BenchAsync("--monitor", "--mips", "400", "--seconds", "4")).Json();
        Assert.Equal(["missed", "lostBeats"], json.GetProperty("budgets").EnumerateArray().Where(budget => budget.GetProperty("applies").GetBoolean())
            .Select(budget => budget.GetProperty("name").GetString()));
    }

    [Fact]
    public async Task The_self_tests_kernels_stand_in_the_bench_as_the_device_names_them_and_tell_the_chips_speed()
    {
        const int Usual = 160;
        const int Slow = 100;
        JsonElement usual = (await BenchAsync("--monitor", "--seconds", "2")).Json();
        JsonElement slow = (await BenchAsync("--monitor", "--seconds", "2", "--mips", $"{Slow}")).Json();
        JsonElement[] kernels = [.. usual.GetProperty("kernels").EnumerateArray()];
        JsonElement[] slowKernels = [.. slow.GetProperty("kernels").EnumerateArray()];

        Assert.Equal(Enumerable.Range(0, SelfTestLine.Count).Select(SelfTestLine.Name), kernels.Select(each => each.GetProperty("name").GetString()));
        Assert.All(kernels, kernel => Assert.True(kernel.GetProperty("right").GetBoolean(), kernel.ToString()));

        // All but ADC and display do nothing but compute: times are instructions over speed, and two times tell the speed.
        for (int line = 0; line < SelfTestLine.Column; line++)
        {
            int us = Whole(kernels[line], "us");
            Assert.Equal(Whole(kernels[line], "instructions") / (double)Usual, us, us * 0.01);
            Assert.Equal(Slow, Usual * us / (double)Whole(slowKernels[line], "us"), 1.0);
        }

        Assert.InRange(Whole(kernels[SelfTestLine.Adc], "us"), 500, 650);
        Assert.InRange(Whole(kernels[SelfTestLine.Column], "us"), 384, 900);

        // What the networks' own tables say of the dearest of their beats, and the looks at the clock.
        long bedside = usual.GetProperty("networks").GetProperty("bedside").GetProperty("costPerBeat").GetInt64();
        long seed = usual.GetProperty("networks").GetProperty("seed").GetProperty("costPerBeat").GetInt64();
        Assert.InRange(kernels[SelfTestLine.Bedside].GetProperty("instructions").GetInt64(), bedside * 0.9, bedside * 1.05);
        Assert.InRange(kernels[SelfTestLine.SeedFirst..(SelfTestLine.SeedRest + 1)].Sum(each => Whole(each, "instructions")), seed * 0.85, seed * 1.05);
    }

    [SkippableTheory]
    [InlineData(0)]
    [InlineData(3)]
    public async Task A_bench_that_is_interrupted_while_the_firmware_is_rewritten_or_runs_ends_soon_and_says_so(int seconds)
    {
        await RequireSignalsAsync();
        using Process process = Start("env", ["--default-signal=INT", "dotnet", Program, "bench", "chip", "--seconds", "7200", "--json", "-"]);
        await WaitForAsync(() => HasLoaded(process, "Mono.Cecil"));
        await Task.Delay(TimeSpan.FromSeconds(seconds));
        Stopwatch end = Stopwatch.StartNew();
        await KillAsync(process, Interrupt);
        Outcome outcome = await ProgramProcess.EndAsync(process);
        Assert.InRange(end.Elapsed, TimeSpan.Zero, LongestEnd);
        Assert.Equal((ExitCode.Failed, ""), (outcome.ExitCode, outcome.Output));
        Assert.Equal("ecgchip: Interrupted: nothing was written." + Environment.NewLine, outcome.Error);
    }

    [Fact]
    public async Task On_a_chip_that_is_fast_enough_beats_screen_and_record_are_those_of_a_run_where_computing_takes_no_time()
    {
        JsonElement[] runs = new JsonElement[2];
        string[][] clocks = [[], ["--chip-clock", "--mips", "10000"]];
        for (int i = 0; i < runs.Length; i++)
        {
            using Process process = Start("dotnet", [Program, "simulate", "--seconds", "15", "--out", $"out{i}", "--json", "-", .. clocks[i]]);
            Outcome outcome = await ProgramProcess.EndAsync(process);
            Assert.Equal(ExitCode.Done, outcome.ExitCode);
            runs[i] = outcome.Json();
        }

        Assert.Equal(0, runs[1].GetProperty("missedSamples").GetInt32());
        Assert.All(
            ["beats", "counts", "heartRate", "quality", "samples"],
            key => Assert.Equal(runs[0].GetProperty(key).ToString(), runs[1].GetProperty(key).ToString()));
        Assert.All(
            ["monitor.png", "record-1.rec", "record-1.csv"],
            file => Assert.Equal(File.ReadAllBytes(_folder[Path.Combine("out0", file)]), File.ReadAllBytes(_folder[Path.Combine("out1", file)])));
    }

    [Fact]
    public async Task A_refusal_is_one_sentence_and_exit_code_2()
    {
        using Process process = Start("dotnet", [Program, "simulate", "--record", "nobody"]);
        (await ProgramProcess.EndAsync(process)).IsRefusedBecause("There is no record nobody");
        Assert.Empty(_folder.Names());
    }

    [SkippableTheory]
    [InlineData(Interrupt)]
    [InlineData(EndRequest)]
    public async Task An_interrupted_run_ends_soon_and_keeps_what_was_played(string signal)
    {
        await RequireSignalsAsync();
        using Process process = Start("env", ["--default-signal=INT", "dotnet", Program, "simulate", "--seconds", "7200", "--json", "-"]);

        // The folder is made when the patient is there; then the firmware starts.
        await WaitForAsync(() => Directory.Exists(_folder["out"]));
        await Task.Delay(TimeSpan.FromSeconds(1));
        Stopwatch end = Stopwatch.StartNew();
        await KillAsync(process, signal);
        Outcome outcome = await ProgramProcess.EndAsync(process);
        Assert.InRange(end.Elapsed, TimeSpan.Zero, LongestEnd);

        Assert.Equal(ExitCode.Failed, outcome.ExitCode);
        Assert.Matches(@"^ecgchip: Interrupted after [\d.]+ s; what was played until then is kept\.\r?\n$", outcome.Error);
        JsonElement json = outcome.Json();
        Assert.True(json.GetProperty("interrupted").GetBoolean());
        Assert.InRange(json.GetProperty("samples").GetInt32(), 1, 7200 * 125 - 1);
        Assert.True(File.Exists(json.GetProperty("stored").GetProperty("file").GetString()));
        Assert.Equal(["monitor.png", "record-1-findings.csv", "record-1.csv", "record-1.rec", "result.png"], _folder.Names("out"));
    }

    [SkippableFact]
    public async Task A_run_that_is_interrupted_while_the_patient_is_made_ends_soon_and_writes_nothing()
    {
        await RequireSignalsAsync();
        using Process process = Start("env", ["--default-signal=INT", "dotnet", Program, "simulate", "--seconds", "14400"]);
        await WaitForAsync(() => HasLoaded(process, "EcgChip.Simulator"));
        await Task.Delay(TimeSpan.FromSeconds(1));
        Skip.If(Directory.Exists(_folder["out"]), "This machine makes four hours of a patient in no time.");
        Stopwatch end = Stopwatch.StartNew();
        await KillAsync(process, Interrupt);
        Outcome outcome = await ProgramProcess.EndAsync(process);
        Assert.InRange(end.Elapsed, TimeSpan.Zero, LongestEnd);
        Assert.Equal((ExitCode.Failed, ""), (outcome.ExitCode, outcome.Output));
        Assert.Equal("ecgchip: Interrupted: nothing was written." + Environment.NewLine, outcome.Error);
        Assert.Empty(_folder.Names());
    }

    [Fact]
    public void The_program_needs_neither_libtorch_nor_the_training()
    {
        string dependencies = File.ReadAllText(Path.ChangeExtension(Program, ".deps.json"));
        Assert.Contains("EcgChip.Simulator", dependencies, StringComparison.Ordinal);
        Assert.DoesNotContain("torch", dependencies, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("weights-gen", dependencies, StringComparison.OrdinalIgnoreCase);
    }

    /// <summary>Runs the bench, which has to end with the exit code that its budgets ask for.</summary>
    private async Task<Outcome> BenchAsync(params string[] args)
    {
        using Process process = Start("dotnet", [Program, "bench", "chip", "--json", "-", .. args]);
        Outcome outcome = await ProgramProcess.EndAsync(process);
        string[] broken = [.. outcome.Json().GetProperty("budgets").EnumerateArray()
            .Where(budget => budget.GetProperty("applies").GetBoolean() && budget.GetProperty("met").ValueKind == JsonValueKind.False)
            .Select(budget => budget.GetProperty("name").GetString()!)];
        string said = broken.Length == 0 ? "" : $"ecgchip: Over budget: {string.Join(", ", broken)}." + Environment.NewLine;
        Assert.Equal((broken.Length == 0 ? ExitCode.Done : ExitCode.Failed, said), (outcome.ExitCode, outcome.Error));
        return outcome;
    }

    private static bool Applies(JsonElement json, string budget) => json.GetProperty("budgets").EnumerateArray()
        .Single(each => each.GetProperty("name").GetString() == budget).GetProperty("applies").GetBoolean();

    private static int Whole(JsonElement json, string key) => json.GetProperty(key).GetInt32();

    private Process Start(string program, string[] args) => Process.Start(new ProcessStartInfo(program, args)
    {
        WorkingDirectory = _folder.Path,
        RedirectStandardOutput = true,
        RedirectStandardError = true,
    })!;

    private static async Task WaitForAsync(Func<bool> happened)
    {
        Stopwatch waiting = Stopwatch.StartNew();
        while (!happened() && waiting.Elapsed < Deadline)
        {
            await Task.Delay(TimeSpan.FromMilliseconds(20));
        }

        Assert.True(happened());
    }

    /// <summary>True when the program has come so far that it has loaded an assembly, for which it must listen to signals already.</summary>
    private static bool HasLoaded(Process process, string assembly) =>
        File.ReadLines($"/proc/{process.Id}/maps").Any(line => line.EndsWith($"/{assembly}.dll", StringComparison.Ordinal));

    private static async Task KillAsync(Process process, string signal)
    {
        using Process kill = Process.Start("kill", [signal, $"{process.Id}"]);
        await kill.WaitForExitAsync();
    }

    // A shell that runs the tests in the background lets them, and what they start, ignore SIGINT; env of coreutils 8.31 undoes that.
    private static async Task RequireSignalsAsync()
    {
        Skip.IfNot(OperatingSystem.IsLinux(), "Needs the signals of Linux.");
        using Process env = Process.Start("env", ["--default-signal=INT", "true"]);
        await env.WaitForExitAsync();
        Skip.IfNot(env.ExitCode == 0, "Needs env with --default-signal, of coreutils 8.31 or later.");
    }
}
