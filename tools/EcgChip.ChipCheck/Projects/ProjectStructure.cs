using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Xml.Linq;
using EcgChip.ChipCheck.ChipApi;

namespace EcgChip.ChipCheck.Projects;

/// <summary>
/// Holds each .nfproj to what its folder, its desktop project, its compiled code and the solution say: the build machines cannot restore
/// nanoFramework's packages, so a wrong file would show on a developer's desk only.
/// </summary>
public static class ProjectStructure
{
    private const string Advice = "; run write-projects";

    /// <summary>Everything that is wrong with the project files of a repository's firmware.</summary>
    /// <param name="root">Folder of the solution.</param>
    public static IReadOnlyList<Refusal> Check(string root)
    {
        SolutionFile solution = SolutionFile.Load(root);
        var refusals = new List<Refusal>();
        var guids = new HashSet<Guid>(solution.Entries.Where(entry => !solution.NanoEntries.Contains(entry)).Select(entry => entry.ProjectId));
        foreach (ProjectPlan plan in ProjectPlan.All(root))
        {
            string path = Path.Combine(plan.Desktop.Folder, plan.Desktop.Name + NanoProject.Extension);
            if (!File.Exists(path))
            {
                refusals.Add(new Refusal("nfproj", plan.Desktop.Name, $"has no {NanoProject.Extension}{Advice}."));
                continue;
            }

            NanoProject project = NanoProject.Load(path);
            refusals.AddRange(Frame(project, plan));
            refusals.AddRange(Lists(project, plan));
            refusals.AddRange(Libraries(project, plan));
            refusals.AddRange(InSolution(project, root, solution, guids));
        }

        return refusals;
    }

    private static IEnumerable<Refusal> Frame(NanoProject project, ProjectPlan plan)
    {
        (string Property, string Value)[] expected =
        [
            ("ProjectTypeGuids", $"{NanoProjectWriter.NanoProjectType};{NanoProjectWriter.CSharpProjectType}"),
            ("AssemblyName", project.Name),
            ("RootNamespace", project.Name),
            ("TargetFrameworkVersion", "v1.0"),
            ("LangVersion", NanoProjectWriter.LanguageVersion),
            ("OutputType", plan.IsProgram ? "Exe" : "Library"),
        ];
        foreach ((string property, string value) in expected.Where(item => project.Property(item.Property) != item.Value))
        {
            yield return new Refusal("nfproj", project.Name, $"{property} is {project.Property(property) ?? "missing"}, not {value}{Advice}.");
        }

        List<string> imports = project.Root.Elements(NanoProject.Namespace + "Import")
            .Select(element => (element.Attribute("Project")?.Value ?? "").Split(')')[^1])
            .ToList();
        if (project.Property("NanoFrameworkProjectSystemPath") is null || !imports.SequenceEqual(NanoProjectWriter.Imports))
        {
            yield return new Refusal("nfproj", project.Name, $"does not import nanoFramework's project system in its order{Advice}.");
        }

        if (!project.Root.Descendants(NanoProject.Namespace + "ProjectConfigurationsDeclaredAsItems").Any())
        {
            yield return new Refusal("nfproj", project.Name, $"lacks the capability ProjectConfigurationsDeclaredAsItems{Advice}.");
        }

        foreach (string lack in plan.Desktop.IsTests ? NanoTestProject.Lacks(project) : [])
        {
            yield return new Refusal("nfproj", project.Name, $"{lack}{Advice}.");
        }
    }

