using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text;
using System.Text.RegularExpressions;

namespace EcgChip.ChipCheck.Projects;

/// <summary>A project as a solution lists it.</summary>
/// <param name="TypeGuid">Kind of project.</param>
/// <param name="Name">Name shown.</param>
/// <param name="Path">Path from the solution's folder, with backslashes.</param>
/// <param name="ProjectId">The project's GUID.</param>
public sealed record SolutionEntry(string TypeGuid, string Name, string Path, Guid ProjectId);

/// <summary>The solution file, as far as the .nfproj in it go.</summary>
public sealed partial class SolutionFile
{
    /// <summary>Name of the solution, in the repository's root.</summary>
    public const string FileName = "EcgChip.sln";

    private readonly string _path;
    private string _text;

    private SolutionFile(string path)
    {
        _path = path;
        _text = File.ReadAllText(path);
    }

    /// <summary>Every project of the solution.</summary>
    public IReadOnlyList<SolutionEntry> Entries => EntryPattern().Matches(_text)
        .Select(match => new SolutionEntry(match.Groups[1].Value, match.Groups[2].Value, match.Groups[3].Value, Guid.Parse(match.Groups[4].Value)))
        .ToList();

    /// <summary>The chip's projects of the solution.</summary>
    public IEnumerable<SolutionEntry> NanoEntries =>
        Entries.Where(entry => entry.Path.EndsWith(NanoProject.Extension, StringComparison.OrdinalIgnoreCase));

    /// <summary>Reads the solution of a repository.</summary>
    public static SolutionFile Load(string root) => new(Path.Combine(root, FileName));

    /// <summary>
    /// True when the solution says how to build a project; a .nfproj must have no such line, so that <c>dotnet build</c> passes it by.
    /// </summary>
    public bool HasBuildConfiguration(Guid projectId) => ConfigurationPattern().Matches(_text).Any(match => Guid.Parse(match.Groups[1].Value) == projectId);

    /// <summary>Adds a .nfproj after the .csproj of the same folder, without a build configuration.</summary>
    /// <param name="name">Name of the project.</param>
    /// <param name="folder">Its folder, from the solution's.</param>
    /// <param name="projectId">Its GUID.</param>
    /// <returns>False where it is there already.</returns>
    public bool Add(string name, string folder, Guid projectId)
    {
        string desktopPath = $@"{folder.Replace('/', '\\')}\{name}.csproj";
        string path = $@"{folder.Replace('/', '\\')}\{name}{NanoProject.Extension}";
        if (Entries.Any(entry => entry.Path == path))
        {
            return false;
        }

        Match desktop = EntryPattern().Matches(_text).FirstOrDefault(match => match.Groups[3].Value == desktopPath)
            ?? throw new InvalidDataException($"{_path} lacks {name}.csproj; add that first: dotnet sln add {folder}.");
        int end = _text.IndexOf("EndProject", desktop.Index, StringComparison.Ordinal) + "EndProject".Length;
        string newLine = _text.Contains("\r\n", StringComparison.Ordinal) ? "\r\n" : "\n";
        string entry = $"{newLine}Project(\"{NanoProjectWriter.NanoProjectType}\") = \"{name}\", \"{path}\", \"{projectId.ToString("B").ToUpperInvariant()}\""
            + $"{newLine}EndProject";
        _text = _text.Insert(end, entry);
        return true;
    }

    /// <summary>Writes the file.</summary>
    public void Save() => File.WriteAllText(_path, _text, new UTF8Encoding(encoderShouldEmitUTF8Identifier: true));

    [GeneratedRegex("""^Project\("(\{[^"]+\})"\) = "([^"]+)", "([^"]+)", "(\{[^"]+\})"\s*$""", RegexOptions.Multiline)]
    private static partial Regex EntryPattern();

    [GeneratedRegex("""^\s*(\{[0-9A-Fa-f-]+\})\.\S[^=]*\.(?:ActiveCfg|Build\.0|Deploy\.0) = """, RegexOptions.Multiline)]
    private static partial Regex ConfigurationPattern();
}
