using System;
using System.Collections.Generic;
using System.Linq;
using EcgChip.ChipCheck.ChipApi;
using Mono.Cecil;

namespace EcgChip.ChipCheck.Compilation;

/// <summary>Finds, for one assembly that is being written, the type that a name in a list means: its own, or one of a library that it uses.</summary>
internal sealed class TypeNames
{
    private readonly ModuleDefinition _module;
    private readonly IReadOnlyDictionary<string, ApiType> _all;
    private readonly Dictionary<string, TypeReference> _known = new(StringComparer.Ordinal);

    /// <param name="module">The module that is being written.</param>
    /// <param name="all">Every type of every list, by full name.</param>
    public TypeNames(ModuleDefinition module, IReadOnlyDictionary<string, ApiType> all)
    {
        _module = module;
        _all = all;
    }

    /// <summary>Says that a name is this definition.</summary>
    public void Define(string fullName, TypeReference type) => _known[fullName] = type;

    /// <summary>The type of a name.</summary>
    /// <param name="name">Full name or C# keyword, with <c>[]</c>, <c>@</c> (by reference) or <c>`0</c> (type parameter).</param>
    /// <param name="owner">Type whose type parameters the name may mean.</param>
    /// <exception cref="InvalidOperationException">No list has the type.</exception>
    public TypeReference Resolve(string name, TypeDefinition? owner = null)
    {
        if (name.EndsWith('@'))
        {
            return new ByReferenceType(Resolve(name[..^1], owner));
        }

        if (name.EndsWith("[]", StringComparison.Ordinal))
        {
            return new ArrayType(Resolve(name[..^2], owner));
        }

        TypeReference? parameter = owner?.GenericParameters.FirstOrDefault(candidate => candidate.Name == name);
        if (parameter is not null)
        {
            return parameter;
        }

        if (name[0] == '`')
        {
            return owner!.GenericParameters[int.Parse(name.AsSpan(1), System.Globalization.CultureInfo.InvariantCulture)];
        }

        string fullName = ApiText.FullName(name);
        return Primitive(fullName) ?? Named(fullName);
    }

    /// <summary>
    /// The type of a full name where its definition is meant and not its short form in a signature: a base class, an interface, an attribute.
    /// </summary>
    public TypeReference ResolveDefinition(string fullName) => Named(fullName);

    /// <summary>The list's entry for a name, or null.</summary>
    public ApiType? Entry(string name) => _all.GetValueOrDefault(ApiText.FullName(name));

    /// <summary>Full name of the type that encloses this one, or null.</summary>
    public static string? EnclosingType(string fullName, IReadOnlyDictionary<string, ApiType> all)
    {
        int dot = fullName.LastIndexOf('.');
        return dot > 0 && all.ContainsKey(fullName[..dot]) ? fullName[..dot] : null;
    }

    private TypeReference Named(string fullName)
    {
        if (_known.TryGetValue(fullName, out TypeReference? known))
        {
            return known;
        }

        ApiType entry = _all.GetValueOrDefault(fullName)
            ?? throw new InvalidOperationException($"{_module.Name} uses {fullName}, which is in no list of names.");
        string? enclosing = EnclosingType(fullName, _all);
        bool isValueType = entry.Kind is ApiKind.Struct or ApiKind.Enum;
        int dot = fullName.LastIndexOf('.');
        TypeReference reference = enclosing is null
            ? new TypeReference(fullName[..dot], fullName[(dot + 1)..], _module, Scope(entry.Assembly), isValueType)
            : new TypeReference("", fullName[(dot + 1)..], _module, null, isValueType) { DeclaringType = Named(enclosing) };
        _known.Add(fullName, reference);
        return reference;
    }

    private TypeReference? Primitive(string fullName) => fullName switch
    {
        "System.Void" => _module.TypeSystem.Void,
        "System.Object" => _module.TypeSystem.Object,
        "System.String" => _module.TypeSystem.String,
        "System.Boolean" => _module.TypeSystem.Boolean,
        "System.Char" => _module.TypeSystem.Char,
        "System.SByte" => _module.TypeSystem.SByte,
        "System.Byte" => _module.TypeSystem.Byte,
        "System.Int16" => _module.TypeSystem.Int16,
        "System.UInt16" => _module.TypeSystem.UInt16,
        "System.Int32" => _module.TypeSystem.Int32,
        "System.UInt32" => _module.TypeSystem.UInt32,
        "System.Int64" => _module.TypeSystem.Int64,
        "System.UInt64" => _module.TypeSystem.UInt64,
        "System.Single" => _module.TypeSystem.Single,
        "System.Double" => _module.TypeSystem.Double,
        "System.IntPtr" => _module.TypeSystem.IntPtr,
        "System.UIntPtr" => _module.TypeSystem.UIntPtr,
        _ => null,
    };

    private AssemblyNameReference Scope(string assembly)
    {
        AssemblyNameReference? reference = _module.AssemblyReferences.FirstOrDefault(candidate => candidate.Name == assembly);
        if (reference is null)
        {
            reference = new AssemblyNameReference(assembly, ReferenceAssemblyWriter.VersionOf(assembly));
            _module.AssemblyReferences.Add(reference);
        }

        return reference;
    }
}
