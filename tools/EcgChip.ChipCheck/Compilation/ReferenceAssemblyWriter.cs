using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using EcgChip.ChipCheck.ChipApi;
using Mono.Cecil;

namespace EcgChip.ChipCheck.Compilation;

/// <summary>
/// Writes one reference assembly from a list of names: every type and member with its signature and no code. The compiler needs no more to
/// say what exists on the chip.
/// </summary>
internal sealed class ReferenceAssemblyWriter
{
    private readonly ApiList _list;
    private readonly IReadOnlyDictionary<string, ApiType> _all;
    private readonly AssemblyDefinition _assembly;
    private readonly TypeNames _names;
    private readonly Dictionary<string, TypeDefinition> _types = new(StringComparer.Ordinal);

    private ReferenceAssemblyWriter(ApiList list, IReadOnlyDictionary<string, ApiType> all)
    {
        _list = list;
        _all = all;
        // Cecil looks up the primitive types of a module called mscorlib in the file that it was read from, and there is none; so the core
        // library gets its name last, and until then refers to itself like any other.
        _assembly = AssemblyDefinition.CreateAssembly(
            new AssemblyNameDefinition("unnamed", VersionOf(list.Assembly)), list.Assembly + ".dll", ModuleKind.Dll);
        Module.AssemblyReferences.Add(new AssemblyNameReference(ChipLibraries.CoreLibrary, VersionOf(ChipLibraries.CoreLibrary)));
        _names = new TypeNames(Module, all);
    }

    private ModuleDefinition Module => _assembly.MainModule;

    /// <summary>Writes the assembly of a list.</summary>
    /// <param name="list">The list.</param>
    /// <param name="all">Every type of every list, by full name.</param>
    public static byte[] Write(ApiList list, IReadOnlyDictionary<string, ApiType> all)
    {
        var writer = new ReferenceAssemblyWriter(list, all);
        writer.DeclareTypes();
        writer.DefineTypes();
        writer._assembly.Name.Name = list.Assembly;
        if (list.Assembly == ChipLibraries.CoreLibrary)
        {
            writer.Module.AssemblyReferences.Clear();
        }

        using var stream = new MemoryStream();
        writer._assembly.Write(stream, new WriterParameters { DeterministicMvid = true });
        return stream.ToArray();
    }

    /// <summary>Version of a library's assembly.</summary>
    public static Version VersionOf(string assembly) =>
        Version.Parse(ChipLibraries.Default.PackageOf(assembly)?.AssemblyVersion ?? "0.0.0.0");

    private void DeclareTypes()
    {
        // an enclosing type's name is shorter than that of the types in it
        foreach (ApiType entry in _list.Types.OrderBy(type => type.FullName.Length))
        {
            string? enclosing = TypeNames.EnclosingType(entry.FullName, _all);
            int dot = entry.FullName.LastIndexOf('.');
            string name = entry.FullName[(dot + 1)..];
            var type = new TypeDefinition(enclosing is null ? entry.FullName[..dot] : "", name, TypeAttributesOf(entry, enclosing is not null));
            for (int i = 0; i < entry.GenericArity; i++)
            {
                type.GenericParameters.Add(new GenericParameter("T" + i, type));
            }

            if (enclosing is null)
            {
                Module.Types.Add(type);
            }
            else
            {
                _types[enclosing].NestedTypes.Add(type);
            }

            _types.Add(entry.FullName, type);
            _names.Define(entry.FullName, type);
        }
    }

    private static TypeAttributes TypeAttributesOf(ApiType entry, bool nested)
    {
        TypeAttributes attributes = nested ? TypeAttributes.NestedPublic : TypeAttributes.Public;
        if (entry.Modifiers.Contains("abstract") || entry.Modifiers.Contains("static") || entry.Kind == ApiKind.Interface)
        {
            attributes |= TypeAttributes.Abstract;
        }

        if (entry.Modifiers.Contains("sealed") || entry.Modifiers.Contains("static") || entry.Kind is not (ApiKind.Class or ApiKind.Interface))
        {
            attributes |= TypeAttributes.Sealed;
        }

        return attributes | (entry.Kind == ApiKind.Interface ? TypeAttributes.Interface : TypeAttributes.Class);
    }

