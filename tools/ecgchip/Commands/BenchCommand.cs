using System;
using System.CommandLine;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using EcgChip.ChipClock;
using EcgChip.Cli.Bench;
using EcgChip.Cli.Output;
using EcgChip.Simulator.Patients;

namespace EcgChip.Cli.Commands;

/// <summary><c>ecgchip bench chip</c>: what the firmware costs on the chip's clock.</summary>
public static class BenchCommand
{
    /// <summary>Estimate for the chip at 240 MHz.</summary>
    public const int DefaultMips = 160;

    private const int LowestMips = 10;
    private const int HighestMips = 10_000;

    private static readonly Option<string?> Record = new("--record")
    {
        Description = "WFDB record to play, without an extension. Without it, a synthetic patient.",
        HelpName = "PATH",
    };

    private static readonly Option<double?> Seconds = new("--seconds")
    {
        Description = $"How long to play. Default: {PatientChoice.DefaultSeconds}, or to the record's end.",
        HelpName = "N",
    };

    private static readonly Option<string?> Json = new("--json")
    {
        Description = "Writes the result as JSON; - writes it to standard output and nothing else there.",
        HelpName = "FILE|-",
    };

    /// <summary>The option that says how fast the chip is.</summary>
    public static Option<int> MipsOption() => new("--mips")
    {
        Description = "Millions of instructions a second that the chip does.",
        HelpName = "N",
        DefaultValueFactory = _ => DefaultMips,
    };

    /// <summary>The command with its options.</summary>
    public static Command Create()
    {
        Option<int> mips = MipsOption();
        Command chip = new(
            "chip",
            "Runs the firmware on the simulated board on the chip's clock and prints what it costs there.\n"
            + "The same on every machine. Exit code: 0 done, 2 unusable input or arguments.")
        {
            Record, Seconds, mips, Json,
        };
        chip.SetAction((parsed, cancellation) => Task.FromResult(Run(parsed, parsed.GetValue(mips), cancellation)));
        return new Command("bench", "Measures the firmware.") { chip };
    }

    /// <summary>Runs the same command line again on the chip's clock.</summary>
    /// <exception cref="UnusableInputException">The chip cannot be that fast or slow.</exception>
    public static int RunOnChipClock(ParseResult parsed, int mips)
    {
        ArgumentNullException.ThrowIfNull(parsed);
        if (mips is < LowestMips or > HighestMips)
        {
            throw new UnusableInputException($"--mips {mips} is out of range: give {LowestMips} to {HighestMips}.");
        }

        return ChipHost.Run("ecgchip", [.. parsed.Tokens.Select(token => token.Value)], mips);
    }

    private static int Run(ParseResult parsed, int mips, CancellationToken cancellation)
    {
        if (!ChipHost.IsInside)
        {
            return RunOnChipClock(parsed, mips);
        }

        IPatient patient = PatientChoice.Choose(parsed.GetValue(Record), null, 0, parsed.GetValue(Seconds), 1);
        BenchResult result = ChipBench.Run(patient, cancellation);
        string? json = parsed.GetValue(Json);
        if (json != JsonFile.StandardOutput)
        {
            BenchText.Print(result);
        }

        if (json is not null)
        {
            JsonFile.Write(json, BenchJson.From(result));
        }

        return ExitCode.Done;
    }
}
