using System;
using System.Collections.Generic;
using System.IO;
using Mono.Cecil;

namespace EcgChip.ChipClock;

/// <summary>Opens assemblies that refer to each other and to the runtime's.</summary>
internal sealed class AssemblyReader : IDisposable
{
    private readonly DefaultAssemblyResolver resolver = new();
    private readonly List<AssemblyDefinition> assemblies = [];

    /// <summary>Opens files, which others may go on using.</summary>
    public AssemblyReader(IEnumerable<string> paths)
    {
        resolver.AddSearchDirectory(Path.GetDirectoryName(typeof(object).Assembly.Location));
        foreach (string path in paths)
        {
            resolver.AddSearchDirectory(Path.GetDirectoryName(Path.GetFullPath(path)));
            assemblies.Add(AssemblyDefinition.ReadAssembly(path, new ReaderParameters { AssemblyResolver = resolver, InMemory = true }));
        }
    }

    /// <summary>The assemblies, in the order of the files.</summary>
    public IReadOnlyList<AssemblyDefinition> Assemblies => assemblies;

    /// <inheritdoc/>
    public void Dispose()
    {
        assemblies.ForEach(assembly => assembly.Dispose());
        resolver.Dispose();
    }
}