    private void DefineTypes()
    {
        foreach (ApiType entry in _list.Types)
        {
            TypeDefinition type = _types[entry.FullName];
            DefineBases(entry, type);
            new ReferenceMemberWriter(entry, type, _names).Write();
            if (entry.Kind == ApiKind.Struct && type.Fields.All(field => field.IsStatic) && !IsPrimitive(entry.FullName))
            {
                // a struct without any field would count as assigned from the start
                type.Fields.Add(new FieldDefinition("_contents", FieldAttributes.Private, Module.TypeSystem.Int32));
            }

            AddAttributes(entry, type);
        }
    }

    private static bool IsPrimitive(string fullName) => typeof(int).Assembly.GetType(fullName) is { IsPrimitive: true } || fullName == "System.Void";

    private void DefineBases(ApiType entry, TypeDefinition type)
    {
        IEnumerable<string> interfaces = entry.Bases;
        string? baseType = entry.Kind switch
        {
            ApiKind.Interface => null,
            ApiKind.Struct => "System.ValueType",
            ApiKind.Enum => "System.Enum",
            ApiKind.Delegate => "System.MulticastDelegate",
            _ => entry.FullName == "System.Object" ? null : "System.Object",
        };
        if (entry.Kind == ApiKind.Enum)
        {
            interfaces = [];
        }
        else if (entry.Kind == ApiKind.Class && entry.Bases.Count > 0 && _names.Entry(entry.Bases[0])?.Kind != ApiKind.Interface)
        {
            baseType = entry.Bases[0];
            interfaces = entry.Bases.Skip(1);
        }

        type.BaseType = baseType is null ? null : _names.ResolveDefinition(baseType);
        foreach (string name in interfaces)
        {
            type.Interfaces.Add(new InterfaceImplementation(_names.ResolveDefinition(name)));
        }
    }

    private void AddAttributes(ApiType entry, TypeDefinition type)
    {
        string? indexer = entry.Members.FirstOrDefault(member => member.Kind == 'P' && member.Parameters.Count > 0)?.Name;
        if (indexer is not null)
        {
            Attach(type, "System.Reflection.DefaultMemberAttribute", indexer);
        }

        if (ReferenceSupplements.RepeatableAttributes.Contains(entry.FullName))
        {
            CustomAttribute usage = Attach(type, "System.AttributeUsageAttribute", AttributeTargets.All);
            usage.Properties.Add(new CustomAttributeNamedArgument(
                "AllowMultiple", new CustomAttributeArgument(Module.TypeSystem.Boolean, true)));
        }

        if (ReferenceSupplements.RefStructs.Contains(entry.FullName))
        {
            type.CustomAttributes.Add(new CustomAttribute(RefStructMark()));
        }
    }

    private CustomAttribute Attach(TypeDefinition type, string attribute, object argument)
    {
        TypeReference argumentType = argument is string ? Module.TypeSystem.String : _names.Resolve(typeof(AttributeTargets).FullName!);
        var constructor = new MethodReference(".ctor", Module.TypeSystem.Void, _names.ResolveDefinition(attribute)) { HasThis = true };
        constructor.Parameters.Add(new ParameterDefinition(argumentType));
        var result = new CustomAttribute(constructor);
        result.ConstructorArguments.Add(new CustomAttributeArgument(argumentType, argument is string ? argument : (int)(AttributeTargets)argument));
        type.CustomAttributes.Add(result);
        return result;
    }

    /// <summary>The mark of a ref struct is an attribute that the compiler knows by name and writes itself; it is not public.</summary>
    private MethodDefinition RefStructMark()
    {
        var mark = new TypeDefinition(
            "System.Runtime.CompilerServices", "IsByRefLikeAttribute",
            TypeAttributes.NotPublic | TypeAttributes.Sealed, _names.ResolveDefinition("System.Attribute"));
        var constructor = new MethodDefinition(
            ".ctor",
            MethodAttributes.Public | MethodAttributes.HideBySig | MethodAttributes.SpecialName | MethodAttributes.RTSpecialName,
            Module.TypeSystem.Void) { ImplAttributes = MethodImplAttributes.InternalCall };
        mark.Methods.Add(constructor);
        Module.Types.Add(mark);
        return constructor;
    }
}
