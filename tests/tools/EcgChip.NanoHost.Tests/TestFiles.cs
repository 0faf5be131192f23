using System;
using System.Collections.Generic;
using System.Linq;

namespace EcgChip.NanoHost.Tests;

/// <summary>Files in memory, with a note of which were made safe.</summary>
internal sealed class TestFiles : IHostFileSystem
{
    private readonly Dictionary<string, byte[]> contents = [];

    public List<string> Flushed { get; } = [];

    public (long Total, long Free) Space => (1 << 20, 1 << 20);

    public bool FileExists(string path) => contents.ContainsKey(path);

    public bool DirectoryExists(string path) => true;

    public void CreateDirectory(string path)
    {
    }

    public string[] GetFiles(string directory) => [.. contents.Keys.Where(path => path.StartsWith(directory, StringComparison.Ordinal)).Order(StringComparer.Ordinal)];

    public long Length(string path) => contents[path].Length;

    public void Create(string path) => contents[path] = [];

    public int Read(string path, long offset, Span<byte> buffer)
    {
        int count = (int)Math.Min(buffer.Length, contents[path].Length - offset);
        contents[path].AsSpan((int)offset, count).CopyTo(buffer);
        return count;
    }

    public void Write(string path, long offset, ReadOnlySpan<byte> bytes)
    {
        SetLength(path, Math.Max(contents[path].Length, offset + bytes.Length));
        bytes.CopyTo(contents[path].AsSpan((int)offset));
    }

    public void SetLength(string path, long length)
    {
        byte[] content = contents[path];
        Array.Resize(ref content, (int)length);
        contents[path] = content;
    }

    public void Flush(string path) => Flushed.Add(path);

    public void Delete(string path) => contents.Remove(path);

    public void Move(string from, string to)
    {
        contents[to] = contents[from];
        contents.Remove(from);
    }
}
