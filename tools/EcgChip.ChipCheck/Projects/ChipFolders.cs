using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;

namespace EcgChip.ChipCheck.Projects;

/// <summary>Which folders of a repository hold projects for the chip.</summary>
public static class ChipFolders
{
    /// <summary>Folder whose folders are the firmware's projects.</summary>
    public const string Firmware = "firmware";

    private const string Tests = "tests";
    private const string TestsEnding = ".NanoTests";

    /// <summary>Every folder of firmware/, and those of tests/ whose tests run on the chip.</summary>
    /// <param name="root">Folder of the solution.</param>
    public static IEnumerable<string> All(string root) =>
        Directory.EnumerateDirectories(Path.Combine(root, Firmware))
            .Concat(Folders(Path.Combine(root, Tests)).Where(AreTests));

    /// <summary>True for the name of a project, or a folder, whose tests run on the chip.</summary>
    public static bool AreTests(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        return name.EndsWith(TestsEnding, StringComparison.Ordinal);
    }

    /// <summary>Path of a project of the firmware as another project's file names it; all lie two folders deep.</summary>
    /// <param name="from">Name of the project that refers.</param>
    /// <param name="to">Name of the project that it refers to.</param>
    public static string Reference(string from, string to) =>
        $@"{(AreTests(from) ? $@"..\..\{Firmware}\" : @"..\")}{to}\{to}{NanoProject.Extension}";

    private static IEnumerable<string> Folders(string path) => Directory.Exists(path) ? Directory.EnumerateDirectories(path) : [];
}
