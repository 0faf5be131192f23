using System;
using System.Collections.Generic;

namespace EcgChip.NanoHost;

/// <summary>
/// What the firmware has taken from the chip's heap since the process began, whether or not it is still in use. Firmware that was rewritten to
/// run on the chip's clock charges it, by nanoFramework's sizes (<see cref="ChipHeap"/>).
/// </summary>
public static class AllocationMeter
{
    /// <summary>Bytes of objects, arrays, strings, boxes and delegates.</summary>
    public static long Bytes;

    /// <summary>
    /// Bytes of structs: the interpreter keeps one in the heap like an object, and makes a copy whenever it is loaded. They are garbage at once.
    /// </summary>
    public static long StructBytes;

    private static readonly Dictionary<string, long> Methods = [];
    private static long attributed;

    /// <summary>Of <see cref="Bytes"/>, what each method has taken itself, by full name.</summary>
    public static IReadOnlyDictionary<string, long> ByMethod => Methods;

    /// <summary>What was added to <see cref="Bytes"/> since the last time was taken by a method.</summary>
    public static void Attribute(string method)
    {
        Methods[method] = Methods.GetValueOrDefault(method) + Bytes - attributed;
        attributed = Bytes;
    }

    /// <summary>An array was made.</summary>
    /// <param name="array">The array.</param>
    /// <param name="elementBytes">Bytes of an element on the chip.</param>
    public static void AddArray(Array array, int elementBytes)
    {
        if (array is not null)
        {
            Bytes += ChipHeap.ArrayBytes(array.Length, elementBytes);
        }
    }

    /// <summary>A library made a string.</summary>
    public static void AddString(string text)
    {
        if (text is not null)
        {
            Bytes += ChipHeap.StringBytes(text);
        }
    }

    /// <summary>A library made an array of strings.</summary>
    public static void AddStrings(string[] texts)
    {
        AddArray(texts, ChipHeap.BlockBytes);
        foreach (string text in texts ?? [])
        {
            AddString(text);
        }
    }
}
