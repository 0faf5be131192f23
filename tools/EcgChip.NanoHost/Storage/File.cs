using System.IO;

namespace EcgChip.NanoHost.Storage;

/// <summary>The chip's System.IO.File over the attached board's flash.</summary>
public static class File
{
    private static IHostFileSystem Files => HostBoard.Current.Files;

    /// <summary>Makes a file empty, or creates it.</summary>
    public static FileStream Create(string path) => new(path, FileMode.Create, FileAccess.ReadWrite);

    /// <summary>Removes a file; nothing happens when there is none.</summary>
    public static void Delete(string path)
    {
        if (Files.FileExists(path))
        {
            Files.Delete(path);
        }
    }

    /// <summary>True when the file exists.</summary>
    public static bool Exists(string path) => Files.FileExists(path);

    /// <summary>Renames a file.</summary>
    /// <exception cref="IOException">The source is missing, or the destination exists.</exception>
    public static void Move(string sourceFileName, string destFileName)
    {
        if (!Files.FileExists(sourceFileName) || Files.FileExists(destFileName))
        {
            throw new IOException($"{sourceFileName} is missing, or {destFileName} exists.");
        }

        Files.Move(sourceFileName, destFileName);
    }

    /// <summary>Opens a file for reading.</summary>
    public static FileStream OpenRead(string path) => new(path, FileMode.Open, FileAccess.Read);

    /// <summary>The whole content of a file.</summary>
    public static byte[] ReadAllBytes(string path)
    {
        using FileStream stream = OpenRead(path);
        byte[] bytes = new byte[stream.Length];
        stream.Read(bytes, 0, bytes.Length);
        return bytes;
    }

    /// <summary>Makes a file with this content, whatever it held before.</summary>
    public static void WriteAllBytes(string path, byte[] bytes)
    {
        using FileStream stream = Create(path);
        stream.Write(bytes, 0, bytes.Length);
    }
}
