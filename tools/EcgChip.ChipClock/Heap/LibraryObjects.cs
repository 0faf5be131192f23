using System.Collections.Generic;

namespace EcgChip.ChipClock.Heap;

/// <summary>
/// Roughly what an object of nanoFramework's libraries takes in the heap, with what it holds inside: from the fields of the managed
/// sources of nanoFramework's libraries, 12 bytes each, and their settings, locks and buffers. Estimates.
/// </summary>
internal static class LibraryObjects
{
    /// <summary>Any other: an object with four fields.</summary>
    public const int UsualBytes = 60;

    private static readonly Dictionary<string, int> Bytes = new()
    {
        ["GpioController"] = 84,
        ["GpioPin"] = 96,
        ["AdcController"] = 48,
        ["AdcChannel"] = 84,
        ["SpiDevice"] = 240,
        ["SpiConnectionSettings"] = 132,
        ["FileStream"] = 156,
        ["SerialPort"] = 312,
        ["DirectoryInfo"] = 48,

        // its mode, its key's 16 bytes, no IV
        ["Aes"] = 84,
    };

    /// <summary>Bytes of an object by its type's simple name.</summary>
    public static int BytesOf(string type) => Bytes.GetValueOrDefault(type, UsualBytes);
}
