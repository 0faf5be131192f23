using System;
using System.IO;

namespace EcgChip.Formats;

/// <summary>File access whose failures are sentences for the user.</summary>
internal static class RecordingFile
{
    /// <summary>The whole file as text.</summary>
    public static string ReadText(string path) => Read(path, File.ReadAllText);

    /// <summary>The whole file as bytes.</summary>
    public static byte[] ReadBytes(string path) => Read(path, File.ReadAllBytes);

    /// <summary>Length in bytes.</summary>
    public static long Length(string path) => Read(path, file => new FileInfo(file).Length);

    private static T Read<T>(string path, Func<string, T> read)
    {
        try
        {
            return read(path);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException or NotSupportedException or ArgumentException)
        {
            throw new RecordingException($"{path} cannot be read ({fault.Message.TrimEnd('.')}): check that it is a file that you may read.", fault);
        }
    }
}
