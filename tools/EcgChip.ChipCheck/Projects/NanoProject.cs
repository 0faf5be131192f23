using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Xml.Linq;

namespace EcgChip.ChipCheck.Projects;

/// <summary>A project of the chip's build (.nfproj), as its file says.</summary>
public sealed class NanoProject
{
    /// <summary>Ending of the file's name.</summary>
    public const string Extension = ".nfproj";

    /// <summary>XML namespace of the file.</summary>
    public static readonly XNamespace Namespace = "http://schemas.microsoft.com/developer/msbuild/2003";

    private NanoProject(string path, XElement root)
    {
        Path = path;
        Root = root;
    }

    /// <summary>Path of the file.</summary>
    public string Path { get; }

    /// <summary>Folder that it is in.</summary>
    public string Folder => System.IO.Path.GetDirectoryName(Path)!;

    /// <summary>Name of the file without its ending.</summary>
    public string Name => System.IO.Path.GetFileNameWithoutExtension(Path);

    /// <summary>The file's root element.</summary>
    public XElement Root { get; }

    /// <summary>True for the program, false for a library.</summary>
    public bool IsProgram => Property("OutputType") == "Exe";

    /// <summary>Sources, as the file lists them: relative, with backslashes.</summary>
    public IReadOnlyList<string> Compile => Includes("Compile");

    /// <summary>Other projects of the firmware, as the file lists them.</summary>
    public IReadOnlyList<string> ProjectReferences => Includes("ProjectReference");

    /// <summary>Names of the other projects of the firmware that this one uses.</summary>
    public IEnumerable<string> ReferencedProjectNames => ProjectReferences.Select(NameOfPath);

    /// <summary>The libraries' assemblies.</summary>
    public IReadOnlyList<NanoReference> References => Root.Descendants(Namespace + "Reference").Select(NanoReference.Read).ToList();

    /// <summary>Reads a project.</summary>
    /// <exception cref="InvalidDataException">The file is no XML; the message says where.</exception>
    public static NanoProject Load(string path)
    {
        try
        {
            return new NanoProject(path, XDocument.Load(path).Root!);
        }
        catch (System.Xml.XmlException error)
        {
            throw new InvalidDataException($"{path} is no XML: {error.Message}", error);
        }
    }

    /// <summary>Value of a property, or null.</summary>
    public string? Property(string name) => Root.Elements(Namespace + "PropertyGroup").Elements(Namespace + name).LastOrDefault()?.Value;

    /// <summary>Name of the project whose file a path names, with slashes or backslashes.</summary>
    internal static string NameOfPath(string path) =>
        System.IO.Path.GetFileNameWithoutExtension(path.Replace('\\', '/'));

    private List<string> Includes(string item) =>
        Root.Descendants(Namespace + item).Select(element => element.Attribute("Include")?.Value ?? "").ToList();
}
