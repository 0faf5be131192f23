using System;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Linq;

namespace EcgChip.Link.Sync;

/// <summary>
/// The records of one device on this computer: a file each, sealed as the device sent it, written under another name and given its own when all of it is safe.
/// Pieces of one that is not whole yet stay beside it, so that the next sync goes on there.
/// </summary>
public sealed class RecordStore : IDisposable
{
    private const string Whole = ".rec";
    private const string Partial = ".part";
    private const string LockName = "sync.lock";
    private const string NumberFormat = "D6";
    private readonly FileStream _lock;

    /// <summary>Opens the records of a device, and holds them against another sync.</summary>
    /// <param name="folder">Where those of all devices are.</param>
    /// <param name="deviceId">Which device's.</param>
    /// <exception cref="SyncException">Another sync has them, or nothing can be written there.</exception>
    public RecordStore(string folder, long deviceId)
    {
        Folder = Path.GetFullPath(Path.Combine(folder, DeviceHello.Text(deviceId)));
        try
        {
            DurableFile.MakeFolder(Path.GetFullPath(folder));
            DurableFile.MakeFolder(Folder);
            _lock = new FileStream(Path.Combine(Folder, LockName), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        }
        catch (IOException exception) when (Directory.Exists(Folder))
        {
            throw new SyncException($"Another sync of device {DeviceHello.Text(deviceId)} has {Folder}: wait until it ends.", inner: exception);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new SyncException($"Records cannot be stored in {Folder} ({exception.Message.TrimEnd('.')}): give --store a folder that is yours.", true, exception);
        }
    }

    /// <summary>Where they stand.</summary>
    public string Folder { get; }

    /// <summary>Numbers of the records that are whole, in order.</summary>
    public IReadOnlyList<int> Sequences =>
    [
        .. Directory.EnumerateFiles(Folder, "*" + Whole).Select(file => Path.GetFileNameWithoutExtension(file))
            .Select(name => int.TryParse(name, NumberStyles.None, CultureInfo.InvariantCulture, out int sequence) && NameOf(sequence, "") == name ? sequence : 0)
            .Where(sequence => sequence > 0).Order(),
    ];

    /// <summary>Where a record stands, or will stand.</summary>
    public string FileOf(int sequence) => Path.Combine(Folder, NameOf(sequence, Whole));

    /// <summary>True when a record is here, whole and safe.</summary>
    public bool Has(int sequence) => File.Exists(FileOf(sequence));

    /// <summary>A record's bytes, with its seal.</summary>
    public byte[] Read(int sequence) => File.ReadAllBytes(FileOf(sequence));

    /// <summary>Bytes of a record that is not whole that are here.</summary>
    public int PartialLength(int sequence) => new FileInfo(PartialOf(sequence)) is { Exists: true } file ? (int)Math.Min(file.Length, int.MaxValue) : 0;

    /// <summary>Opens what there is of a record, to append to it. Without a buffer: a program that is killed leaves every piece that came.</summary>
    internal FileStream OpenPartial(int sequence) => new(PartialOf(sequence), FileMode.Append, FileAccess.Write, FileShare.Read, bufferSize: 0);

    /// <summary>All that is here of a record that is not whole.</summary>
    internal byte[] ReadPartial(int sequence) => File.ReadAllBytes(PartialOf(sequence));

    /// <summary>Drops what there is of a record that is not whole.</summary>
    internal void DropPartial(int sequence) => File.Delete(PartialOf(sequence));

    /// <summary>What there is of a record is all of it: it gets its name. When this returns, no power cut can lose it.</summary>
    internal void Complete(int sequence)
    {
        using (FileStream file = new(PartialOf(sequence), FileMode.Open, FileAccess.ReadWrite))
        {
            file.Flush(flushToDisk: true);
        }

        DurableFile.Rename(PartialOf(sequence), FileOf(sequence));
    }

    /// <inheritdoc/>
    public void Dispose() => _lock.Dispose();

    private static string NameOf(int sequence, string extension) => sequence.ToString(NumberFormat, CultureInfo.InvariantCulture) + extension;

    private string PartialOf(int sequence) => Path.Combine(Folder, NameOf(sequence, Partial));
}
