using System;
using System.IO;
using System.Text;

namespace EcgChip.WeightsGen.Commands;

/// <summary>Writes files whole or not at all: beside their place first, then moved there.</summary>
public static class WholeFile
{
    /// <summary>Writes text as UTF-8.</summary>
    /// <exception cref="InputException">It cannot be written there.</exception>
    public static void Write(string path, string text) => Write(path, Encoding.UTF8.GetBytes(text));

    /// <summary>Writes bytes; the folder is made where it is missing.</summary>
    /// <exception cref="InputException">It cannot be written there.</exception>
    public static void Write(string path, byte[] bytes)
    {
        string unfinished = $"{path}.{Environment.ProcessId}.unfinished";
        try
        {
            Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(path))!);
            File.WriteAllBytes(unfinished, bytes);
            File.Move(unfinished, path, overwrite: true);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            File.Delete(unfinished);
            throw new InputException($"{path} cannot be written ({fault.Message.TrimEnd('.')}): give another file with --out.", fault);
        }
    }
}
