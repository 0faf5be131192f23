using System;
using System.Collections.Generic;
using System.IO;
using EcgChip.Testing;

namespace EcgChip.NanoHost.Tests;

/// <summary>The lists of every public type and member that nanoFramework's libraries have: documentation id, then signature.</summary>
internal static class NanoApiList
{
    private const string NativeSuffix = " native";

    /// <summary>Signature by documentation id.</summary>
    public static Dictionary<string, string> Read()
    {
        string folder = Path.Combine(SharedData.RepositoryRoot, "tools", "EcgChip.ChipCheck", "api");
        Dictionary<string, string> entries = [];
        foreach (string file in Directory.GetFiles(folder, "*.txt"))
        {
            foreach (string line in File.ReadLines(file))
            {
                int tab = line.IndexOf('\t', StringComparison.Ordinal);
                string signature = tab < 0 ? "" : line[(tab + 1)..];
                signature = signature.EndsWith(NativeSuffix, StringComparison.Ordinal) ? signature[..^NativeSuffix.Length] : signature;
                entries[tab < 0 ? line : line[..tab]] = signature;
            }
        }

        return entries;
    }
}
