using System;
using System.IO;

namespace EcgChip.Formats.Tests.Wfdb;

/// <summary>A folder of its own for one test.</summary>
internal sealed class TemporaryFolder : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("ecgchip-formats-");

    public string this[string name] => Path.Combine(_folder.FullName, name);

    /// <summary>Writes a text file and answers its path.</summary>
    public string Text(string name, string text)
    {
        File.WriteAllText(this[name], text);
        return this[name];
    }

    /// <summary>Writes a file and answers its path.</summary>
    public string Bytes(string name, params byte[] bytes)
    {
        File.WriteAllBytes(this[name], bytes);
        return this[name];
    }

    public void Dispose() => _folder.Delete(recursive: true);
}
