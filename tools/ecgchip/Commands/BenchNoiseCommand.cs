using System;
using System.CommandLine;
using System.CommandLine.Parsing;
using System.IO;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using EcgChip.Cli.Noise;
using EcgChip.Cli.Output;
using EcgChip.Cli.Scores;

namespace EcgChip.Cli.Commands;

/// <summary><c>ecgchip bench noise</c>: what is left of sensitivity and positive predictivity when noise is mixed in.</summary>
public static class BenchNoiseCommand
{
    private const string ImageFolder = "images";

    private static readonly Option<string> Data = ScoreCommand.DataOption();

    private static readonly Option<string?> NoiseData = SharedOptions.NoiseData();

    private static readonly Option<double?> Seconds = SharedOptions.Seconds(" The first five minutes are clean and not scored.");

    private static readonly Option<int> Parallel = ScoreCommand.ParallelOption();

    private static readonly Option<string?> Out = SharedOptions.Page(
        $"Also writes the page to this file, and its picture to {ImageFolder} beside it; docs/noise.md is the committed one.");

    private static readonly Option<string?> Json = SharedOptions.Json();

    /// <summary>The command with its options.</summary>
    public static Command Create()
    {
        Command noise = new(
            "noise",
            $"Plays records {string.Join(" and ", NoiseBench.Records)} with noise em and bw at {string.Join(", ", NoiseBench.Decibels)} dB and prints sensitivity, "
            + "positive predictivity and the time declared poor.\n"
            + "Exit code: 0 done, 1 a target was missed or the run was interrupted, 2 unusable input or arguments.")
        {
            Data, NoiseData, Seconds, Parallel, Out, Json,
        };
        noise.SetAction(RunAsync);
        return noise;
    }

    private static async Task<int> RunAsync(ParseResult parsed, CancellationToken cancellation)
    {
        string? json = parsed.GetValue(Json);
        string? page = parsed.GetValue(Out);
        SharedOptions.Check(json, page);

        NoiseBench bench = await Task.Run(() => Open(parsed), cancellation).WaitAsync(cancellation);
        using OutputFolder? folder = SharedOptions.FolderOf(page);
        using OutputFolder? images = folder is null ? null : new OutputFolder(folder[ImageFolder]);
        NoiseResult result = ScoreProgress.Show("Playing noise", bench.Seconds, progress => bench.Run(progress, cancellation));
        if (folder is not null && images is not null)
        {
            string picture = Path.GetFileNameWithoutExtension(page) + ".png";
            File.WriteAllBytes(images.Stage(picture), NoisePicture.Png(result));
            File.WriteAllText(folder.Stage(Path.GetFileName(page)!), NoiseReport.Markdown(result, $"{ImageFolder}/{picture}"));
            images.Commit();
            folder.Commit();
        }

        if (json != JsonFile.StandardOutput)
        {
            Console.Out.Write(NoiseReport.Markdown(result, null));
        }

        if (json is not null)
        {
            JsonFile.Write(json, NoiseJson.From(result));
        }

        if (result.Missed.Count == 0)
        {
            return ExitCode.Done;
        }

        Console.Error.WriteLine($"{EcgChipCommand.Name}: Missed: {string.Join("; ", result.Missed.Select(target => target.Name))}.");
        return ExitCode.Failed;
    }

    private static NoiseBench Open(ParseResult parsed)
    {
        string folder = RecordList.Folder(parsed.GetRequiredValue(Data));
        RecordList.Choose(folder, string.Join(',', NoiseBench.Records));
        return new NoiseBench(folder, NoiseOption.FolderOf(parsed.GetValue(NoiseData), folder), parsed.GetValue(Parallel), parsed.GetValue(Seconds));
    }
}
