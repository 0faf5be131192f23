using System;
using System.Linq;
using System.Xml.Linq;
using EcgChip.ChipCheck.ChipApi;

namespace EcgChip.ChipCheck.Projects;

/// <summary>A library's assembly as a .nfproj refers to it.</summary>
/// <param name="Include">Full name: simple name, version, culture, public key token.</param>
/// <param name="HintPath">Where the package puts the file.</param>
/// <param name="IsCopied">True when the file is copied to the output, from where it is flashed.</param>
public sealed record NanoReference(string Include, string? HintPath, bool IsCopied)
{
    /// <summary>Simple name of the assembly.</summary>
    public string Assembly => Include.Split(',')[0].Trim();

    /// <summary>How a package's assembly is referred to from a folder of the firmware; packages lie beside the solution.</summary>
    public static NanoReference To(ChipPackage package)
    {
        ArgumentNullException.ThrowIfNull(package);
        return new NanoReference(
            $"{package.Assembly}, Version={package.AssemblyVersion}, Culture=neutral, PublicKeyToken={ChipPackage.PublicKeyToken}",
            $@"..\..\packages\{package.Id}.{package.Version}\lib\{package.Assembly}.dll",
            true);
    }

    /// <summary>Reads the element of a project file.</summary>
    public static NanoReference Read(XElement element)
    {
        ArgumentNullException.ThrowIfNull(element);
        return new NanoReference(
            element.Attribute("Include")?.Value ?? "",
            element.Elements(NanoProject.Namespace + "HintPath").FirstOrDefault()?.Value,
            string.Equals(element.Element(NanoProject.Namespace + "Private")?.Value, "True", StringComparison.OrdinalIgnoreCase));
    }

    /// <summary>The element of a project file.</summary>
    public XElement Write() =>
        new(
            NanoProject.Namespace + "Reference",
            new XAttribute("Include", Include),
            new XElement(NanoProject.Namespace + "HintPath", HintPath),
            new XElement(NanoProject.Namespace + "Private", IsCopied ? "True" : "False"));
}
