using System.CommandLine;
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

    /// <summary>The network.</summary>
    public static Argument<string> Network() => new("network") { Description = $"Which network: {string.Join(", ", KnownNetwork.Names)}, or {HeadShape.Name}, the head behind {HeadShape.Trunk}." };
}
