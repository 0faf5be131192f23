using System.IO;
using EcgChip.Cli.Hardware;
using EcgChip.Testing;

namespace EcgChip.Cli.Tests.Hardware;

/// <summary>The board as it is in the repository.</summary>
internal static class Committed
{
    /// <summary>Folder of the hardware.</summary>
    public static string Folder { get; } = Path.Combine(SharedData.RepositoryRoot, "hardware");

    /// <summary>The design.</summary>
    public static BoardDesign Design { get; } = DesignReader.Read(Path.Combine(Folder, "board"));

    /// <summary>The design after a change of its text.</summary>
    public static BoardDesign Changed(string file, string from, string to)
    {
        using TemporaryFolder folder = new();
        Copy(folder.Path);
        string path = Path.Combine(folder.Path, file);
        string text = File.ReadAllText(path);
        Assert.Contains(from, text, System.StringComparison.Ordinal);
        File.WriteAllText(path, text.Replace(from, to, System.StringComparison.Ordinal));
        return DesignReader.Read(folder.Path);
    }

    /// <summary>Copies the design's three files.</summary>
    public static void Copy(string folder)
    {
        Directory.CreateDirectory(folder);
        foreach (string file in new[] { "symbols.txt", "schematic.txt", "parts.txt" })
        {
            File.Copy(Path.Combine(Folder, "board", file), Path.Combine(folder, file));
        }
    }
}
