using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Xml.Linq;

namespace EcgChip.ChipCheck.Projects;

/// <summary>The desktop's project (.csproj) over the same folder as a .nfproj.</summary>
public sealed class DesktopProject
{
    /// <summary>What stands in for the chip's device libraries on the desktop.</summary>
    public const string NanoHost = "EcgChip.NanoHost";

    private static readonly string[] OutputFolders = ["bin", "obj"];
    private readonly XElement _root;

    private DesktopProject(string path)
    {
        Path = path;
        _root = XDocument.Load(path).Root!;
    }

    /// <summary>Path of the file.</summary>
    public string Path { get; }

    /// <summary>Name of the file without its ending.</summary>
    public string Name => System.IO.Path.GetFileNameWithoutExtension(Path);

    /// <summary>Folder that it is in.</summary>
    public string Folder => System.IO.Path.GetDirectoryName(Path)!;

    /// <summary>Names of the projects that it refers to.</summary>
    public IReadOnlyList<string> ReferencedProjectNames =>
        _root.Descendants("ProjectReference").Select(element => NanoProject.NameOfPath(element.Attribute("Include")?.Value ?? "")).ToList();

    /// <summary>Those of them that are firmware, in the file's order.</summary>
    public IEnumerable<string> ReferencedFirmware => ReferencedProjectNames.Where(name => name != NanoHost);

    /// <summary>True when the file itself names, adds or leaves out sources instead of taking the whole folder.</summary>
    public bool ChoosesSources => _root.Descendants("Compile").Any() || _root.Descendants("EnableDefaultCompileItems").Any();

    /// <summary>Sources of the folder, relative to it, with backslashes as a .nfproj lists them, in ordinal order.</summary>
    public IReadOnlyList<string> Sources =>
        Directory.EnumerateFiles(Folder, "*.cs", SearchOption.AllDirectories)
            .Select(file => System.IO.Path.GetRelativePath(Folder, file).Replace('/', '\\'))
            .Where(file => !OutputFolders.Contains(file.Split('\\')[0], StringComparer.OrdinalIgnoreCase))
            .Order(StringComparer.Ordinal)
            .ToList();

    /// <summary>Every desktop project of the firmware of a repository, in ordinal order.</summary>
    public static IReadOnlyList<DesktopProject> All(string root) =>
        Directory.EnumerateDirectories(System.IO.Path.Combine(root, "firmware"))
            .SelectMany(folder => Directory.EnumerateFiles(folder, "*.csproj"))
            .Order(StringComparer.Ordinal)
            .Select(path => new DesktopProject(path))
            .ToList();
}
