using System;
using System.IO;

namespace EcgChip.WeightsGen;

/// <summary>Where in the repository weights-gen reads and writes.</summary>
/// <param name="Root">The repository's root.</param>
public sealed record Places(string Root)
{
    private const string RootMark = "EcgChip.sln";

    /// <summary>Committed lists of test beats.</summary>
    public string TestBeats => Path.Combine(Root, "weights-gen", "test-beats");

    /// <summary>Log of the models that DS2 has judged.</summary>
    public string PatientRuns => Path.Combine(Root, "weights-gen", "ds2-runs.csv");

    /// <summary>Figures of trainings from several seeds, for mean and spread.</summary>
    public string SeedRuns(string network) => Path.Combine(Root, "weights-gen", network + "-seeds.csv");

    /// <summary>Committed results of evaluate, for tables.</summary>
    public string Results => Path.Combine(Root, "weights-gen", "results");

    /// <summary>The page of tables.</summary>
    public string ResultTables => Path.Combine(Root, "docs", "results.md");

    /// <summary>Log of the training that gave a network's weights, kept beside them.</summary>
    public string EpochLog(string network) => Path.Combine(Root, "weights-gen", "models", network + ".epochs.csv");

    /// <summary>Checkpoints, logs and cached beats: nothing that is committed.</summary>
    public string Scratch => Path.Combine(Root, "artifacts", "weights-gen");

    /// <summary>Trained float weights of a network.</summary>
    public string Weights(string network) => Path.Combine(Root, "weights-gen", "models", network + ".safetensors");

    /// <summary>Golden vectors of a network.</summary>
    public string Golden(string network) => Path.Combine(Root, "weights-gen", "golden-vectors", network + ".txt");

    /// <summary>Golden vectors of a network that the device's self-test runs.</summary>
    public string GoldenOnChip(string network) =>
        Path.Combine(Root, "firmware", "EcgChip.Device", "SelfTest", char.ToUpperInvariant(network[0]) + network[1..] + "GoldenBeats.g.cs");

    /// <summary>Generated C# of a network named in lower case, such as seed.</summary>
    public string Generated(string network)
    {
        string name = char.ToUpperInvariant(network[0]) + network[1..];
        return Path.Combine(Root, "firmware", $"EcgChip.Models.{name}", $"{name}Model.g.cs");
    }

    /// <summary>The repository around the current folder, else around this program.</summary>
    /// <exception cref="InputException">Neither is inside it.</exception>
    public static Places Find() =>
        Above(Environment.CurrentDirectory) ?? Above(AppContext.BaseDirectory)
        ?? throw new InputException($"weights-gen reads and writes files of its repository: run it from inside the folder that holds {RootMark}.");

    private static Places? Above(string folder)
    {
        for (DirectoryInfo? at = new(folder); at is not null; at = at.Parent)
        {
            if (File.Exists(Path.Combine(at.FullName, RootMark)))
                return new Places(at.FullName);
        }

        return null;
    }
}
