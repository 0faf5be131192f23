using System;
using System.CommandLine;
using System.CommandLine.Parsing;
using System.IO;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using EcgChip.Cli.Beats;
using EcgChip.Cli.Output;
using EcgChip.Cli.Scores;

namespace EcgChip.Cli.Commands;

/// <summary><c>ecgchip bench beats</c>: how well beats are told apart, as recorded, smaller, larger, in noise and from other electrodes.</summary>
public static class BenchBeatsCommand
{
    private static readonly Option<string> Data = ScoreCommand.DataOption();

    private static readonly Option<string> Records = new("--records")
    {
        Description = $"Records: {RecordList.Ds2}, whose patients were not learnt from and which the targets are about, {RecordList.Ds1}, {RecordList.All}, or names with commas between.",
        HelpName = $"{RecordList.Ds1}|{RecordList.Ds2}|{RecordList.All}|100,101",
        DefaultValueFactory = _ => RecordList.Ds2,
        CustomParser = OptionValue.Text,
    };

    private static readonly Option<string?> NoiseData = SharedOptions.NoiseData();

    private static readonly Option<double?> Seconds = SharedOptions.Seconds(" The first five minutes are not scored.");

    private static readonly Option<int> Parallel = ScoreCommand.ParallelOption();

    private static readonly Option<string?> Out = SharedOptions.Page(
        "Also writes the page to this file; docs/beats.md is the committed one.");

    private static readonly Option<string?> Json = SharedOptions.Json();

    /// <summary>The command with its options.</summary>
    public static Command Create()
    {
        Command beats = new(
            "beats",
            "Plays records as they were recorded, at half and double gain, with electrode motion noise and from their other lead, and prints how well the firmware\n"
            + "tells beats apart, by AAMI EC57 through its own detector. Some minutes.\n"
            + "Exit code: 0 done, 1 a target was missed (all of DS2 as recorded) or the run was interrupted, 2 unusable input or arguments.")
        {
            Data, Records, NoiseData, Seconds, Parallel, Out, Json,
        };
        beats.SetAction(RunAsync);
        return beats;
    }

    private static async Task<int> RunAsync(ParseResult parsed, CancellationToken cancellation)
    {
        string? json = parsed.GetValue(Json);
        string? page = parsed.GetValue(Out);
        SharedOptions.Check(json, page);

        BeatBench bench = await Task.Run(() => Open(parsed), cancellation).WaitAsync(cancellation);
        using OutputFolder? folder = SharedOptions.FolderOf(page);
        BeatResult result = ScoreProgress.Show("Playing the records", bench.Seconds, progress => bench.Run(progress, cancellation));
        string text = BeatReport.Markdown(result);
        if (folder is not null)
        {
            await File.WriteAllTextAsync(folder.Stage(Path.GetFileName(page)!), text, cancellation);
        }

        if (json is not null and not JsonFile.StandardOutput)
        {
            JsonFile.Write(json, BeatJson.From(result));
        }

        folder?.Commit();
        if (json == JsonFile.StandardOutput)
        {
            JsonFile.Write(json, BeatJson.From(result));
        }
        else
        {
            Console.Out.Write(text);
        }

        if (result.Missed.Count == 0)
        {
            return ExitCode.Done;
        }

        Console.Error.WriteLine($"{EcgChipCommand.Name}: Missed: {string.Join("; ", result.Missed.Select(target => target.Name))}.");
        return ExitCode.Failed;
    }

    private static BeatBench Open(ParseResult parsed)
    {
        string folder = RecordList.Folder(parsed.GetRequiredValue(Data));
        string records = parsed.GetRequiredValue(Records);
        RecordList.Choose(folder, records);
        return new BeatBench(folder, records, NoiseOption.FolderOf(parsed.GetValue(NoiseData), folder), parsed.GetValue(Parallel), parsed.GetValue(Seconds));
    }
}
