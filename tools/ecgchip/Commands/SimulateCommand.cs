using System;
using System.CommandLine;
using System.IO;
using System.Threading;
using EcgChip.ChipClock;
using EcgChip.Cli.Output;
using EcgChip.Signal;
using EcgChip.Simulator.Display;
using EcgChip.Simulator.Patients;
using EcgChip.Simulator.Runs;

namespace EcgChip.Cli.Commands;

/// <summary>
/// <c>ecgchip simulate</c>: the firmware on the simulated board, with electrodes on a recording or on a synthetic patient.
/// </summary>
public static class SimulateCommand
{
    private const double LowestGain = 0.05;
    private const double HighestGain = 20;

    private static readonly Option<string?> Record = new("--record")
    {
        Description = "WFDB record to play, without an extension (formats 16, 61, 80, 212). Without it, a synthetic patient.",
        HelpName = "PATH",
    };

    private static readonly Option<string?> Lead = new("--lead")
    {
        Description = "Lead of the record. Default: MLII, else II, else the first.",
        HelpName = "NAME",
    };

    private static readonly Option<double> Start = new("--start")
    {
        Description = "Where in the record to begin.",
        HelpName = "SECONDS",
        DefaultValueFactory = _ => 0,
    };

    private static readonly Option<double?> Seconds = new("--seconds")
    {
        Description = $"How long to play. Default: {PatientChoice.DefaultSeconds}, or to the record's end. The first "
            + $"{SimulationOptions.LongestRecordingSeconds} are recorded and stored, what follows is monitored.",
        HelpName = "N",
    };

    private static readonly Option<double> Gain = new("--gain")
    {
        Description = $"Scales the patient's voltage ({LowestGain} to {HighestGain}).",
        HelpName = "FACTOR",
        DefaultValueFactory = _ => 1,
    };

    private static readonly Option<bool> Invert = new("--invert")
    {
        Description = "Turns the signal over, as exchanged electrodes do.",
    };

    private static readonly Option<int> Seed = new("--seed")
    {
        Description = "Seed of the synthetic patient.",
        HelpName = "N",
        DefaultValueFactory = _ => 1,
    };

    private static readonly Option<int> Mains = new("--mains")
    {
        Description = "Mains frequency that the firmware filters out: 50 or 60.",
        HelpName = "HZ",
        DefaultValueFactory = _ => (int)MainsFrequency.Hz50,
    };

    private static readonly Option<string> Detector = new("--detector")
    {
        Description = "Who finds the R peaks: the streaming detector, or the paper's batch rule, for comparison.",
        HelpName = "streaming|paper",
        DefaultValueFactory = _ => StreamingDetector,
    };

    private static readonly Option<bool> ChipClockOption = new("--chip-clock")
    {
        Description = "Runs the firmware on the chip's clock: slower here, and as late as it would be there.",
    };

    private static readonly Option<int> Mips = BenchCommand.MipsOption();

    private static readonly Option<DirectoryInfo> Out = new("--out")
    {
        Description = "Folder for the screen (PNG), the stored record (.rec) and its CSV.",
        HelpName = "DIR",
        DefaultValueFactory = _ => new DirectoryInfo("out"),
    };

    private static readonly Option<string?> Json = new("--json")
    {
        Description = "Writes the result as JSON; - writes it to standard output and nothing else there.",
        HelpName = "FILE|-",
    };

    private const string StreamingDetector = "streaming";
    private const string PaperDetector = "paper";

    /// <summary>The command with its options.</summary>
    public static Command Create()
    {
        Detector.AcceptOnlyFromAmong(StreamingDetector, PaperDetector);
        Command command = new(
            "simulate",
            "Runs the firmware on the simulated board and prints what a health worker would see.\n"
            + "Exit code: 0 done, 1 interrupted or not stored, 2 unusable input or arguments.")
        {
            Record, Lead, Start, Seconds, Gain, Invert, Seed, Mains, Detector, ChipClockOption, Mips, Out, Json,
        };
        command.SetAction((parsed, cancellation) => System.Threading.Tasks.Task.FromResult(Run(parsed, cancellation)));
        return command;
    }

    private static int Run(ParseResult parsed, CancellationToken cancellation)
    {
        if (parsed.GetValue(ChipClockOption) && !ChipHost.IsInside)
        {
            return BenchCommand.RunOnChipClock(parsed, parsed.GetValue(Mips));
        }

        IPatient patient = PatientChoice.Choose(
            parsed.GetValue(Record), parsed.GetValue(Lead), parsed.GetValue(Start), parsed.GetValue(Seconds), parsed.GetValue(Seed));
        double gain = InRange(parsed.GetValue(Gain), LowestGain, HighestGain, Gain.Name);
        int mains = parsed.GetValue(Mains);
        if (mains is not ((int)MainsFrequency.Hz50 or (int)MainsFrequency.Hz60))
        {
            throw new UnusableInputException($"--mains {mains} is neither 50 nor 60: give the frequency of the mains.");
        }

        SimulationOptions options = new()
        {
            Mains = (MainsFrequency)mains,
            UsesPaperRule = parsed.GetValue(Detector) == PaperDetector,
        };

        string folder = parsed.GetRequiredValue(Out).FullName;
        Directory.CreateDirectory(folder);
        using VirtualDevice device = new(new ScaledPatient(patient, gain, parsed.GetValue(Invert)), options);
        string screen = Path.Combine(folder, "monitor.png");
        device.PatientEnded = () => device.Board.Panel.SavePng(screen);
        SimulationResult result = ProgressLine.Show(device, patient.Name, cancellation);

        SimulationFiles files = SimulationFiles.Write(folder, screen, result);
        SimulationReport report = new(patient, parsed.GetValue(Start), result, files);
        string? json = parsed.GetValue(Json);
        if (json != JsonFile.StandardOutput)
        {
            SimulationText.Print(report);
        }

        if (json is not null)
        {
            JsonFile.Write(json, SimulationJson.From(report));
        }

        return ExitOf(report);
    }

    private static int ExitOf(SimulationReport report)
    {
        if (report.Result.Interrupted)
        {
            Console.Error.WriteLine($"ecgchip: Interrupted after {report.Seconds:0.#} s; what was played until then is kept.");
            return ExitCode.Failed;
        }

        if (report.Files.Record is null)
        {
            Console.Error.WriteLine($"ecgchip: The device stored no record; it ended in state {report.Result.State}.");
            return ExitCode.Failed;
        }

        return ExitCode.Done;
    }

    private static double InRange(double value, double lowest, double highest, string option) =>
        value >= lowest && value <= highest
            ? value
            : throw new UnusableInputException($"{option} {value} is out of range: give {lowest} to {highest}.");
}
