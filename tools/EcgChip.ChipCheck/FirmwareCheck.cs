using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using EcgChip.ChipCheck.Projects;

namespace EcgChip.ChipCheck;

/// <summary>The whole check of a repository's firmware: what is compiled, what the rules say, and what the project files say.</summary>
public static class FirmwareCheck
{
    /// <summary>Everything that would be refused, none where the firmware is fit for the chip.</summary>
    /// <param name="root">Folder of the solution.</param>
    /// <exception cref="InvalidDataException">A project file cannot be read, or projects use one another in a circle.</exception>
    public static IReadOnlyList<Refusal> Run(string root)
    {
        IReadOnlyList<NanoProject> projects = Projects(root);
        var build = new FirmwareBuild();
        List<Refusal> refusals = projects.SelectMany(project => build.CompileAndCheck(project, root)).ToList();
        refusals.AddRange(build.CheckTogether());
        refusals.AddRange(ProjectStructure.Check(root));
        return refusals;
    }

    /// <summary>Every .nfproj of the firmware and of tests that run on the chip, each after those that it uses.</summary>
    public static IReadOnlyList<NanoProject> Projects(string root)
    {
        List<NanoProject> projects = ChipFolders.All(root)
            .SelectMany(folder => Directory.EnumerateFiles(folder, "*" + NanoProject.Extension))
            .Select(NanoProject.Load)
            .ToList();
        return FirmwareOrder.Sort(projects, project => project.Name, project => project.ReferencedProjectNames);
    }
}
