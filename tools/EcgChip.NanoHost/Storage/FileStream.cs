using System;
using System.IO;

namespace EcgChip.NanoHost.Storage;

/// <summary>
/// The chip's System.IO.FileStream over the attached board's flash.
/// <para>
/// Safe against a power cut is what was written before <see cref="Close"/>. <see cref="Flush"/> is not enough: on littlefs
/// nanoFramework's driver maps it to C's fflush, which hands bytes to the file system, and littlefs commits them
/// when the file is synced or closed (littlefs_FS_Driver.cpp in nf-interpreter).
/// </para>
/// </summary>
public class FileStream : Stream
{
    private readonly IHostFileSystem files;
    private readonly string path;
    private readonly FileAccess access;
    private readonly long seekLimit;
    private long position;
    private bool disposed;

    /// <summary>Opens a file for reading and writing, or for writing alone when appending.</summary>
    public FileStream(string path, FileMode mode)
        : this(path, mode, mode == FileMode.Append ? FileAccess.Write : FileAccess.ReadWrite)
    {
    }

    /// <summary>Opens a file.</summary>
    /// <exception cref="ArgumentException">The mode writes and the access does not, or appending would also read.</exception>
    /// <exception cref="IOException">The file is missing, or is there and must not be.</exception>
    public FileStream(string path, FileMode mode, FileAccess access)
    {
        bool writes = access.HasFlag(FileAccess.Write);
        if ((!writes && mode is not (FileMode.Open or FileMode.OpenOrCreate)) || (mode == FileMode.Append && access != FileAccess.Write))
        {
            throw new ArgumentException($"A file cannot be opened for {access} in mode {mode}.", nameof(access));
        }

        files = HostBoard.Current.Files;
        this.path = path;
        this.access = access;
        Open(mode);
        if (mode == FileMode.Append)
        {
            position = seekLimit = files.Length(path);
        }
    }

    /// <inheritdoc/>
    public override bool CanRead => !disposed && access.HasFlag(FileAccess.Read);

    /// <inheritdoc/>
    public override bool CanSeek => !disposed;

    /// <inheritdoc/>
    public override bool CanWrite => !disposed && access.HasFlag(FileAccess.Write);

    /// <inheritdoc/>
    public override long Length
    {
        get
        {
            ObjectDisposedException.ThrowIf(disposed, this);
            return files.Length(path);
        }
    }

    /// <summary>File name without its folder.</summary>
    public string Name => Path.GetFileName(path);

    /// <inheritdoc/>
    /// <exception cref="ArgumentException">Outside the file, or before the place where appending began.</exception>
    public override long Position
    {
        get
        {
            ObjectDisposedException.ThrowIf(disposed, this);
            return position;
        }

        set
        {
            if (value < seekLimit || value > Length)
            {
                throw new ArgumentException($"Position {value} is outside the file.", nameof(value));
            }

            position = value;
        }
    }

    /// <inheritdoc/>
    public override void Flush() => ObjectDisposedException.ThrowIf(disposed, this);

    /// <inheritdoc/>
    public override int Read(byte[] buffer, int offset, int count) => Read(new SpanByte(buffer, offset, count));

    /// <inheritdoc/>
    /// <exception cref="NotSupportedException">Not opened for reading.</exception>
    public override int Read(SpanByte buffer)
    {
        ObjectDisposedException.ThrowIf(disposed, this);
        if (!CanRead)
        {
            throw new NotSupportedException("The file was not opened for reading.");
        }

        int read = files.Read(path, position, buffer.Content);
        position += read;
        return read;
    }

    /// <inheritdoc/>
    public override long Seek(long offset, SeekOrigin origin)
    {
        long start = origin switch
        {
            SeekOrigin.Begin => 0,
            SeekOrigin.Current => position,
            SeekOrigin.End => Length,
            _ => throw new NotSupportedException("No such origin."),
        };
        Position = start + offset;
        return position;
    }

    /// <inheritdoc/>
    public override void SetLength(long value)
    {
        RequireWriting();
        files.SetLength(path, value);
        position = Math.Min(position, value);
    }

    /// <inheritdoc/>
    /// <exception cref="NotSupportedException">Not opened for writing.</exception>
    /// <exception cref="IOException">The flash is full.</exception>
    public override void Write(byte[] buffer, int offset, int count)
    {
        RequireWriting();
        files.Write(path, position, new SpanByte(buffer, offset, count).Content);
        position += count;
    }

    /// <inheritdoc/>
    public override void Close() => Dispose();

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        if (!disposed)
        {
            disposed = true;
            if (access.HasFlag(FileAccess.Write))
            {
                files.Flush(path);
            }
        }

        base.Dispose(disposing);
    }

    private void RequireWriting()
    {
        ObjectDisposedException.ThrowIf(disposed, this);
        if (!CanWrite)
        {
            throw new NotSupportedException("The file was not opened for writing.");
        }
    }

    private void Open(FileMode mode)
    {
        bool exists = files.FileExists(path);
        switch (mode)
        {
            case FileMode.CreateNew when exists:
                throw new IOException($"{path} exists already.");
            case FileMode.Open or FileMode.Truncate when !exists:
                throw new IOException($"{path} does not exist.");
            case FileMode.OpenOrCreate or FileMode.Append when exists:
            case FileMode.Open:
                break;
            default:
                files.Create(path);
                break;
        }
    }
}
