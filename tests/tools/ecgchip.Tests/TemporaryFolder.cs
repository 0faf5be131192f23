using System;
using System.IO;
using System.Linq;

namespace EcgChip.Cli.Tests;

/// <summary>A folder of its own for one test, with a blank in its name.</summary>
internal sealed class TemporaryFolder : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("ecgchip cli ");

    public string Path => _folder.FullName;

    public string this[string name] => System.IO.Path.Combine(_folder.FullName, name);

    /// <summary>Names of everything in a folder below, sorted.</summary>
    public string[] Names(string name = "") => [.. Directory.GetFileSystemEntries(this[name]).Select(System.IO.Path.GetFileName).Order()!];

    /// <summary>Writes a record of one signal: its header, and as many bytes of samples.</summary>
    /// <returns>The record's path.</returns>
    public string Record(string header, int bytes)
    {
        File.WriteAllText(this["r.hea"], header);
        File.WriteAllBytes(this["r.dat"], new byte[bytes]);
        return this["r"];
    }

    public void Dispose() => _folder.Delete(recursive: true);
}
