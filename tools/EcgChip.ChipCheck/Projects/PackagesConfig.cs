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

    /// <summary>Text of the file for some packages.</summary>
    public static string Write(IEnumerable<ChipPackage> packages)
    {
        var root = new XElement("packages", packages.Select(package => new XElement(
            "package",
            new XAttribute("id", package.Id),
            new XAttribute("version", package.Version),
            new XAttribute("targetFramework", TargetFramework))));
        return NanoProjectWriter.AsText(root);
    }

    /// <summary>Id, version and target framework of each line of a file; none where there is no such file.</summary>
    public static IReadOnlyList<(string Id, string Version, string TargetFramework)> Read(string folder)
    {
        string path = Path.Combine(folder, FileName);
        return File.Exists(path)
            ? XDocument.Load(path).Root!.Elements("package")
                .Select(element => (Value(element, "id"), Value(element, "version"), Value(element, "targetFramework")))
                .ToList()
            : [];
    }

    private static string Value(XElement element, string attribute) => element.Attribute(attribute)?.Value ?? "";
}
