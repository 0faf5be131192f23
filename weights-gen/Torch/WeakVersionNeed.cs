using System;
using System.Buffers.Binary;
using System.IO;
using System.Text;

namespace EcgChip.WeightsGen.Torch;

/// <summary>
/// Marks a symbol version that an ELF library asks for as weak, so that the dynamic loader accepts its absence.
/// <para>
/// Why: TorchSharp's native library is built with GCC 13 and lists GLIBCXX_3.4.32 among the versions it needs. Debian 12 and
/// Ubuntu 22.04 have an older libstdc++, and their loader refuses the library, although nothing in it calls a symbol of that version
    /// (one is listed, std::ios_base_library_init, and no relocation refers to it, so it is never looked up).
/// The loader passes over a missing version whose entry carries VER_FLG_WEAK (glibc, elf/dl-version.c), so one bit cures it.
/// </para>
/// <para>Layout: System V ABI, Linux Standard Base Core 5.0, chapter 10.7 "Symbol Versioning" (64-bit little-endian ELF).</para>
/// </summary>
public static class WeakVersionNeed
{
    private const uint SectionRelocations = 4;
    private const int RelocationSize = 24;
    private const uint SectionVersionSymbols = 0x6fff_ffff;
    private const uint SectionVersionNeeds = 0x6fff_fffe;
    private const int SectionCountOffset = 60;
    private const ushort WeakFlag = 0x2;
    private const ushort VersionIndexMask = 0x7fff;

    /// <summary>Marks the need for a version as weak.</summary>
    /// <param name="library">The whole library file; changed in place.</param>
    /// <param name="version">The version's name, such as GLIBCXX_3.4.32.</param>
    /// <returns>True when an entry was changed; false when the library does not ask for the version, or did so weakly already.</returns>
    /// <exception cref="InvalidDataException">The file is no 64-bit little-endian ELF library.</exception>
    /// <exception cref="InvalidOperationException">A relocation refers to a symbol of the version: its absence would not be harmless.</exception>
    public static bool Mark(byte[] library, string version)
    {
        ArgumentNullException.ThrowIfNull(library);
        Section? needs = FindSection(library, SectionVersionNeeds);
        if (needs is null)
            return false;

        int names = (int)SectionAt(library, (int)needs.Value.Link).Offset;
        bool changed = false;
        int need = (int)needs.Value.Offset;
        while (true)
        {
            // Elfxx_Verneed: version, count (2 bytes each), file, offset of the first version, offset of the next need (4 each)
            int count = U16(library, need + 2);
            int entry = need + (int)U32(library, need + 8);
            for (int i = 0; i < count; i++)
            {
                // Elfxx_Vernaux: hash (4), flags (2), index (2), name (4), offset of the next (4)
                ushort flags = U16(library, entry + 4);
                if (NameAt(library, names + (int)U32(library, entry + 8)) == version && (flags & WeakFlag) == 0)
                {
                    RefuseWhereBound(library, U16(library, entry + 6), version);
                    BinaryPrimitives.WriteUInt16LittleEndian(library.AsSpan(entry + 4), (ushort)(flags | WeakFlag));
                    changed = true;
                }

                entry += (int)U32(library, entry + 12);
            }

            int next = (int)U32(library, need + 12);
            if (next == 0)
                return changed;
            need += next;
        }
    }

    private static void RefuseWhereBound(byte[] library, ushort index, string version)
    {
        Section versions = FindSection(library, SectionVersionSymbols)
            ?? throw new InvalidDataException("The library has version needs but no table of symbol versions.");
        int count = U16(library, SectionCountOffset);
        for (int i = 0; i < count; i++)
        {
            Section section = SectionAt(library, i);
            if (section.Type != SectionRelocations)
                continue;

            for (int at = (int)section.Offset; at < (int)(section.Offset + section.Size); at += RelocationSize)
            {
                // Elf64_Rela: offset (8), info (8, its upper half the symbol), addend (8)
                int symbol = (int)(U64(library, at + 8) >> 32);
                if ((U16(library, (int)versions.Offset + 2 * symbol) & VersionIndexMask) == index)
                    throw new InvalidOperationException($"The library calls a symbol of {version}; it cannot do without it.");
            }
        }
    }

    private static Section? FindSection(byte[] library, uint type)
    {
        ReadOnlySpan<byte> elf64LittleEndian = [0x7f, (byte)'E', (byte)'L', (byte)'F', 2, 1];
        if (library.Length < 64 || !library.AsSpan(0, elf64LittleEndian.Length).SequenceEqual(elf64LittleEndian))
            throw new InvalidDataException("Not a 64-bit little-endian ELF file.");

        int count = U16(library, SectionCountOffset);
        for (int i = 0; i < count; i++)
        {
            Section section = SectionAt(library, i);
            if (section.Type == type)
                return section;
        }

        return null;
    }

    private static Section SectionAt(byte[] library, int index)
    {
        int table = (int)U64(library, 40);
        int entrySize = U16(library, 58);
        int at = table + index * entrySize;
        return new Section(U32(library, at + 4), U64(library, at + 24), U64(library, at + 32), U32(library, at + 40));
    }

    private static string NameAt(byte[] library, int at)
    {
        int end = Array.IndexOf(library, (byte)0, at);
        return Encoding.ASCII.GetString(library, at, end - at);
    }

    private static ushort U16(byte[] library, int at) => BinaryPrimitives.ReadUInt16LittleEndian(library.AsSpan(at));

    private static uint U32(byte[] library, int at) => BinaryPrimitives.ReadUInt32LittleEndian(library.AsSpan(at));

    private static ulong U64(byte[] library, int at) => BinaryPrimitives.ReadUInt64LittleEndian(library.AsSpan(at));

    private readonly record struct Section(uint Type, ulong Offset, ulong Size, uint Link);
}
