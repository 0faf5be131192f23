using System;
using System.Collections.Generic;
using System.IO;
using EcgChip.ChipCheck.Projects;

namespace EcgChip.ChipCheck.Tests;

/// <summary>Compiles and checks the repository's firmware once for all tests that ask about it.</summary>
public sealed class FirmwareFixture
{
    private readonly Dictionary<string, IReadOnlyList<Refusal>> _refusals = new(StringComparer.Ordinal);

    public FirmwareFixture()
    {
        var build = new FirmwareBuild();
        foreach (NanoProject project in FirmwareCheck.Projects(Root))
        {
            _refusals.Add(project.Name, build.CompileAndCheck(project, Root));
        }

        Together = build.CheckTogether();
    }

    /// <summary>Folder of the solution that these tests were built in.</summary>
    public static string Root { get; } = FindRoot();

    /// <summary>What is refused of all projects together.</summary>
    public IReadOnlyList<Refusal> Together { get; }

    /// <summary>What is refused in a project of the firmware.</summary>
    public IReadOnlyList<Refusal> Refusals(string project) => _refusals[project];

    private static string FindRoot()
    {
        string? folder = AppContext.BaseDirectory;
        while (folder is not null && !File.Exists(Path.Combine(folder, SolutionFile.FileName)))
        {
            folder = Path.GetDirectoryName(folder);
        }

        return folder ?? throw new InvalidOperationException($"{SolutionFile.FileName} is in no folder above {AppContext.BaseDirectory}.");
    }
}
