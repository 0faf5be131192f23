using System;
using System.IO;

namespace EcgChip.Cli.Flash;

/// <summary>What is to be flashed, and how the device is reached.</summary>
internal sealed record FlashRequest
{
    private const string ProgramName = "EcgChip.Device.bin";
    private static readonly string[] Configurations = ["Release", "Debug"];

    /// <summary>Port of the chip's first serial port, by which it is flashed.</summary>
    public required string Port { get; init; }

    /// <summary>The program; null for the one that was built in this repository last.</summary>
    public string? Image { get; init; }

    /// <summary>Serial port, or HOST:PORT, of the link; null for the other port that this computer has.</summary>
    public string? Link { get; init; }

    /// <summary>The id that the device shall have; null for the one that it has, or a new one.</summary>
    public long? DeviceId { get; init; }

    /// <summary>Where keys are kept; null for the user's own settings.</summary>
    public string? Keys { get; init; }

    /// <summary>Where nanoff is; null for where it is installed.</summary>
    public string? Nanoff { get; init; }

    /// <summary>The program's file, whether it is there or not.</summary>
    public string ImagePath => Path.GetFullPath(Image ?? Built());

    // Where msbuild puts it, from the folder that somebody stands in upwards.
    private static string Built()
    {
        for (DirectoryInfo? folder = new(Environment.CurrentDirectory); folder is not null; folder = folder.Parent)
        {
            foreach (string configuration in Configurations)
            {
                string file = Path.Combine(folder.FullName, "firmware", "EcgChip.Device", "bin", configuration, ProgramName);
                if (File.Exists(file))
                {
                    return file;
                }
            }
        }

        return Path.Combine("firmware", "EcgChip.Device", "bin", Configurations[0], ProgramName);
    }
}
