using System;
using System.CommandLine;
using System.CommandLine.Parsing;
using System.Threading;
using System.Threading.Tasks;
using EcgChip.Cli.Output;
using EcgChip.Cli.Scores;

namespace EcgChip.Cli.Commands;

/// <summary><c>ecgchip score</c>: what the firmware finds in whole recordings, compared by AAMI EC57.</summary>
public static class ScoreCommand
{
    private const int MostParallel = 256;

    private static readonly Option<string> Records = new("--records")
    {
        Description = "Records: the halves of the MIT-BIH database by patient, all of the folder, or names with commas between.",
        HelpName = $"{RecordList.Ds1}|{RecordList.Ds2}|{RecordList.All}|100,101",
        DefaultValueFactory = _ => RecordList.All,
        CustomParser = OptionValue.Text,
    };

    private static readonly Option<bool> AllBeats = new("--all-beats")
    {
        Description = "Scores the first five minutes, too, which EC57 leaves the detector to learn.",
    };

    private static readonly NoiseOption Noise = new();

    private static readonly Option<double> Gain = new("--gain")
    {
        Description = $"Scales the patient's voltage ({SimulateCommand.LowestGain} to {SimulateCommand.HighestGain}).",
        HelpName = "FACTOR",
        DefaultValueFactory = _ => 1,
        CustomParser = result => OptionValue.Number(result, SimulateCommand.LowestGain, SimulateCommand.HighestGain),
    };

    private static readonly Option<bool> Invert = new("--invert") { Description = "Turns the signal over, as exchanged electrodes do." };

    private static readonly Option<double> Start = new("--start")
    {
        Description = "Where in each record to begin; what lies before is not scored.",
        HelpName = "SECONDS",
        DefaultValueFactory = _ => 0,
        CustomParser = result => OptionValue.Number(result, 0, null),
    };

    private static readonly Option<double?> Seconds = new("--seconds")
    {
        Description = "How long to play of each record. Default: to its end.",
        HelpName = "N",
        CustomParser = result => OptionValue.Number(result, PatientChoice.LeastSeconds, null),
    };

    private static readonly Option<string?> Lead = new("--lead")
    {
        Description = "Lead of the records. Default: MLII, else II, else the first; other is the first but that.",
        HelpName = "NAME",
        CustomParser = OptionValue.Text,
    };

    private static readonly Option<string?> Annotations = new("--annotations")
    {
        Description = $"Folder for what was found, as WFDB annotation files (annotator {AnnotationFiles.Annotator}) for PhysioNet's bxb; poor signal is marked as shutdown.",
        HelpName = "DIR",
        CustomParser = OptionValue.Text,
    };

    private static readonly Option<string?> Json = SharedOptions.Json();

    /// <summary>The option that says where the recordings are.</summary>
    public static Option<string> DataOption() => new("--data")
    {
        Description = "Folder of WFDB records with reference annotations (.atr), or the folder that holds mitdb.",
        HelpName = "DIR",
        Required = true,
        CustomParser = OptionValue.Text,
    };

    /// <summary>The option that says how many records are played at a time.</summary>
    public static Option<int> ParallelOption() => new("--parallel")
    {
        Description = "How many records are played at a time. Default: as many as there are cores.",
        HelpName = "N",
        DefaultValueFactory = _ => Environment.ProcessorCount,
        CustomParser = result => (int)OptionValue.Number(result, 1, MostParallel),
    };

    private static readonly Option<string> Data = DataOption();

    private static readonly Option<int> Parallel = ParallelOption();

    /// <summary>The command with its options.</summary>
    public static Command Create()
    {
        Command command = new(
            "score",
            "Plays recordings whole into the simulated board and compares what the firmware found with the reference annotations, beat by beat "
            + "as AAMI EC57 asks and PhysioNet's bxb does: within 150 ms, one to one, flutter left out.\n"
            + "Where the device says that the signal is poor, it does not count beats (EC57's shutdown): true beats there count as missed in the\n"
            + "sensitivity, as in bxb, and are told apart beside it.\n"
            + "Atrial fibrillation is scored by duration, as by epicmp, from the device's own beats and classes.\n"
            + "Exit code: 0 done, 1 interrupted, 2 unusable input or arguments.")
        {
            Data, Records, AllBeats, Noise.Noise, Noise.Data, Gain, Invert, Start, Seconds, Lead, Annotations, Parallel, Json,
        };
        command.SetAction(RunAsync);
        return command;
    }

    private static async Task<int> RunAsync(ParseResult parsed, CancellationToken cancellation)
    {
        string? json = parsed.GetValue(Json);
        if (json is not null)
        {
            JsonFile.Check(json);
        }

        ScoreRun run = await Task.Run(() => new ScoreRun(Plan(parsed)), cancellation).WaitAsync(cancellation);
        using OutputFolder? folder = parsed.GetValue(Annotations) is string path ? new OutputFolder(path, "--annotations") : null;
        ScoreResult result = ScoreProgress.Show(run, cancellation);
        if (folder is not null)
        {
            AnnotationFiles.Stage(folder, result);
        }

        if (json is not null and not JsonFile.StandardOutput)
        {
            JsonFile.Write(json, ScoreJson.From(result));
        }

        folder?.Commit();
        if (json == JsonFile.StandardOutput)
        {
            JsonFile.Write(json, ScoreJson.From(result));
        }
        else
        {
            ScoreText.Print(result, Console.Out);
        }

        return ExitCode.Done;
    }

    private static ScorePlan Plan(ParseResult parsed)
    {
        string folder = RecordList.Folder(parsed.GetRequiredValue(Data));
        return new ScorePlan
        {
            Folder = folder,
            Records = RecordList.Choose(folder, parsed.GetRequiredValue(Records)),
            AllBeats = parsed.GetValue(AllBeats),
            Gain = parsed.GetValue(Gain),
            Invert = parsed.GetValue(Invert),
            Start = parsed.GetValue(Start),
            Seconds = parsed.GetValue(Seconds),
            Lead = parsed.GetValue(Lead),
            Noise = Noise.Open(parsed, folder),
            AtrialFibrillation = FoundFibrillation.Episodes,
            Parallel = parsed.GetValue(Parallel),
        };
    }
}
