using System;
using System.CommandLine;
using System.IO;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using EcgChip.ChipClock;
using EcgChip.Cli.Bench;
using EcgChip.Cli.Output;
using EcgChip.Simulator.Patients;
using EcgChip.Simulator.Runs;

namespace EcgChip.Cli.Commands;

/// <summary><c>ecgchip bench chip</c>: what the firmware costs on the chip's clock.</summary>
public static class BenchCommand
{
    /// <summary>Millions of instructions a second that the chip does at 240 MHz (estimate).</summary>
    private const int UsualMips = 160;

    private const int UsualRecordingSeconds = 60;
    private const int LowestMips = 10;
    private const int HighestMips = 10_000;

    private static readonly Option<string?> Record = new("--record")
    {
        Description = "WFDB record to play, without an extension. Without it, a synthetic patient.",
        HelpName = "PATH",
        CustomParser = OptionValue.Text,
    };

    private static readonly Option<double?> Seconds = new("--seconds")
    {
        Description = $"How long to play. Default: {PatientChoice.DefaultSeconds}, or to the record's end.",
        HelpName = "N",
        CustomParser = result => OptionValue.Number(result, PatientChoice.LeastSeconds, PatientChoice.MostSeconds),
    };

    private static readonly Option<double?> Rate = new("--rate")
    {
        Description = $"Heart rate of the synthetic patient, beats a minute ({SyntheticPatientOptions.LowestHeartRate} to "
            + $"{SyntheticPatientOptions.HighestHeartRate}). Fast hearts beat without ectopic beats.",
        HelpName = "BPM",
        CustomParser = result => OptionValue.Number(result, SyntheticPatientOptions.LowestHeartRate, SyntheticPatientOptions.HighestHeartRate),
    };

    private static readonly Option<bool> Monitor = new("--monitor")
    {
        Description = "Monitors only. Without it, the first seconds are recorded, analysed and stored, and the rest is monitored.",
    };

    private static readonly Option<int?> RecordingSeconds = new("--recording-seconds")
    {
        Description = $"How long the recording is (1 to {SimulationOptions.LongestRecordingSeconds}). Default: {UsualRecordingSeconds}.",
        HelpName = "N",
        CustomParser = result => (int)OptionValue.Number(result, 1, SimulationOptions.LongestRecordingSeconds),
    };

    private static readonly Option<string?> Pictures = new("--pictures")
    {
        Description = "Folder for the two pages that the self-test shows, on this clock (PNG).",
        HelpName = "DIR",
        CustomParser = OptionValue.Text,
    };

    private static readonly Option<string?> Json = SharedOptions.Json();

    private static readonly Option<int> Mips = MipsOption();

    /// <summary>The option that says how fast the chip is.</summary>
    public static Option<int> MipsOption() => new("--mips")
    {
        Description = "Millions of instructions a second that the chip does, on the chip's clock.",
        HelpName = "N",
        DefaultValueFactory = _ => UsualMips,
        CustomParser = result => (int)OptionValue.Number(result, LowestMips, HighestMips),
    };

    /// <summary>The command with its options.</summary>
    public static Command Create()
    {
        Command chip = new(
            "chip",
            "Runs the firmware on the simulated board on the chip's clock and prints what it costs there.\n"
            + $"The same on every machine. Exit code: 0 done, 1 a budget was broken (at {Budgets.Mips} million instructions a second; at another "
            + "speed, a sample was missed or, from 100 on, a beat was lost) or the run was interrupted, 2 unusable input or arguments.")
        {
            Record, Seconds, Rate, Monitor, RecordingSeconds, Mips, Pictures, Json,
        };
        chip.SetAction(RunAsync);
        return new Command("bench", "Measures the firmware.") { chip, BenchKernelsCommand.Create(), BenchNoiseCommand.Create(), BenchSignalCommand.Create(), BenchBeatsCommand.Create() };
    }

    /// <summary>Runs the same command line again on the chip's clock.</summary>
    /// <returns>Its exit code.</returns>
    public static int RunOnChipClock(ParseResult parsed, int mips, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(parsed);
        return ChipHost.Run(EcgChipCommand.Name, [.. parsed.Tokens.Select(token => token.Value)], mips, cancellation);
    }

    /// <summary>Before the firmware is rewritten, which takes its time.</summary>
    private static void Check(ParseResult parsed)
    {
        if (parsed.GetValue(Monitor) && parsed.GetValue(RecordingSeconds) is not null)
        {
            throw new UnusableInputException("--monitor records nothing: leave out --monitor or --recording-seconds.");
        }

        if (parsed.GetValue(Rate) is not null && parsed.GetValue(Record) is not null)
        {
            throw new UnusableInputException("--rate is the synthetic patient's: leave out --rate or --record.");
        }
    }

    private static async Task<int> RunAsync(ParseResult parsed, CancellationToken cancellation)
    {
        Check(parsed);
        if (!ChipHost.IsInside)
        {
            return RunOnChipClock(parsed, parsed.GetValue(Mips), cancellation);
        }

        string? json = parsed.GetValue(Json);
        if (json is not null)
        {
            JsonFile.Check(json);
        }

        IPatient patient = await Task.Run(
            () => PatientChoice.Choose(parsed.GetValue(Record), null, 0, parsed.GetValue(Seconds), 1, parsed.GetValue(Rate)), cancellation)
            .WaitAsync(cancellation);
        BenchResult result = ChipBench.Run(
            patient, !parsed.GetValue(Monitor), parsed.GetValue(RecordingSeconds) ?? UsualRecordingSeconds, cancellation);
        if (parsed.GetValue(Pictures) is string folder)
        {
            SelfTestBench.Draw(Path.Combine(folder, "self-test-board.png"), Path.Combine(folder, "self-test-times.png"), cancellation);
        }

        if (json != JsonFile.StandardOutput)
        {
            BenchText.Print(result, Console.Out);
        }

        if (json is not null)
        {
            JsonFile.Write(json, BenchJson.From(result));
        }

        string[] broken = [.. Budgets.Of(result).Where(budget => budget.IsBroken).Select(budget => budget.Name)];
        if (broken.Length == 0)
        {
            return ExitCode.Done;
        }

        Console.Error.WriteLine($"{EcgChipCommand.Name}: Over budget: {string.Join(", ", broken)}.");
        return ExitCode.Failed;
    }
}
