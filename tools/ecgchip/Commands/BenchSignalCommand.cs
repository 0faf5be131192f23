using System;
using System.CommandLine;
using System.CommandLine.Parsing;
using System.IO;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using EcgChip.Cli.Output;
using EcgChip.Cli.Scores;
using EcgChip.Cli.SignalChain;

namespace EcgChip.Cli.Commands;

/// <summary><c>ecgchip bench signal</c>: the signal chain tested as the standards for monitors describe it.</summary>
public static class BenchSignalCommand
{
    private static readonly Option<string?> Data = new("--data")
    {
        Description = "Folder of the MIT-BIH database, or the folder that holds mitdb: the R peak detector is tested on all records in six ways, too (minutes).",
        HelpName = "DIR",
        CustomParser = OptionValue.Text,
    };

    private static readonly Option<double?> Seconds = SharedOptions.Seconds();

    private static readonly Option<int> Parallel = ScoreCommand.ParallelOption();

    private static readonly Option<string?> Out = SharedOptions.Page(
        "Also writes the page to this file; docs/signal.md is the committed one. Without --data, what it says of the recordings is kept.");

    private static readonly Option<string?> Json = SharedOptions.Json();

    /// <summary>The command with its options.</summary>
    public static Command Create()
    {
        Command signal = new(
            "signal",
            "Plays test signals through the simulated board, front end and firmware, and prints frequency response, heart rates, pacemaker spikes, recovery and the rest\n"
            + "beside what IEC 60601-2-47 and AAMI EC13 ask for. No conformity is claimed.\n"
            + "Exit code: 0 done, 1 a bound is broken or the run was interrupted, 2 unusable input or arguments.")
        {
            Data, Seconds, Parallel, Out, Json,
        };
        signal.SetAction(RunAsync);
        return signal;
    }

    private static async Task<int> RunAsync(ParseResult parsed, CancellationToken cancellation)
    {
        string? json = parsed.GetValue(Json);
        string? page = parsed.GetValue(Out);
        SharedOptions.Check(json, page);

        MitBihTest? recordings = await Task.Run(() => Open(parsed), cancellation).WaitAsync(cancellation);
        using OutputFolder? folder = SharedOptions.FolderOf(page);
        int parallel = parsed.GetValue(Parallel);
        SignalResult result = new(
            ScoreProgress.Show("Playing test signals", SignalBench.Count, progress => SignalBench.Run(parallel, progress, cancellation)),
            recordings is null
                ? null
                : new RecordingsResult(
                    ScoreProgress.Show("Playing the records", recordings.Seconds, progress => recordings.Run(progress, cancellation)), parsed.GetValue(Seconds)));
        if (folder is not null)
        {
            string older = File.Exists(page) ? await File.ReadAllTextAsync(page, cancellation) : "";
            string ofRecordings = result.Recordings is null ? SignalReport.KeptRecordings(older) : SignalReport.Recordings(result.Recordings);
            await File.WriteAllTextAsync(folder.Stage(Path.GetFileName(page)!), SignalReport.Synthetic(result.Groups) + ofRecordings, cancellation);
        }

        if (json is not null and not JsonFile.StandardOutput)
        {
            JsonFile.Write(json, SignalJson.From(result));
        }

        folder?.Commit();
        if (json == JsonFile.StandardOutput)
        {
            JsonFile.Write(json, SignalJson.From(result));
        }
        else
        {
            SignalText.Print(result, Console.Out);
        }

        return Verdict(result);
    }

    /// <summary>Says on standard error what is broken.</summary>
    /// <returns>The exit code.</returns>
    public static int Verdict(SignalResult result)
    {
        ArgumentNullException.ThrowIfNull(result);
        if (result.Broken.Count == 0)
        {
            return ExitCode.Done;
        }

        Console.Error.WriteLine($"{EcgChipCommand.Name}: Not met: {string.Join("; ", result.Broken.Select(figure => figure.What))}.");
        return ExitCode.Failed;
    }

    private static MitBihTest? Open(ParseResult parsed)
    {
        if (parsed.GetValue(Data) is not string data)
        {
            return parsed.GetValue(Seconds) is null ? null : throw new UnusableInputException("--seconds says how long to play recordings: say with --data where they are.");
        }

        return new MitBihTest(RecordList.Folder(data), RecordList.All, parsed.GetValue(Parallel), parsed.GetValue(Seconds));
    }
}
