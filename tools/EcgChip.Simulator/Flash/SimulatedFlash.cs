using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Numerics;
using EcgChip.NanoHost;

namespace EcgChip.Simulator.Flash;

/// <summary>
/// The flash partition behind drive I: as littlefs keeps it: 4 KB blocks, two for the volume and two for each directory, files of whole
/// blocks that begin with pointers to those before (all but the first: a "CTZ skip-list", littlefs DESIGN.md), and a file's new content only in
/// force once it was flushed. It counts blocks roughly: littlefs also stores short files inside the directory and needs room to rewrite it.
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

    /// <summary>Number of a block, as a file's later blocks name earlier ones.</summary>
    private const int PointerBytes = 4;

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

    /// <summary>
    /// When set: the power fails in the middle of a write, behind this many bytes written from now on. The write then throws
    /// <see cref="PowerLostException"/>.
    /// </summary>
    public int? BytesUntilPowerCut { get; set; }

    /// <summary>
    /// Bytes of what was not flushed that a power cut leaves in each file, up to all: littlefs promises none of them, and nothing may
    /// rely on that.
    /// </summary>
    public int KeptUnflushedBytes { get; set; }

    /// <summary>Files of which a block went bad: whoever reads one, or asks how long it is, is told so.</summary>
    public ISet<string> DamagedFiles { get; } = new HashSet<string>(StringComparer.Ordinal);

    /// <summary>Bytes written so far.</summary>
    public int BytesWritten { get; private set; }

    /// <summary>Changes asked for so far: what a test counts to cut the power at each of them.</summary>
    public int Changes { get; private set; }

    /// <inheritdoc/>
    public (long Total, long Free) Space => ((long)totalBlocks * BlockSize, (long)(totalBlocks - UsedBlocks) * BlockSize);

    private int UsedBlocks => BlocksOfDirectory * (1 + directories.Count) + files.Values.Sum(file => file.Blocks);

    /// <summary>
    /// Takes the power away: every file is again as it was when it was last flushed, but for <see cref="KeptUnflushedBytes"/> of what was appended since.
    /// </summary>
    public void PowerCut()
    {
        foreach (StoredFile file in files.Values)
        {
            file.Revert(KeptUnflushedBytes);
        }
    }

    /// <summary>The same flash once more, with the power there: what is done to one is not done to the other.</summary>
    public SimulatedFlash Copy()
    {
        SimulatedFlash copy = new(totalBlocks * BlockSize);
        copy.directories.UnionWith(directories);
        foreach ((string path, StoredFile file) in files)
        {
            copy.files.Add(path, file.Copy());
        }

        return copy;
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
    /// <exception cref="IOException">A block of the file is damaged.</exception>
    public long Length(string path) => Readable(path).Length;

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
        byte[] content = Readable(path);
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

        if (BytesUntilPowerCut is { } left)
        {
            if (left < bytes.Length)
            {
                Put(file, offset, bytes[..left]);
                FailPower();
            }

            BytesUntilPowerCut = left - bytes.Length;
        }

        Put(file, offset, bytes);
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

    private void Put(StoredFile file, long offset, ReadOnlySpan<byte> bytes)
    {
        Change(file, (int)Math.Max(file.Content.Length, offset + bytes.Length));
        bytes.CopyTo(file.Content.AsSpan((int)offset));
        BytesWritten += bytes.Length;
    }

    private static bool IsRoot(string path) => path.TrimEnd(Separator) is [_, ':'];

    private static string FolderOf(string path) => path[..Math.Max(0, path.LastIndexOf(Separator))];

    /// <summary>Block n, counted from 0, begins with a pointer for each time that 2 divides n, and one more.</summary>
    private static int BlocksFor(int bytes)
    {
        int blocks = 0;
        for (int left = bytes; left > 0; blocks++)
        {
            left -= BlockSize - (blocks == 0 ? 0 : PointerBytes * (1 + BitOperations.TrailingZeroCount(blocks)));
        }

        return blocks;
    }

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
            FailPower();
        }
    }

    private void FailPower()
    {
        PowerCut();
        ChangesUntilPowerCut = null;
        BytesUntilPowerCut = null;
        throw new PowerLostException();
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

    private byte[] Readable(string path)
    {
        byte[] content = Existing(path).Content;
        return DamagedFiles.Contains(path) ? throw new IOException($"A block of {path} is damaged.") : content;
    }

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
            Math.Max(BlocksFor(committed), BlocksFor(changed)) + (committed == 0 || changed == 0 ? 0 : 1);

        public void Commit()
        {
            Committed = content;
            IsDirty = false;
        }

        public void Revert(int kept)
        {
            bool appended = content.Length > Committed.Length && content.AsSpan(0, Committed.Length).SequenceEqual(Committed);
            content = appended ? content[..Math.Min(content.Length, Committed.Length + kept)] : Committed;
            Commit();
        }

        public StoredFile Copy() => new() { content = content, Committed = Committed, IsDirty = IsDirty };
    }
}
