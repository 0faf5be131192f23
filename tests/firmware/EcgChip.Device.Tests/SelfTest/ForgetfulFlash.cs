using System;
using EcgChip.NanoHost;

namespace EcgChip.Device.Tests.SelfTest;

/// <summary>Flash that does everything as it should, but that one bit in what is read back is another.</summary>
internal sealed class ForgetfulFlash(IHostFileSystem flash) : IHostFileSystem
{
    public (long Total, long Free) Space => flash.Space;

    public bool FileExists(string path) => flash.FileExists(path);

    public bool DirectoryExists(string path) => flash.DirectoryExists(path);

    public void CreateDirectory(string path) => flash.CreateDirectory(path);

    public string[] GetFiles(string directory) => flash.GetFiles(directory);

    public long Length(string path) => flash.Length(path);

    public void Create(string path) => flash.Create(path);

    public int Read(string path, long offset, Span<byte> buffer)
    {
        int read = flash.Read(path, offset, buffer);
        if (read > 100)
        {
            buffer[100] ^= 4;
        }

        return read;
    }

    public void Write(string path, long offset, ReadOnlySpan<byte> bytes) => flash.Write(path, offset, bytes);

    public void SetLength(string path, long length) => flash.SetLength(path, length);

    public void Flush(string path) => flash.Flush(path);

    public void Delete(string path) => flash.Delete(path);

    public void Move(string from, string to) => flash.Move(from, to);
}
