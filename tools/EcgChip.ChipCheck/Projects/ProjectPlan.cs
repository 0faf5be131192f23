using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using EcgChip.ChipCheck.ChipApi;
using EcgChip.ChipCheck.Compilation;
using EcgChip.ChipCheck.Rules;
using Mono.Cecil;

namespace EcgChip.ChipCheck.Projects;

/// <summary>
/// What a .nfproj must say, found from the folder and its desktop project: the sources that are there, the firmware that the desktop project
/// refers to, and the libraries that the compiled code uses, with those that these need on the chip (what is not referred to is not flashed).
/// </summary>
/// <param name="Desktop">The desktop project.</param>
/// <param name="IsProgram">True when the code has a Main.</param>
/// <param name="Packages">The libraries' packages.</param>
/// <param name="Refusals">What the compiler refused; then the packages are not known.</param>
public sealed record ProjectPlan(
    DesktopProject Desktop, bool IsProgram, IReadOnlyList<ChipPackage> Packages, IReadOnlyList<Refusal> Refusals)
{
    /// <summary>Plans every project of a repository's firmware, each after those that it uses.</summary>
    public static IReadOnlyList<ProjectPlan> All(string root)
    {
        var build = new FirmwareBuild();
        return FirmwareOrder.Sort(DesktopProject.All(root), project => project.Name, project => project.ReferencedFirmware)
            .Select(project => Of(project, build, root))
            .ToList();
    }

    private static ProjectPlan Of(DesktopProject project, FirmwareBuild build, string root)
    {
        IEnumerable<SourceFile> sources = project.Sources
            .Select(file => Path.Combine(project.Folder, file.Replace('\\', '/')))
            .Select(file => new SourceFile(Path.GetRelativePath(root, file), File.ReadAllText(file)));
        CompiledFirmware firmware = build.Compile(
            project.Name, sources, project.ReferencedFirmware,
            project.IsTests ? ChipLibraries.Default.TestAssemblies : ChipLibraries.Default.FirmwareAssemblies, isProgram: false);
        if (firmware.Image is null)
        {
            return new ProjectPlan(project, false, [], firmware.Refusals);
        }

        using CheckedAssembly assembly = CheckedAssembly.Open(firmware);
        return new ProjectPlan(
            project, assembly.Types.Any(HasMain), ChipLibraries.Default.Closure(assembly.References), []);
    }

    private static bool HasMain(TypeDefinition type) => type.Methods.Any(method => method.IsStatic && method.Name == "Main");
}
