using System;
using System.IO;

namespace EcgChip.Testing;

/// <summary>Where the recordings of PhysioNet stand, for tests that need them.</summary>
public static class SharedData
{
    /// <summary>The repository's root: the folder of EcgChip.sln.</summary>
    public static string RepositoryRoot { get; } = FindRoot();

    /// <summary>The data folder: environment variable ECGCHIP_DATA, else ../shared/data beside the repository.</summary>
    public static string Directory { get; } = Environment.GetEnvironmentVariable("ECGCHIP_DATA")
        ?? Path.GetFullPath(Path.Combine(RepositoryRoot, "..", "shared", "data"));

    /// <summary>The MIT-BIH Arrhythmia Database; skips the test, with a sentence, where it is missing.</summary>
    public static string Mitdb() => Require("mitdb", "MIT-BIH Arrhythmia Database");

    /// <summary>The noise recordings; skips the test where they are missing.</summary>
    public static string Nstdb() => Require("nstdb", "MIT-BIH Noise Stress Test Database");

    /// <summary>The PTB recordings; skips the test where they are missing.</summary>
    public static string Ptbdb() => Require("ptbdb", "PTB Diagnostic ECG Database");

    private static string Require(string folder, string name)
    {
        string path = Path.Combine(Directory, folder);
        Skip.IfNot(System.IO.Directory.Exists(path), $"Needs the {name} in {path}: put it there or set ECGCHIP_DATA.");
        return path;
    }

    private static string FindRoot()
    {
        for (DirectoryInfo? folder = new(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "EcgChip.sln")))
            {
                return folder.FullName;
            }
        }

        throw new DirectoryNotFoundException($"No EcgChip.sln above {AppContext.BaseDirectory}.");
    }
}
