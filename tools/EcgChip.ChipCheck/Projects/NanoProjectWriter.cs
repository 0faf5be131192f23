using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text;
using System.Xml;
using System.Xml.Linq;
using EcgChip.ChipCheck.ChipApi;

namespace EcgChip.ChipCheck.Projects;

/// <summary>What a .nfproj is written from.</summary>
/// <param name="Name">Name of project, assembly and root namespace.</param>
/// <param name="ProjectId">The project's GUID, without braces.</param>
/// <param name="IsProgram">True for a program, which has a Main.</param>
/// <param name="Sources">Sources, relative, with backslashes.</param>
/// <param name="ProjectReferences">Names of the firmware's projects that it uses.</param>
/// <param name="Packages">Packages whose assemblies it refers to.</param>
public sealed record NanoProjectContent(
    string Name, Guid ProjectId, bool IsProgram,
    IReadOnlyList<string> Sources, IReadOnlyList<string> ProjectReferences, IReadOnlyList<ChipPackage> Packages);

/// <summary>Writes a .nfproj with the structure that nanoFramework's project system asks for.</summary>
public static class NanoProjectWriter
{
    /// <summary>Kind of project by which an IDE knows nanoFramework.</summary>
    public const string NanoProjectType = "{11A8DD76-328B-46DF-9F39-F559912D0360}";

    /// <summary>Kind of project by which an IDE knows C#.</summary>
    public const string CSharpProjectType = "{FAE04EC0-301F-11D3-BF4B-00C04F79EFBC}";

    /// <summary>nanoFramework's version of the language.</summary>
    public const string LanguageVersion = "9.0";

    private const string SystemPath = "NanoFrameworkProjectSystemPath";
    private static readonly XNamespace Ns = NanoProject.Namespace;

    /// <summary>Files of the project system that every project imports, in order.</summary>
    internal static readonly string[] Imports =
        ["NFProjectSystem.Default.props", "NFProjectSystem.props", "NFProjectSystem.CSharp.targets"];

    /// <summary>Text of the project.</summary>
    public static string Write(NanoProjectContent content)
    {
        ArgumentNullException.ThrowIfNull(content);
        bool isTests = ChipFolders.AreTests(content.Name);
        return AsText(new XElement(
            Ns + "Project",
            new XAttribute("ToolsVersion", "Current"),
            new XAttribute("DefaultTargets", "Build"),
            new XElement(
                Ns + "PropertyGroup",
                new XAttribute("Label", "Globals"),
                new XElement(Ns + SystemPath, @"$(MSBuildExtensionsPath)\nanoFramework\v1.0\")),
            Import(Imports[0]),
            isTests ? NanoTestProject.Capability() : null,
            Properties(content),
            Import(Imports[1]),
            isTests ? NanoTestProject.RunSettings() : null,
            Items(content.Sources, Source),
            Items(NanoTestProject.Files(isTests), file => Item("None", file)),
            Items(NanoTestProject.References(isTests, content.Packages), reference => reference.Write()),
            Items(content.ProjectReferences, name => Item("ProjectReference", ChipFolders.Reference(content.Name, name))),
            Import(Imports[2]),
            new XElement(
                Ns + "ProjectExtensions",
                new XElement(Ns + "ProjectCapabilities", new XElement(Ns + "ProjectConfigurationsDeclaredAsItems")))));
    }

    /// <summary>Text of an XML file as it stands in the repository: a declaration, two spaces, one line feed at the end.</summary>
    internal static string AsText(XElement root)
    {
        using var stream = new MemoryStream();
        var settings = new XmlWriterSettings { Indent = true, IndentChars = "  ", NewLineChars = "\n", Encoding = new UTF8Encoding(false) };
        using (var writer = XmlWriter.Create(stream, settings))
        {
            root.Save(writer);
        }

        return Encoding.UTF8.GetString(stream.ToArray()) + "\n";
    }

    private static XElement Properties(NanoProjectContent content) =>
        new(
            Ns + "PropertyGroup",
            new XElement(Ns + "Configuration", new XAttribute("Condition", " '$(Configuration)' == '' "), "Debug"),
            new XElement(Ns + "Platform", new XAttribute("Condition", " '$(Platform)' == '' "), "AnyCPU"),
            new XElement(Ns + "ProjectTypeGuids", $"{NanoProjectType};{CSharpProjectType}"),
            new XElement(Ns + "ProjectGuid", content.ProjectId.ToString("B").ToUpperInvariant()),
            new XElement(Ns + "OutputType", content.IsProgram ? "Exe" : "Library"),
            new XElement(Ns + "AppDesignerFolder", "Properties"),
            new XElement(Ns + "FileAlignment", "512"),
            new XElement(Ns + "RootNamespace", content.Name),
            new XElement(Ns + "AssemblyName", content.Name),
            new XElement(Ns + "TargetFrameworkVersion", "v1.0"),
            new XElement(Ns + "LangVersion", LanguageVersion),
            ChipFolders.AreTests(content.Name) ? NanoTestProject.Properties.Select(property => new XElement(Ns + property.Name, property.Value)) : null);

    /// <summary>A source; one of another folder with the name under which an IDE shows it.</summary>
    private static XElement Source(string path)
    {
        XElement source = Item("Compile", path);
        if (path.StartsWith("..", StringComparison.Ordinal))
        {
            source.Add(new XElement(Ns + "Link", $@"Linked\{path.Split('\\')[^1]}"));
        }

        return source;
    }

    private static XElement Import(string file) =>
        new(
            Ns + "Import",
            new XAttribute("Project", $"$({SystemPath}){file}"),
            new XAttribute("Condition", $"Exists('$({SystemPath}){file}')"));

    private static XElement Item(string name, string include) => new(Ns + name, new XAttribute("Include", include));

    private static XElement? Items<T>(IReadOnlyList<T> values, Func<T, XElement> write) =>
        values.Count == 0 ? null : new XElement(Ns + "ItemGroup", values.Select(write));
}
