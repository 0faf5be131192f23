using System;
using System.IO;
using System.Runtime.InteropServices;
using Microsoft.Win32.SafeHandles;

namespace EcgChip.Link.Tests;

/// <summary>A serial port of this computer that ends in a test: Linux's pseudo-terminal.</summary>
internal sealed partial class PseudoTerminal : IDisposable
{
    private const int ReadAndWrite = 2;
    private const int NoControllingTerminal = 0x100;
    private const int LongestName = 128;
    private readonly SafeFileHandle _handle;

    public PseudoTerminal()
    {
        int file = PosixOpenPt(ReadAndWrite | NoControllingTerminal);
        _handle = new SafeFileHandle(file, ownsHandle: true);
        byte[] name = new byte[LongestName];
        if (file < 0 || GrantPt(file) != 0 || UnlockPt(file) != 0 || PtsName(file, name, name.Length) != 0)
        {
            throw new IOException("This computer has no pseudo-terminals.");
        }

        PortName = System.Text.Encoding.ASCII.GetString(name, 0, Array.IndexOf(name, (byte)0));
        Stream = new FileStream(_handle, FileAccess.ReadWrite, bufferSize: 0);
    }

    /// <summary>The port.</summary>
    public string PortName { get; }

    /// <summary>Its other end.</summary>
    public Stream Stream { get; }

    public void Dispose() => Stream.Dispose();

    [LibraryImport("libc", EntryPoint = "posix_openpt", SetLastError = true)]
    private static partial int PosixOpenPt(int flags);

    [LibraryImport("libc", EntryPoint = "grantpt", SetLastError = true)]
    private static partial int GrantPt(int file);

    [LibraryImport("libc", EntryPoint = "unlockpt", SetLastError = true)]
    private static partial int UnlockPt(int file);

    [LibraryImport("libc", EntryPoint = "ptsname_r", SetLastError = true)]
    private static partial int PtsName(int file, [Out] byte[] name, nint length);
}
