using System;
using System.IO;
using System.Runtime.InteropServices;

namespace EcgChip.Link.Sync;

/// <summary>Makes files safe from a power cut, their names included.</summary>
internal static class DurableFile
{
    private const int ReadOnly = 0;

    /// <summary>Gives a file that was flushed its name: wholly or not at all, and for good.</summary>
    public static void Rename(string from, string to)
    {
        File.Move(from, to, overwrite: false);
        FlushFolder(Path.GetDirectoryName(to)!);
    }

    /// <summary>Makes a folder, and its name in the folder above.</summary>
    public static void MakeFolder(string folder)
    {
        if (!Directory.Exists(folder))
        {
            Directory.CreateDirectory(folder);
            FlushFolder(Path.GetDirectoryName(Path.GetFullPath(folder))!);
        }
    }

    // A name is the folder's, and stands on the disk when that is flushed. Windows journals names and has no such call.
    private static void FlushFolder(string folder)
    {
        if (OperatingSystem.IsWindows())
        {
            return;
        }

        int handle = Open(folder, ReadOnly);
        if (handle < 0)
        {
            throw new IOException($"{folder} cannot be made safe (error {Marshal.GetLastPInvokeError()})");
        }

        bool safe = Flush(handle) == 0;
        _ = Close(handle);
        if (!safe)
        {
            throw new IOException($"{folder} cannot be made safe");
        }
    }

    [DllImport("libc", EntryPoint = "open", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int Open([MarshalAs(UnmanagedType.LPUTF8Str)] string path, int flags);

    [DllImport("libc", EntryPoint = "fsync", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int Flush(int handle);

    [DllImport("libc", EntryPoint = "close", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int Close(int handle);
}
