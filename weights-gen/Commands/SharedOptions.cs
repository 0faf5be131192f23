using System.CommandLine;
using EcgChip.WeightsGen.Beats;
using EcgChip.WeightsGen.Infarction;
using EcgChip.WeightsGen.Networks;

namespace EcgChip.WeightsGen.Commands;

/// <summary>Options and arguments that several verbs have.</summary>
public static class SharedOptions
{
    /// <summary>The folder of recordings.</summary>
    public static Option<string> Data() => new("--data")
    {
        Description = "Folder that holds mitdb, the MIT-BIH Arrhythmia Database, or mitdb itself; for infarction ptbdb, the PTB Diagnostic ECG Database.",
        Required = true,
    };

    /// <summary>The folder of recordings, or beats as CSV.</summary>
    public static Option<string> DataOrTables() => new("--data")
    {
        Description = $"Folder that holds mitdb, the MIT-BIH Arrhythmia Database, or mitdb itself; for seed also a folder with {BeatTables.LearningFile} and {BeatTables.TestFile}, "
            + "or one CSV file: a beat a row, 187 values of 0 to 1 and a label 0 to 4 for N, S, V, F, Q. Where recordings and CSV files lie together, recordings are meant, and the files with csv for the split.",
        Required = true,
    };

    /// <summary>The network.</summary>
    public static Argument<string> Network() => new("network") { Description = $"Which network: {string.Join(", ", KnownNetwork.Names)}, or {HeadShape.Name}, the head behind {HeadShape.Trunk}." };
}
