namespace EcgChip.NanoHost;

/// <summary>
/// A small file system as littlefs gives one to the chip: whole paths with the drive ("I:\log\00000001.seg"), bytes that count
/// only once they were flushed, a rename that is whole or not done.
/// </summary>
public interface IHostFileSystem
{
    /// <summary>True when the file exists.</summary>
    bool FileExists(string path);

    /// <summary>True when the directory exists; a drive's root always does.</summary>
    bool DirectoryExists(string path);

    /// <summary>Makes a directory and those above it.</summary>
    void CreateDirectory(string path);

    /// <summary>Whole paths of the files in a directory, in ordinal order.</summary>
    string[] GetFiles(string directory);

    /// <summary>Size of a file in bytes, what was written and not yet flushed included.</summary>
    long Length(string path);

    /// <summary>Makes a file empty, or creates it.</summary>
    void Create(string path);

    /// <summary>Reads bytes at an offset; fewer than asked at the end of the file.</summary>
    int Read(string path, long offset, System.Span<byte> buffer);

    /// <summary>Writes bytes at an offset, at most the file's length; throws System.IO.IOException when the disk is full.</summary>
    void Write(string path, long offset, System.ReadOnlySpan<byte> bytes);

    /// <summary>Cuts or lengthens a file.</summary>
    void SetLength(string path, long length);

    /// <summary>Makes what was written safe against a power cut.</summary>
    void Flush(string path);

    /// <summary>Removes a file.</summary>
    void Delete(string path);

    /// <summary>Renames a file; replaces nothing.</summary>
    void Move(string from, string to);

    /// <summary>Bytes in all, and bytes free.</summary>
    (long Total, long Free) Space { get; }
}
