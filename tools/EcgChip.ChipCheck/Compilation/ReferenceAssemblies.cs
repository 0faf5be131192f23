using System;
using System.Collections.Generic;
using System.Linq;
using EcgChip.ChipCheck.ChipApi;
using Microsoft.CodeAnalysis;

namespace EcgChip.ChipCheck.Compilation;

/// <summary>
/// What firmware is compiled against: an assembly for each library of the chip, generated from its list of names, and nothing of the desktop's.
/// </summary>
public sealed class ReferenceAssemblies
{
    private static readonly Lazy<ReferenceAssemblies> Loaded = new(() => new ReferenceAssemblies(ChipLibraries.Default));
    private readonly Dictionary<string, byte[]> _images = new(StringComparer.Ordinal);
    private readonly Dictionary<string, MetadataReference> _references = new(StringComparer.Ordinal);

    private ReferenceAssemblies(ChipLibraries libraries)
    {
        List<ApiList> lists = libraries.Packages
            .Select(package => ApiList.Parse(package.Assembly, ChipLibraries.ReadList(package.Assembly)))
            .ToList();
        Lists = lists;
        Dictionary<string, ApiType> all = lists.SelectMany(list => list.Types).ToDictionary(type => type.FullName, StringComparer.Ordinal);
        foreach (ApiList list in lists)
        {
            byte[] image = ReferenceAssemblyWriter.Write(list, all);
            _images.Add(list.Assembly, image);
            _references.Add(list.Assembly, MetadataReference.CreateFromImage(image, filePath: list.Assembly + ".dll"));
        }
    }

    /// <summary>The assemblies of the pinned set of packages; generated once a process.</summary>
    public static ReferenceAssemblies Default => Loaded.Value;

    /// <summary>The lists that they were generated from.</summary>
    public IReadOnlyList<ApiList> Lists { get; }

    /// <summary>The generated file of an assembly.</summary>
    public byte[] Image(string assembly) => _images[assembly];

    /// <summary>References to some of the libraries.</summary>
    /// <param name="assemblies">Their simple names.</param>
    public IEnumerable<MetadataReference> References(IEnumerable<string> assemblies) =>
        assemblies.Where(_references.ContainsKey).Select(assembly => _references[assembly]);
}
