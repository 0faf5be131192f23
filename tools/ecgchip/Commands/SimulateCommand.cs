using System;
using System.CommandLine;
using System.Net;
using System.Net.Sockets;
using System.Threading;
using System.Threading.Tasks;
using EcgChip.ChipClock;
using EcgChip.Cli.Flash;
using EcgChip.Cli.Output;
using EcgChip.Signal;
using EcgChip.Simulator.Display;
using EcgChip.Simulator.Patients;
using EcgChip.Simulator.Patients.Noise;
using EcgChip.Simulator.Runs;
using EcgChip.Simulator.Serial;

namespace EcgChip.Cli.Commands;

/// <summary>
/// <c>ecgchip simulate</c>: the firmware on the simulated board, with electrodes on a recording or on a synthetic patient.
/// </summary>
public static class SimulateCommand
{
    /// <summary>The smallest factor that the patient's voltage can be scaled by.</summary>
    public const double LowestGain = 0.05;

    /// <summary>The largest one.</summary>
    public const double HighestGain = 20;

    private static readonly Option<string?> Record = new("--record")
    {
        Description = "WFDB record to play, without an extension (formats 16, 61, 80, 212). Without it, a synthetic patient.",
        HelpName = "PATH",
        CustomParser = OptionValue.Text,
    };

    private static readonly Option<string?> Lead = new("--lead")
    {
        Description = "Lead of the record. Default: MLII, else II, else the first; other is the first but that.",
        HelpName = "NAME",
        CustomParser = OptionValue.Text,
    };

    private static readonly Option<double> Start = new("--start")
    {
        Description = "Where in the record to begin.",
        HelpName = "SECONDS",
        DefaultValueFactory = _ => 0,
        CustomParser = result => OptionValue.Number(result, 0, null),
    };

    private static readonly Option<double?> Seconds = new("--seconds")
    {
        Description = $"How long to play. Default: {PatientChoice.DefaultSeconds}, or to the record's end. The first "
            + $"{SimulationOptions.LongestRecordingSeconds} are recorded and stored, what follows is monitored.",
        HelpName = "N",
        CustomParser = result => OptionValue.Number(result, PatientChoice.LeastSeconds, PatientChoice.MostSeconds),
    };

    private static readonly NoiseOption Noise = new();

    private static readonly Option<double> Gain = new("--gain")
    {
        Description = $"Scales the patient's voltage ({LowestGain} to {HighestGain}).",
        HelpName = "FACTOR",
        DefaultValueFactory = _ => 1,
        CustomParser = result => OptionValue.Number(result, LowestGain, HighestGain),
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
        CustomParser = OptionValue.Whole,
    };

    private static readonly Option<string?> Rhythm = new("--rhythm")
    {
        Description = "Rhythm of the synthetic patient: normal, with ectopic beats now and then (the default), or atrial fibrillation.",
        HelpName = $"{PatientChoice.NormalRhythm}|{PatientChoice.Fibrillation}",
        CustomParser = result => OptionValue.OneOf(result, PatientChoice.NormalRhythm, PatientChoice.Fibrillation),
    };

    private static readonly Option<string> Mains = new("--mains")
    {
        Description = "Mains frequency that the firmware filters out, in Hz.",
        HelpName = $"{Mains50}|{Mains60}",
        DefaultValueFactory = _ => Mains50,
        CustomParser = result => OptionValue.OneOf(result, Mains50, Mains60),
    };

    private static readonly Option<string> Detector = new("--detector")
    {
        Description = "Who finds the R peaks: the streaming detector, or the paper's batch rule, for comparison.",
        HelpName = "streaming|paper",
        DefaultValueFactory = _ => StreamingDetector,
        CustomParser = result => OptionValue.OneOf(result, StreamingDetector, PaperDetector),
    };

    private static readonly Option<bool> OnChipClock = new("--chip-clock")
    {
        Description = "Runs the firmware on the chip's clock, as late as it would be there. Without it computing takes no time.",
    };

    private static readonly Option<int> Mips = BenchCommand.MipsOption();

    private static readonly Option<string> Out = new("--out")
    {
        Description = "Folder for the screen as it monitors and with the result (PNG), the stored record (.rec) and its CSV.",
        HelpName = "DIR",
        DefaultValueFactory = _ => "out",
        CustomParser = OptionValue.Text,
    };

    private static readonly Option<IPEndPoint?> Listen = new("--listen")
    {
        Description = "Serves the device's link over TCP, and leaves the device on after its patient until interrupted. Port 0 takes a free one.",
        HelpName = "127.0.0.1:PORT",
        CustomParser = LinkOptions.EndPoint,
    };

    private static readonly Option<long?> Id = new("--id")
    {
        Description = "Sets the device up as 'flash' would: with this id, 16 hexadecimal digits, and its key from --keys, so that 'sync' can collect from it.",
        HelpName = "ID",
        CustomParser = FlashCommand.ReadId,
    };

