using System;
using System.Collections.Generic;
using System.Linq;
using EcgChip.NanoHost;
using Mono.Cecil;

namespace EcgChip.ChipClock.Heap;

/// <summary>Sizes of types in the chip's heap, as far as their declaration tells.</summary>
internal sealed class ObjectSizes(IEnumerable<string> firmware)
{
    private readonly HashSet<string> firmware = [.. firmware];

    /// <summary>True for a type of the firmware, whose fields are those on the chip.</summary>
    public bool IsFirmware(TypeReference type) => firmware.Contains(type.GetElementType().Scope switch
    {
        AssemblyNameReference assembly => assembly.Name,
        ModuleDefinition module => module.Assembly.Name.Name,
        _ => string.Empty,
    });

    /// <summary>True for a struct; numbers and enumerations are none, and neither is a reference to one.</summary>
    public static bool IsStruct(TypeReference type) =>
        type is not ArrayType and not ByReferenceType and not PointerType and not GenericParameter
        && type.IsValueType && !type.IsPrimitive && type.FullName != "System.Void" && type.Resolve() is { IsEnum: false };

    /// <summary>Bytes of a new object or struct, with the structs that are its fields.</summary>
    public long Of(TypeReference type)
    {
        TypeDefinition? definition = type.Resolve();
        if (definition is null)
        {
            return LibraryObjects.UsualBytes;
        }

        if (definition.BaseType?.FullName is "System.MulticastDelegate")
        {
            return ChipHeap.DelegateBytes;
        }

        if (!IsFirmware(type) && !IsStruct(type))
        {
            return LibraryObjects.BytesOf(type.Name);
        }

        List<FieldDefinition> fields = [.. InstanceFields(definition)];
        return ChipHeap.ObjectBytes(fields.Count) + fields.Where(field => IsStruct(field.FieldType)).Sum(field => Of(field.FieldType));
    }

    /// <summary>Bytes of an array's element; a struct's own included, since the array is never without it.</summary>
    public int OfElement(TypeReference element) => element.MetadataType switch
    {
        _ when IsStruct(element) => ChipHeap.BlockBytes + (int)Of(element),
        _ when !element.IsPrimitive && element.IsValueType => OfElement(element.Resolve().Fields.First(field => !field.IsStatic).FieldType),
        MetadataType.Int64 or MetadataType.UInt64 or MetadataType.Double => sizeof(long),
        MetadataType.Int32 or MetadataType.UInt32 or MetadataType.Single => sizeof(int),
        MetadataType.Int16 or MetadataType.UInt16 or MetadataType.Char => sizeof(short),
        MetadataType.Byte or MetadataType.SByte or MetadataType.Boolean => sizeof(byte),
        _ => ChipHeap.BlockBytes,
    };

    private static IEnumerable<FieldDefinition> InstanceFields(TypeDefinition type)
    {
        for (TypeDefinition? at = type; at is not null && at.FullName is not "System.Object" and not "System.ValueType"; at = at.BaseType?.Resolve())
        {
            foreach (FieldDefinition field in at.Fields.Where(field => !field.IsStatic))
            {
                yield return field;
            }
        }
    }
}