    private static IEnumerable<Refusal> Lists(NanoProject project, ProjectPlan plan)
    {
        if (plan.Desktop.ChoosesSources)
        {
            yield return new Refusal(
                "nfproj-sources", project.Name, "its .csproj chooses sources by itself; both projects take the whole folder, so take that out.");
        }

        foreach (Refusal refusal in Differences("nfproj-sources", project.Name, project.Compile, plan.Desktop.Sources))
        {
            yield return refusal;
        }

        foreach (Refusal refusal in Differences(
            "nfproj-projects", project.Name, project.ReferencedProjectNames.ToList(), plan.Desktop.ReferencedFirmware.ToList()))
        {
            yield return refusal;
        }

        foreach (string wrong in project.ReferencedProjectNames.Zip(project.ProjectReferences)
            .Where(pair => pair.Second != ChipFolders.Reference(project.Name, pair.First))
            .Select(pair => pair.Second))
        {
            yield return new Refusal("nfproj-projects", project.Name, $"refers to {wrong}, which is no project of the firmware{Advice}.");
        }
    }

    private static IEnumerable<Refusal> Libraries(NanoProject project, ProjectPlan plan)
    {
        if (plan.Refusals.Count > 0)
        {
            return plan.Refusals;
        }

        IEnumerable<Refusal> references = Differences(
            "nfproj-references", project.Name,
            project.References.Select(Describe).ToList(),
            NanoTestProject.References(plan.Desktop.IsTests, plan.Packages).Select(Describe).ToList());
        IEnumerable<Refusal> packages = Differences(
            "nfproj-packages", project.Name,
            PackagesConfig.Read(project.Folder),
            plan.Packages.Select(PackagesConfig.Describe).ToList());
        bool listed = project.Root.Descendants(NanoProject.Namespace + "None")
            .Any(element => element.Attribute("Include")?.Value == PackagesConfig.FileName);
        return references.Concat(packages).Concat(
            listed ? [] : [new Refusal("nfproj-packages", project.Name, $"does not list {PackagesConfig.FileName}{Advice}.")]);
    }

    private static string Describe(NanoReference reference) =>
        $"{reference.Include} from {reference.HintPath ?? "nowhere"}{(reference.IsCopied ? "" : ", not copied")}";

    private static IEnumerable<Refusal> InSolution(NanoProject project, string root, SolutionFile solution, HashSet<Guid> guids)
    {
        if (!Guid.TryParse(project.Property("ProjectGuid"), out Guid guid) || !guids.Add(guid))
        {
            yield return new Refusal("nfproj-solution", project.Name, "its ProjectGuid is no GUID, or another project's too; give it one of its own.");
        }

        SolutionEntry? entry = solution.NanoEntries
            .FirstOrDefault(candidate => candidate.Path == Path.GetRelativePath(root, project.Path).Replace('/', '\\'));
        if (entry is null)
        {
            yield return new Refusal("nfproj-solution", project.Name, $"is not in {SolutionFile.FileName}{Advice}.");
            yield break;
        }

        if (entry.ProjectId != guid || entry.TypeGuid != NanoProjectWriter.NanoProjectType || entry.Name != project.Name)
        {
            yield return new Refusal(
                "nfproj-solution", project.Name,
                $"its entry in {SolutionFile.FileName} has another name, GUID or kind; take the entry out and run write-projects.");
        }

        if (solution.HasBuildConfiguration(entry.ProjectId))
        {
            yield return new Refusal(
                "nfproj-solution", project.Name,
                $"{SolutionFile.FileName} says how to build it, which dotnet build cannot; take out its lines in ProjectConfigurationPlatforms.");
        }
    }

    private static IEnumerable<Refusal> Differences(string rule, string where, IReadOnlyList<string> found, IReadOnlyList<string> wanted)
    {
        foreach (string lacking in wanted.Except(found))
        {
            yield return new Refusal(rule, where, $"lacks {lacking}{Advice}.");
        }

        foreach (string extra in found.Except(wanted))
        {
            yield return new Refusal(rule, where, $"has {extra}, which is not needed or not there{Advice}.");
        }

        foreach (string twice in found.GroupBy(name => name).Where(group => group.Count() > 1).Select(group => group.Key))
        {
            yield return new Refusal(rule, where, $"has {twice} more than once{Advice}.");
        }
    }
}
