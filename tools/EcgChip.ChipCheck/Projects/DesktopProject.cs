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

    /// <summary>True when tests of it run on the chip.</summary>
    public bool IsTests => ChipFolders.AreTests(Name);

    /// <summary>
    /// True when the file itself names, adds or leaves out sources instead of taking the whole folder; a source of another folder that it links is
    /// none of these.
    /// </summary>
    public bool ChoosesSources =>
        _root.Descendants("Compile").Any(element => element.Attribute("Link") is null) || _root.Descendants("EnableDefaultCompileItems").Any();

    /// <summary>
    /// Sources of the folder and those of other folders that it links, relative to it, with backslashes as a .nfproj lists them, in ordinal order.
    /// </summary>
    public IReadOnlyList<string> Sources => OwnSources.Concat(LinkedSources).Order(StringComparer.Ordinal).ToList();

    private IEnumerable<string> LinkedSources =>
        _root.Descendants("Compile").Where(element => element.Attribute("Link") is not null)
            .Select(element => (element.Attribute("Include")?.Value ?? "").Replace('/', '\\'));

    private IEnumerable<string> OwnSources =>
        Directory.EnumerateFiles(Folder, "*.cs", SearchOption.AllDirectories)
            .Select(file => System.IO.Path.GetRelativePath(Folder, file).Replace('/', '\\'))
            .Where(file => !OutputFolders.Contains(file.Split('\\')[0], StringComparer.OrdinalIgnoreCase));

    /// <summary>Every desktop project of the firmware of a repository, in ordinal order.</summary>
    public static IReadOnlyList<DesktopProject> All(string root) =>
        ChipFolders.All(root)
            .SelectMany(folder => Directory.EnumerateFiles(folder, "*.csproj"))
            .Order(StringComparer.Ordinal)
            .Select(path => new DesktopProject(path))
            .ToList();
}
