using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Reflection.PortableExecutable;
using EcgChip.ChipCheck.Compilation;
using Mono.Cecil;
using Mono.Cecil.Cil;
using HeapIndex = System.Reflection.Metadata.Ecma335.HeapIndex;
using MetadataReader = System.Reflection.Metadata.MetadataReader;
using MetadataReaderExtensions = System.Reflection.Metadata.Ecma335.MetadataReaderExtensions;
using PEReaderExtensions = System.Reflection.Metadata.PEReaderExtensions;

namespace EcgChip.ChipCheck.Rules;

/// <summary>A compiled assembly of the firmware, opened for the rules.</summary>
public sealed class CheckedAssembly : IDisposable
{
    private readonly AssemblyDefinition _definition;
    private List<TypeUse>? _typeUses;

    private CheckedAssembly(AssemblyDefinition definition, int signatureBytes)
    {
        _definition = definition;
        SignatureBytes = signatureBytes;
        Types = definition.MainModule.GetTypes()
            .Where(type => type.Name != "<Module>" && !ReferenceSupplements.CompilerEmittedAttributes.Contains(type.FullName))
            .ToList();
    }

    /// <summary>Name of the assembly.</summary>
    public string Name => _definition.Name.Name;

    /// <summary>What it is, which says what it may use.</summary>
    public FirmwareRole Role => FirmwareRoles.Of(Name);

    /// <summary>Names of the assemblies that its code uses.</summary>
    public IEnumerable<string> References => _definition.MainModule.AssemblyReferences.Select(reference => reference.Name);

    /// <summary>Its types, nested ones too, without the attributes that only the compiler emits.</summary>
    public IReadOnlyList<TypeDefinition> Types { get; }

    /// <summary>Its methods that have code.</summary>
    public IEnumerable<MethodDefinition> MethodsWithBody => Types.SelectMany(type => type.Methods).Where(method => method.HasBody);

    /// <summary>Bytes of signatures: the size of the desktop's heap of them, a little more than the chip's.</summary>
    public int SignatureBytes { get; }

    /// <summary>Bytes of IL.</summary>
    public int IlBytes => MethodsWithBody.Sum(method => method.Body.CodeSize);

    /// <summary>Bytes of array initialisers.</summary>
    public int ArrayDataBytes => Types.SelectMany(type => type.Fields).Sum(table => table.InitialValue?.Length ?? 0);

    /// <summary>Bytes that the tables and strings in its static fields take on the heap.</summary>
    public int StaticTableBytes => Types.Sum(StaticTables.HeapBytes);

    /// <summary>Every place where a type is named.</summary>
    public IReadOnlyList<TypeUse> TypeUses => _typeUses ??= TypeUseFinder.Find(this).ToList();

    /// <summary>Opens what the compiler made.</summary>
    /// <exception cref="ArgumentException">The compiler made nothing.</exception>
    public static CheckedAssembly Open(CompiledFirmware firmware)
    {
        ArgumentNullException.ThrowIfNull(firmware);
        if (firmware.Image is null)
        {
            throw new ArgumentException($"{firmware.AssemblyName} did not compile; look at its refusals first.", nameof(firmware));
        }

        var parameters = new ReaderParameters
        {
            ReadSymbols = firmware.Symbols is not null,
            SymbolReaderProvider = new PortablePdbReaderProvider(),
            SymbolStream = firmware.Symbols is null ? null : new MemoryStream(firmware.Symbols),
        };
        AssemblyDefinition definition = AssemblyDefinition.ReadAssembly(new MemoryStream(firmware.Image), parameters);
        using var portable = new PEReader(new MemoryStream(firmware.Image));
        MetadataReader metadata = PEReaderExtensions.GetMetadataReader(portable);
        return new CheckedAssembly(definition, MetadataReaderExtensions.GetHeapSize(metadata, HeapIndex.Blob));
    }

    /// <summary>Where a member, or an instruction of a method, is: file and line where the debug information knows, else assembly and member.</summary>
    public string Where(IMemberDefinition member, Instruction? instruction = null)
    {
        ArgumentNullException.ThrowIfNull(member);
        SequencePoint? point = member is MethodDefinition method ? PointOf(method, instruction) : null;
        string name = member is TypeDefinition type ? type.FullName : $"{member.DeclaringType.FullName}.{member.Name}";
        return point is null ? $"{Name}: {name}" : $"{point.Document.Url}({point.StartLine}): {name}";
    }

    /// <inheritdoc/>
    public void Dispose() => _definition.Dispose();

    private static SequencePoint? PointOf(MethodDefinition method, Instruction? instruction)
    {
        const int hiddenLine = 0xfeefee;
        List<SequencePoint> points = method.DebugInformation.SequencePoints.Where(point => point.StartLine != hiddenLine).ToList();
        return instruction is null
            ? points.FirstOrDefault()
            : points.LastOrDefault(point => point.Offset <= instruction.Offset) ?? points.FirstOrDefault();
    }
}
