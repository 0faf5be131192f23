using System;
using System.IO;

namespace EcgChip.WeightsGen;

/// <summary>
/// Writes files whole or not at all: beside the file first, then moved over it. A program that is killed in between leaves the file as it was, and
/// beside it what the next write, or <see cref="Discard"/>, removes.
/// </summary>
public static class WholeFile
{
    private const string Unfinished = ".unfinished";

    /// <summary>Where a file stands while it is written.</summary>
    public static string UnfinishedOf(string path) => path + Unfinished;

    /// <summary>Writes text; its folder is made where it is missing.</summary>
    /// <exception cref="InputException">It cannot be written there.</exception>
    public static void WriteText(string path, string text) => Write(path, unfinished => File.WriteAllText(unfinished, text));

    /// <summary>Writes bytes; the folder is made where it is missing.</summary>
    /// <exception cref="InputException">They cannot be written there.</exception>
    public static void WriteBytes(string path, byte[] bytes) => Write(path, unfinished => File.WriteAllBytes(unfinished, bytes));

    /// <summary>Removes what a write that was killed has left beside a file.</summary>
    public static void Discard(string path)
    {
        if (File.Exists(UnfinishedOf(path)))
            File.Delete(UnfinishedOf(path));
    }

    private static void Write(string path, Action<string> write)
    {
        string unfinished = UnfinishedOf(path);
        try
        {
            Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(path))!);
            try
            {
                write(unfinished);
                File.Move(unfinished, path, overwrite: true);
            }
            catch
            {
                File.Delete(unfinished);
                throw;
            }
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            throw new InputException($"{path} cannot be written ({fault.Message.TrimEnd('.')}): make room or choose another place.", fault);
        }
    }
}
