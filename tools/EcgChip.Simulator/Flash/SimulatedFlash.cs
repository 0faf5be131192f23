using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using EcgChip.NanoHost;

namespace EcgChip.Simulator.Flash;

/// <summary>
/// The flash partition behind drive I: as littlefs keeps it: 4 KB blocks, two for the volume and two for each directory, files of whole
/// blocks, and a file's new content only in force once it was flushed. It counts blocks roughly: littlefs also stores short files inside
/// the directory and needs room to rewrite it.
/// </summary>
public sealed class SimulatedFlash : IHostFileSystem
{
    /// <summary>Erase block of the ESP32's flash, in bytes.</summary>
    public const int BlockSize = 4096;

    /// <summary>Partition on a module with 4 MB of flash.</summary>
    public const int SmallCapacity = 256 * 1024;

    /// <summary>Partition on a module with 16 MB of flash.</summary>
    public const int LargeCapacity = 3 * 1024 * 1024;

    /// <summary>littlefs keeps the volume's and every directory's metadata twice.</summary>
    private const int BlocksOfDirectory = 2;

    private const char Separator = '\\';

    private readonly Dictionary<string, StoredFile> files = new(StringComparer.Ordinal);
    private readonly SortedSet<string> directories = new(StringComparer.Ordinal);
    private readonly int totalBlocks;

    /// <summary>An empty partition.</summary>
    /// <param name="capacity">Bytes, a multiple of <see cref="BlockSize"/>.</param>
    /// <exception cref="ArgumentOutOfRangeException">Not a multiple, or too small for anything.</exception>
    public SimulatedFlash(int capacity = LargeCapacity)
    {
        if (capacity % BlockSize != 0 || capacity < BlockSize * BlocksOfDirectory)
        {
            throw new ArgumentOutOfRangeException(nameof(capacity), $"{capacity} bytes are not a whole number of {BlockSize} byte blocks, two at least.");
        }

        totalBlocks = capacity / BlockSize;
    }

    /// <summary>
    /// When set: the power fails on this many changes from now (1: on the next), before it takes effect. The change then throws
    /// <see cref="PowerLostException"/>, and what was not flushed is gone.
    /// </summary>
    public int? ChangesUntilPowerCut { get; set; }

    /// <summary>Changes asked for so far: what a test counts to cut the power at each of them.</summary>
    public int Changes { get; private set; }

    /// <inheritdoc/>
    public (long Total, long Free) Space => ((long)totalBlocks * BlockSize, (long)(totalBlocks - UsedBlocks) * BlockSize);

    private int UsedBlocks => BlocksOfDirectory * (1 + directories.Count) + files.Values.Sum(file => file.Blocks);

    /// <summary>Takes the power away: every file is again as it was when it was last flushed.</summary>
    public void PowerCut()
    {
        foreach (StoredFile file in files.Values)
        {
            file.Revert();
        }
    }

    /// <inheritdoc/>
    public bool FileExists(string path) => files.ContainsKey(path);

    /// <inheritdoc/>
    public bool DirectoryExists(string path) => IsRoot(path) || directories.Contains(path.TrimEnd(Separator));

    /// <inheritdoc/>
    public void CreateDirectory(string path)
    {
        string name = path.TrimEnd(Separator);
        if (DirectoryExists(name))
        {
            return;
        }

        CreateDirectory(FolderOf(name));
        BeginChange();
        RequireBlocks(BlocksOfDirectory);
        directories.Add(name);
    }

    /// <inheritdoc/>
    public string[] GetFiles(string directory)
    {
        RequireDirectory(directory);
        string prefix = directory.TrimEnd(Separator);
        return [.. files.Keys.Where(path => FolderOf(path) == prefix).Order(StringComparer.Ordinal)];
    }

    /// <inheritdoc/>
    public long Length(string path) => Existing(path).Content.Length;

    /// <inheritdoc/>
    public void Create(string path)
    {
        RequireDirectory(FolderOf(path));
        BeginChange();
        if (files.TryGetValue(path, out StoredFile? file))
        {
            file.Content = [];
        }
        else
        {
            // littlefs enters a new file's name in the directory at once, with no content
            files.Add(path, new StoredFile());
        }
    }

