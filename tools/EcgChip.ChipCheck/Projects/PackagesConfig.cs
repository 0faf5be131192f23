using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text;
using System.Xml.Linq;
using EcgChip.ChipCheck.ChipApi;

namespace EcgChip.ChipCheck.Projects;

/// <summary>The list of packages beside a .nfproj.</summary>
public static class PackagesConfig
{
    /// <summary>Name of the file.</summary>
    public const string FileName = "packages.config";

    /// <summary>How nanoFramework is called there.</summary>
    public const string TargetFramework = "netnano1.0";

    private const string DevelopmentDependency = "developmentDependency";

    /// <summary>Text of the file for some packages.</summary>
    public static string Write(IEnumerable<ChipPackage> packages)
    {
        var root = new XElement("packages", packages.Select(package => new XElement(
            "package",
            new XAttribute("id", package.Id),
            new XAttribute("version", package.Version),
            new XAttribute("targetFramework", TargetFramework),
            package.Development ? new XAttribute(DevelopmentDependency, "true") : null)));
        return NanoProjectWriter.AsText(root);
    }

    /// <summary>Each line of a file, as <see cref="Describe"/> says what there should be; none where there is no such file.</summary>
    public static IReadOnlyList<string> Read(string folder)
    {
        string path = Path.Combine(folder, FileName);
        return File.Exists(path)
            ? XDocument.Load(path).Root!.Elements("package")
                .Select(element => Line(
                    Value(element, "id"), Value(element, "version"), Value(element, "targetFramework"), Value(element, DevelopmentDependency) == "true"))
                .ToList()
            : [];
    }

    /// <summary>The line that a package should have.</summary>
    public static string Describe(ChipPackage package)
    {
        ArgumentNullException.ThrowIfNull(package);
        return Line(package.Id, package.Version, TargetFramework, package.Development);
    }

    private static string Line(string id, string version, string targetFramework, bool isDevelopment) =>
        $"{id} {version} {targetFramework}{(isDevelopment ? ", for development" : "")}";

    private static string Value(XElement element, string attribute) => element.Attribute(attribute)?.Value ?? "";
}
