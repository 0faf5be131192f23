using System;
using System.Collections.Generic;
using System.Linq;
using System.Reflection;
using EcgChip.NanoHost;

namespace EcgChip.ChipClock.Heap;

/// <summary>
/// Counts the bytes that live in the chip's heap at a moment: everything that can be reached from an object and from the static fields of the
/// firmware's assemblies, by nanoFramework's sizes. Objects of libraries count with a rough size and are not looked into; objects of the host count
/// nothing. What only a running method still holds is not seen, so it is to be asked between slices.
/// </summary>
public sealed class LiveHeap
{
    private readonly HashSet<Assembly> firmware;
    private readonly List<FieldInfo> statics;
    private readonly Dictionary<Type, TypeShape> shapes = [];
    private readonly HashSet<object> seen = new(ReferenceEqualityComparer.Instance);
    private readonly Stack<object> waiting = new();

    /// <summary>For a firmware.</summary>
    /// <param name="firmware">Its assemblies.</param>
    public LiveHeap(IEnumerable<Assembly> firmware)
    {
        this.firmware = [.. firmware];
        statics =
        [
            .. this.firmware.SelectMany(assembly => assembly.GetTypes()).Where(type => type.FullName != AssemblyRewriter.CountersType)
                .SelectMany(type => type.GetFields(BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly))
                .Where(field => !field.IsLiteral && (field.Attributes & FieldAttributes.HasFieldRVA) == 0),
        ];
    }

    /// <summary>Objects, arrays and strings that were met in the last measurement.</summary>
    public int Objects { get; private set; }

    /// <summary>Fields of these, and elements that refer to something.</summary>
    public int Fields { get; private set; }

    /// <summary>Bytes alive now.</summary>
    /// <param name="root">The object that holds all others.</param>
    public long Measure(object root)
    {
        ArgumentNullException.ThrowIfNull(root);
        seen.Clear();
        (Objects, Fields) = (0, statics.Count);
        long bytes = 0;
        foreach (FieldInfo field in statics)
        {
            bytes += ChipHeap.BlockBytes + Reach(field.GetValue(null));
        }

        bytes += Reach(root);
        while (waiting.TryPop(out object? next))
        {
            bytes += InsideOf(next);
        }

        return bytes;
    }

    /// <summary>Bytes of an object that was not met before; what it refers to is put aside.</summary>
    private long Reach(object? value)
    {
        switch (value)
        {
            case null:
                return 0;

            // Each load of a literal makes a head of its own.
            case string text when ReferenceEquals(string.IsInterned(text), text):
                return ChipHeap.LiteralBytes;
        }

        Type type = value.GetType();
        if (IsOfHost(type) || !seen.Add(value))
        {
            return 0;
        }

        Objects++;

        switch (value)
        {
            case string text:
                return ChipHeap.StringBytes(text);
            case Array array:
                Type element = array.GetType().GetElementType()!;
                if (!element.IsPrimitive && !element.IsEnum)
                {
                    waiting.Push(array);
                    Fields += array.Length;
                }

                return ChipHeap.ArrayBytes(array.Length, ElementBytes(element));
            case Delegate call:
                return ChipHeap.DelegateBytes + Reach(call.Target);
        }

        if (type.IsPrimitive || type.IsEnum)
        {
            return ChipHeap.BoxBytes;
        }

        if (!firmware.Contains(type.Assembly))
        {
            return LibraryObjects.BytesOf(type.Name);
        }

        TypeShape shape = ShapeOf(type);
        Fields += (shape.Bytes / ChipHeap.BlockBytes) - 1;
        if (shape.References.Length > 0)
        {
            waiting.Push(value);
        }

        return shape.Bytes;
    }

    private long InsideOf(object value)
    {
        long bytes = 0;
        if (value is Array array)
        {
            bool ofStructs = array.GetType().GetElementType()!.IsValueType;
            foreach (object? element in array)
            {
                bytes += ofStructs ? InsideOf(element!) : Reach(element);
            }

            return bytes;
        }

        foreach ((FieldInfo field, bool isStruct) in ShapeOf(value.GetType()).References)
        {
            object? content = field.GetValue(value);
            bytes += isStruct ? InsideOf(content!) : Reach(content);
        }

        return bytes;
    }

    /// <summary>True for what only the desktop has: neither the firmware's, nor a stand-in for one of the chip's libraries, nor what every .NET has.</summary>
    private bool IsOfHost(Type type) =>
        !firmware.Contains(type.Assembly) && type.Assembly != typeof(ChipHeap).Assembly && !type.IsArray && !type.IsPrimitive && !type.IsEnum
        && type != typeof(string) && !typeof(Delegate).IsAssignableFrom(type) && !typeof(Exception).IsAssignableFrom(type);

    private int ElementBytes(Type element) =>
        element.IsEnum ? ElementBytes(Enum.GetUnderlyingType(element))
        : element == typeof(bool) ? sizeof(bool)
        : element == typeof(char) ? sizeof(char)
        : element.IsPrimitive ? System.Runtime.InteropServices.Marshal.SizeOf(element)
        : element.IsValueType ? ChipHeap.BlockBytes + ShapeOf(element).Bytes
        : ChipHeap.BlockBytes;

    private TypeShape ShapeOf(Type type)
    {
        if (shapes.TryGetValue(type, out TypeShape? known))
        {
            return known;
        }

        FieldInfo[] fields = [.. InstanceFields(type)];
        int inStructs = fields.Where(field => IsStruct(field.FieldType)).Sum(field => ShapeOf(field.FieldType).Bytes);
        (FieldInfo, bool)[] references =
        [
            .. fields.Where(field => !field.FieldType.IsPrimitive && !field.FieldType.IsEnum)
                .Select(field => (field, IsStruct(field.FieldType)))
                .Where(pair => !pair.Item2 || ShapeOf(pair.field.FieldType).References.Length > 0),
        ];
        TypeShape shape = new(ChipHeap.ObjectBytes(fields.Length) + inStructs, references);
        shapes.Add(type, shape);
        return shape;
    }

    private static bool IsStruct(Type type) => type.IsValueType && !type.IsPrimitive && !type.IsEnum;

    private static IEnumerable<FieldInfo> InstanceFields(Type type)
    {
        for (Type? at = type; at is not null && at != typeof(object) && at != typeof(ValueType); at = at.BaseType)
        {
            foreach (FieldInfo field in at.GetFields(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly))
            {
                yield return field;
            }
        }
    }

    private sealed record TypeShape(int Bytes, (FieldInfo Field, bool IsStruct)[] References);
}
