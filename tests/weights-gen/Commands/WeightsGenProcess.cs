using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.IO;
using System.Linq;
using System.Threading;
using EcgChip.WeightsGen.Commands;
using EcgChip.WeightsGen.Training;

namespace EcgChip.WeightsGen.Tests.Commands;

/// <summary>weights-gen as a program of its own, in a folder that it takes for its repository.</summary>
internal sealed class WeightsGenProcess : IDisposable
{
    private const int PatienceMs = 180_000;
    private const int LookMs = 5;

    private readonly TemporaryFolder _folder = new();

    public WeightsGenProcess()
    {
        File.WriteAllText(_folder.File("EcgChip.sln"), string.Empty);
        CsvBeats.WriteFolder(Data);
    }

    /// <summary>CSV files of beats.</summary>
    public string Data => _folder.File("data");

    /// <summary>The weights that a training writes.</summary>
    public string Weights => new Places(_folder.Path).Weights("seed-csv");

    /// <summary>The line for every epoch.</summary>
    public string Log => Path.Combine(new Places(_folder.Path).Scratch, "seed-csv.csv");

    /// <summary>Where a killed training stands.</summary>
    public string Checkpoint => Path.Combine(new Places(_folder.Path).Scratch, "seed-csv.checkpoint.safetensors");

    /// <summary>All files but those that it began with.</summary>
    public IEnumerable<string> Files => Directory.EnumerateFiles(_folder.Path, "*", SearchOption.AllDirectories)
        .Select(file => Path.GetRelativePath(_folder.Path, file)).Where(file => file != "EcgChip.sln" && !file.StartsWith("data", StringComparison.Ordinal));

    /// <summary>A small training: some seconds, most of them in its epochs.</summary>
    public string[] Train(params string[] more) => ["train", "seed", "--data", Data, "--epochs", "3", "--epoch-beats", "1000", .. more];

    /// <summary>Starts it.</summary>
    public Process Start(params string[] args) => Start(Dotnet, [typeof(CommandLine).Assembly.Location, .. args]);

    /// <summary>Starts it by another program.</summary>
    public Process StartBy(string program, string[] own, string[] args) => Start(program, [.. own, Dotnet, typeof(CommandLine).Assembly.Location, .. args]);

    /// <summary>Starts another program there.</summary>
    public Process Start(string program, string[] args)
    {
        ProcessStartInfo start = new(program, args)
        {
            WorkingDirectory = _folder.Path,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        return Process.Start(start)!;
    }

    /// <summary>Runs it to its end.</summary>
    public (int Code, string Output, string Errors) Run(params string[] args) => End(Start(args));

    /// <summary>Waits for a program's end.</summary>
    public static (int Code, string Output, string Errors) End(Process process)
    {
        using Process own = process;
        System.Threading.Tasks.Task<string> errors = own.StandardError.ReadToEndAsync();
        string output = own.StandardOutput.ReadToEnd();
        Assert.True(own.WaitForExit(PatienceMs), "The program does not end.");
        return (own.ExitCode, output, errors.Result);
    }

    /// <summary>Waits until an epoch has its line.</summary>
    public void WaitForEpoch(Process process, int epoch)
    {
        for (int waited = 0; !File.Exists(Log) || File.ReadAllLines(Log).Length <= epoch; waited += LookMs)
        {
            Assert.False(process.HasExited, "The training was over before it could be killed.");
            Assert.True(waited < PatienceMs, "The training does not go on.");
            Thread.Sleep(LookMs);
        }
    }

    /// <summary>Epochs that the checkpoint says are done.</summary>
    public int EpochsDone()
    {
        string run = WeightsGen.Weights.SafeTensors.Load(Checkpoint).Metadata["run"];
        return TrainingState.Load(Checkpoint, run).Epoch;
    }

    public void Dispose() => _folder.Dispose();

    private static string Dotnet => Environment.ProcessPath is string host && Path.GetFileNameWithoutExtension(host) == "dotnet" ? host : "dotnet";
}