    /// <inheritdoc/>
    public int Read(string path, long offset, Span<byte> buffer)
    {
        byte[] content = Existing(path).Content;
        if (offset >= content.Length)
        {
            return 0;
        }

        int count = (int)Math.Min(buffer.Length, content.Length - offset);
        content.AsSpan((int)offset, count).CopyTo(buffer);
        return count;
    }

    /// <inheritdoc/>
    public void Write(string path, long offset, ReadOnlySpan<byte> bytes)
    {
        StoredFile file = Existing(path);
        if (offset > file.Content.Length)
        {
            throw new ArgumentOutOfRangeException(nameof(offset), $"{path} ends at {file.Content.Length}: nothing can be written at {offset}.");
        }

        Change(file, (int)Math.Max(file.Content.Length, offset + bytes.Length));
        bytes.CopyTo(file.Content.AsSpan((int)offset));
    }

    /// <inheritdoc/>
    public void SetLength(string path, long length) => Change(Existing(path), (int)length);

    /// <inheritdoc/>
    public void Flush(string path)
    {
        StoredFile file = Existing(path);
        if (file.IsDirty)
        {
            BeginChange();
            file.Commit();
        }
    }

    /// <inheritdoc/>
    public void Delete(string path)
    {
        Existing(path);
        BeginChange();
        files.Remove(path);
    }

    /// <inheritdoc/>
    public void Move(string from, string to)
    {
        StoredFile file = Existing(from);
        RequireDirectory(FolderOf(to));
        if (files.ContainsKey(to))
        {
            throw new IOException($"{to} exists already.");
        }

        BeginChange();
        files.Remove(from);
        files.Add(to, file);
    }

    private static bool IsRoot(string path) => path.TrimEnd(Separator) is [_, ':'];

    private static string FolderOf(string path) => path[..Math.Max(0, path.LastIndexOf(Separator))];

    private static int BlocksFor(int bytes) => (bytes + BlockSize - 1) / BlockSize;

    private void Change(StoredFile file, int length)
    {
        BeginChange();
        RequireBlocks(StoredFile.BlocksWhileChanged(file.Committed.Length, length) - file.Blocks);
        byte[] content = new byte[length];
        file.Content.AsSpan(0, Math.Min(length, file.Content.Length)).CopyTo(content);
        file.Content = content;
    }

    private void BeginChange()
    {
        Changes++;
        if (ChangesUntilPowerCut is not { } left)
        {
            return;
        }

        ChangesUntilPowerCut = left > 1 ? left - 1 : null;
        if (left <= 1)
        {
            PowerCut();
            throw new PowerLostException();
        }
    }

    private void RequireBlocks(int more)
    {
        if (UsedBlocks + more > totalBlocks)
        {
            throw new IOException("The flash is full.");
        }
    }

    private void RequireDirectory(string path)
    {
        if (!DirectoryExists(path))
        {
            throw new DirectoryNotFoundException($"There is no directory {path}.");
        }
    }

    private StoredFile Existing(string path) => files.TryGetValue(path, out StoredFile? file)
        ? file
        : throw new FileNotFoundException($"There is no file {path}.", path);

    private sealed class StoredFile
    {
        private byte[] content = [];

        public byte[] Committed { get; private set; } = [];

        public bool IsDirty { get; private set; }

        public byte[] Content
        {
            get => content;
            set
            {
                content = value;
                IsDirty = true;
            }
        }

        public int Blocks => IsDirty ? BlocksWhileChanged(Committed.Length, content.Length) : BlocksFor(content.Length);

        /// <summary>Until the change is flushed the old last block is kept beside its new copy; a file that is emptied has none.</summary>
        public static int BlocksWhileChanged(int committed, int changed) =>
            Math.Max(BlocksFor(committed), BlocksFor(changed)) + (committed % BlockSize == 0 || changed == 0 ? 0 : 1);

        public void Commit()
        {
            Committed = content;
            IsDirty = false;
        }

        public void Revert()
        {
            content = Committed;
            IsDirty = false;
        }
    }
}
