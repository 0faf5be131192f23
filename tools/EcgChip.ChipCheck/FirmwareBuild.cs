using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using EcgChip.ChipCheck.Compilation;
using EcgChip.ChipCheck.Projects;
using EcgChip.ChipCheck.Rules;
using Microsoft.CodeAnalysis;

namespace EcgChip.ChipCheck;

/// <summary>
/// Compiles the projects of the firmware one after the other, as the chip's build does: each against the libraries and the projects that it
/// names itself, never against what those name.
/// </summary>
public sealed class FirmwareBuild
{
    private readonly Dictionary<string, CompiledFirmware> _built = new(StringComparer.Ordinal);
    private readonly SortedDictionary<string, int> _staticTableBytes = new(StringComparer.Ordinal);

    /// <summary>What has been compiled so far, by name.</summary>
    public IReadOnlyDictionary<string, CompiledFirmware> Built => _built;

    /// <summary>
    /// Refuses the static tables of all that has been checked so far where they are too large together: they share the one heap of the chip.
    /// </summary>
    public IReadOnlyList<Refusal> CheckTogether()
    {
        int bytes = _staticTableBytes.Values.Sum();
        if (bytes <= ChipLimits.StaticTableBytes)
        {
            return [];
        }

        string each = string.Join(", ", _staticTableBytes.Where(assembly => assembly.Value > 0).Select(assembly => $"{assembly.Key} {assembly.Value}"));
        return
        [
            new Refusal(
                StaticFieldRule.Name, "firmware",
                $"keeps {bytes} bytes of static tables in the heap for good ({each}), {ChipLimits.StaticTableBytes} in all are the most; "
                + "return a new array from a method and drop it after use."),
        ];
    }

    /// <summary>Compiles a project.</summary>
    /// <param name="name">Name of the assembly.</param>
    /// <param name="sources">Its sources.</param>
    /// <param name="projects">Names of the firmware's projects that it uses; those must be compiled before.</param>
    /// <param name="libraries">Assemblies of the chip's libraries that it may use.</param>
    /// <param name="isProgram">True when it must have a Main.</param>
    public CompiledFirmware Compile(
        string name, IEnumerable<SourceFile> sources, IEnumerable<string> projects, IEnumerable<string> libraries, bool isProgram)
    {
        ArgumentNullException.ThrowIfNull(projects);
        List<string> missing = projects.Where(project => !_built.TryGetValue(project, out CompiledFirmware? built) || built.Image is null).ToList();
        CompiledFirmware result = missing.Count > 0
            ? new CompiledFirmware(name, null, null, [new Refusal("project-reference", name, $"is not compiled, since {string.Join(", ", missing)} is not.")])
            : FirmwareCompiler.Compile(
                name,
                sources,
                ReferenceAssemblies.Default.References(libraries)
                    .Concat(projects.Select(project => MetadataReference.CreateFromImage(_built[project].Image!))),
                isProgram);
        _built[name] = result;
        return result;
    }

    /// <summary>Compiles a .nfproj and holds the result to the rules.</summary>
    /// <returns>What is refused.</returns>
    public IReadOnlyList<Refusal> CompileAndCheck(NanoProject project, string root)
    {
        ArgumentNullException.ThrowIfNull(project);
        var sources = new List<SourceFile>();
        foreach (string file in project.Compile.Select(file => Path.Combine(project.Folder, file.Replace('\\', '/'))))
        {
            if (!File.Exists(file))
            {
                return [new Refusal("nfproj-sources", project.Name, $"lists {file}, which is not there; run write-projects.")];
            }

            sources.Add(new SourceFile(Path.GetRelativePath(root, file), File.ReadAllText(file)));
        }

        CompiledFirmware firmware = Compile(
            project.Name, sources, project.ReferencedProjectNames, project.References.Select(reference => reference.Assembly), project.IsProgram);
        if (firmware.Image is null)
        {
            return firmware.Refusals;
        }

        using CheckedAssembly assembly = CheckedAssembly.Open(firmware);
        _staticTableBytes[project.Name] = assembly.StaticTableBytes;
        return firmware.Refusals.Concat(IlRules.Check(assembly)).ToList();
    }
}
