using System.CommandLine;
using EcgChip.WeightsGen.Networks;

namespace EcgChip.WeightsGen.Commands;

/// <summary>Options and arguments that several verbs have.</summary>
public static class SharedOptions
{
    /// <summary>The folder of recordings.</summary>
    public static Option<string> Data() => new("--data")
    {
        Description = "Folder that holds mitdb, the MIT-BIH Arrhythmia Database, or mitdb itself.",
        Required = true,
    };

    /// <summary>The network.</summary>
    public static Argument<string> Network() => new("network") { Description = $"Which network: {string.Join(", ", KnownNetwork.Names)}." };
}
