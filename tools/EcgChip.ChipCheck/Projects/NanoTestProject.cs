using System.Collections.Generic;
using System.Linq;
using System.Xml.Linq;
using EcgChip.ChipCheck.ChipApi;

namespace EcgChip.ChipCheck.Projects;

/// <summary>
/// What a .nfproj whose tests run on the chip has besides: by it an IDE knows that there are tests, and finds the program that runs them. As
/// nanoFramework's own libraries have it (nanoframework/System.Math, Tests/MathUnitTests).
/// </summary>
internal static class NanoTestProject
{
    /// <summary>How the tests are run: on a board or in nanoFramework's virtual device.</summary>
    public const string RunSettingsFile = "nano.runsettings";

    /// <summary>Package of the test framework.</summary>
    public const string Framework = "nanoFramework.TestFramework";

    /// <summary>Properties of such a project, behind those of every project.</summary>
    public static readonly IReadOnlyList<(string Name, string Value)> Properties =
        [("IsCodedUITest", "False"), ("IsTestProject", "true"), ("TestProjectType", "UnitTest")];

    private const string TestContainer = "TestContainer";
    private const string RunSettingsProperty = "RunSettingsFilePath";
    private const string RunSettingsPath = @"$(MSBuildProjectDirectory)\" + RunSettingsFile;
    private static readonly XNamespace Ns = NanoProject.Namespace;

    /// <summary>The element that says that tests are in the project.</summary>
    public static XElement Capability() =>
        new(Ns + "ItemGroup", new XElement(Ns + "ProjectCapability", new XAttribute("Include", TestContainer)));

    /// <summary>The element that names the settings of a run.</summary>
    public static XElement RunSettings() => new(Ns + "PropertyGroup", new XElement(Ns + RunSettingsProperty, RunSettingsPath));

    /// <summary>Files beside the sources.</summary>
    public static IReadOnlyList<string> Files(bool isTests) => isTests ? [RunSettingsFile, PackagesConfig.FileName] : [PackagesConfig.FileName];

    /// <summary>References to the packages' assemblies, and to the program in the test framework's package that finds and runs the tests.</summary>
    public static IReadOnlyList<NanoReference> References(bool isTests, IReadOnlyList<ChipPackage> packages)
    {
        IEnumerable<NanoReference> references = packages.Select(NanoReference.To);
        return (isTests
            ? references.Concat(packages.Where(package => package.Id == Framework).Select(Launcher))
            : references).ToList();
    }

    /// <summary>What is wrong with a project's frame.</summary>
    public static IEnumerable<string> Lacks(NanoProject project)
    {
        foreach ((string name, string value) in Properties.Append((RunSettingsProperty, RunSettingsPath)))
        {
            if (project.Property(name) != value)
            {
                yield return $"{name} is {project.Property(name) ?? "missing"}, not {value}";
            }
        }

        if (!Includes(project, "ProjectCapability").Contains(TestContainer))
        {
            yield return $"lacks the capability {TestContainer}";
        }

        if (!Includes(project, "None").Contains(RunSettingsFile))
        {
            yield return $"does not list {RunSettingsFile}";
        }
    }

    private static NanoReference Launcher(ChipPackage package) => new(
        $"nanoFramework.UnitTestLauncher, Version=0.0.0.0, Culture=neutral, PublicKeyToken={ChipPackage.PublicKeyToken}",
        $@"..\..\packages\{package.Id}.{package.Version}\lib\nanoFramework.UnitTestLauncher.exe",
        true);

    private static IEnumerable<string?> Includes(NanoProject project, string item) =>
        project.Root.Descendants(Ns + item).Select(element => element.Attribute("Include")?.Value);
}