    private static readonly Option<string?> Keys = new("--keys")
    {
        Description = "Folder that the device's key is kept in. Default: ecgchip/keys in your settings.",
        HelpName = "DIR",
        CustomParser = OptionValue.Text,
    };

    private static readonly Option<string?> Json = SharedOptions.Json();

    private const string Mains50 = "50";
    private const string Mains60 = "60";
    private const string StreamingDetector = "streaming";
    private const string PaperDetector = "paper";

    /// <summary>The command with its options.</summary>
    public static Command Create()
    {
        Command command = new(
            "simulate",
            "Runs the firmware on the simulated board and prints what a health worker would see.\n"
            + "Exit code: 0 done, 1 interrupted or not stored, 2 unusable input or arguments.")
        {
            Record, Lead, Start, Seconds, Noise.Noise, Noise.Data, Gain, Invert, Seed, Rhythm, Mains, Detector, OnChipClock, Mips, Out, Listen,
            Id, Keys, Json,
        };
        command.SetAction(RunAsync);
        return command;
    }

    private static async Task<int> RunAsync(ParseResult parsed, CancellationToken cancellation)
    {
        if (parsed.GetValue(OnChipClock) && !ChipHost.IsInside)
        {
            return BenchCommand.RunOnChipClock(parsed, parsed.GetValue(Mips), cancellation);
        }

        // Hours of a patient take seconds to make or read, in which nobody wants to wait for an end.
        double start = parsed.GetValue(Start);
        string? record = parsed.GetValue(Record);
        NoiseStress? noise = Noise.Open(parsed, record is null ? null : PatientChoice.FolderOf(record));
        IPatient patient = await Task.Run(
            () => PatientChoice.Choose(record, parsed.GetValue(Lead), start, parsed.GetValue(Seconds), parsed.GetValue(Seed), noise: noise, rhythm: parsed.GetValue(Rhythm)),
            cancellation).WaitAsync(cancellation);
        using OutputFolder folder = new(parsed.GetRequiredValue(Out));
        string? json = parsed.GetValue(Json);
        if (json is not null)
        {
            JsonFile.Check(json);
        }

        using VirtualDevice device = new(new ScaledPatient(patient, parsed.GetValue(Gain), parsed.GetValue(Invert)), Options(parsed));
        using LinkListener? listener = ListenFor(parsed.GetValue(Listen), device);
        (SimulationResult result, PlayedRhythm rhythm) = Play(device, patient.Name, folder, cancellation);
        SimulationReport report = new(patient, start, result, rhythm, SimulationFiles.Write(folder, result)) { Noise = noise };
        if (json is not null and not JsonFile.StandardOutput)
        {
            JsonFile.Write(json, SimulationJson.From(report));
        }

        folder.Commit();
        if (json == JsonFile.StandardOutput)
        {
            JsonFile.Write(json, SimulationJson.From(report));
        }
        else
        {
            SimulationText.Print(report, Console.Out);
        }

        if (listener is not null && !report.Result.Interrupted)
        {
            device.Serve(cancellation);
        }

        return ExitOf(report);
    }

    private static LinkListener? ListenFor(IPEndPoint? address, VirtualDevice device)
    {
        if (address is null)
        {
            return null;
        }

        try
        {
            LinkListener listener = new(address, device.Board.Serial);
            Console.Error.WriteLine($"ecgchip: The device's link listens on {listener.Address}.");
            return listener;
        }
        catch (SocketException exception)
        {
            throw new UnusableInputException($"--listen {address} cannot be had ({exception.Message.TrimEnd('.')}): give a free port of this computer, or port 0.", exception);
        }
    }

    private static SimulationOptions Options(ParseResult parsed) => new()
    {
        Mains = parsed.GetValue(Mains) == Mains60 ? MainsFrequency.Hz60 : MainsFrequency.Hz50,
        UsesPaperRule = parsed.GetValue(Detector) == PaperDetector,
        DeviceId = parsed.GetValue(Id),
        Key = parsed.GetValue(Id) is long id ? new DeviceKeys(parsed.GetValue(Keys)).KeyOf(id) : null,
    };

    private static (SimulationResult Result, PlayedRhythm Rhythm) Play(
        VirtualDevice device, string patient, OutputFolder folder, CancellationToken cancellation)
    {
        QualityLog quality = new(device);
        string monitor = folder.Stage(SimulationFiles.MonitorName);
        string shown = folder.Stage(SimulationFiles.ResultName);
        device.PatientEnded = () => device.Board.Panel.SavePng(monitor);
        device.ResultShown = () => device.Board.Panel.SavePng(shown);
        SimulationResult result = ProgressLine.Show(device, patient, cancellation);
        if (result.Samples == 0)
        {
            throw new OperationCanceledException(cancellation);
        }

        return (result, PlayedRhythm.Of(result, quality));
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
}
