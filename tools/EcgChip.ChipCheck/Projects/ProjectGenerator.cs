using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Security.Cryptography;
using System.Text;

namespace EcgChip.ChipCheck.Projects;

/// <summary>Writes the .nfproj and packages.config of every folder of the firmware, and the solution's entries for them.</summary>
public static class ProjectGenerator
{
    private const int GuidBytes = 16;

    /// <summary>Writes what differs from what is there.</summary>
    /// <param name="root">Folder of the solution.</param>
    /// <returns>The files written, and what stopped others from being written.</returns>
    public static (IReadOnlyList<string> Written, IReadOnlyList<Refusal> Refusals) Run(string root)
    {
        var written = new List<string>();
        IReadOnlyList<ProjectPlan> plans = ProjectPlan.All(root);
        SolutionFile solution = SolutionFile.Load(root);
        bool solutionChanged = false;
        foreach (ProjectPlan plan in plans.Where(plan => plan.Refusals.Count == 0))
        {
            DesktopProject desktop = plan.Desktop;
            string path = Path.Combine(desktop.Folder, desktop.Name + NanoProject.Extension);
            Guid guid = GuidOf(path, desktop.Name);
            var content = new NanoProjectContent(
                desktop.Name, guid, plan.IsProgram, desktop.Sources, desktop.ReferencedFirmware.ToList(), plan.Packages);
            WriteIfChanged(path, NanoProjectWriter.Write(content), written);
            WriteIfChanged(Path.Combine(desktop.Folder, PackagesConfig.FileName), PackagesConfig.Write(plan.Packages), written);
            solutionChanged |= solution.Add(desktop.Name, Path.GetRelativePath(root, desktop.Folder), guid);
        }

        if (solutionChanged)
        {
            solution.Save();
            written.Add(Path.Combine(root, SolutionFile.FileName));
        }

        return (written, plans.SelectMany(plan => plan.Refusals).ToList());
    }

    /// <summary>The GUID that the project has; a new one follows from its name, so that it is the same wherever it is first written.</summary>
    private static Guid GuidOf(string path, string name)
    {
        if (File.Exists(path) && Guid.TryParse(NanoProject.Load(path).Property("ProjectGuid"), out Guid guid))
        {
            return guid;
        }

        byte[] hash = SHA256.HashData(Encoding.UTF8.GetBytes(name + NanoProject.Extension));
        return new Guid(hash.AsSpan(0, GuidBytes));
    }

    private static void WriteIfChanged(string path, string text, List<string> written)
    {
        if (!File.Exists(path) || File.ReadAllText(path) != text)
        {
            File.WriteAllText(path, text);
            written.Add(path);
        }
    }
}
