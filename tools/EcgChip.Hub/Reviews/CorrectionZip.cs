using System.Collections.Generic;
using System.IO;
using System.IO.Compression;
using System.Threading;
using System.Threading.Tasks;
using EcgChip.Formats.Export;

namespace EcgChip.Hub.Reviews;

/// <summary>All corrections in one zip archive. It is put together in a file that is gone when the stream is closed: a hub may have many.</summary>
internal static class CorrectionZip
{
    internal const string MediaType = "application/zip";
    internal const string Name = "ecgchip-corrections.zip";

    private const int BufferBytes = 1 << 16;

    /// <summary>Makes the archive.</summary>
    /// <returns>The archive, at its beginning, and the recordings in it.</returns>
    internal static async Task<(Stream Zip, int Recordings)> MakeAsync(CorrectionArchive archive, CorrectionWish wish, CancellationToken cancellation)
    {
        FileStream file = new(
            Path.Combine(Path.GetTempPath(), Path.GetRandomFileName()), FileMode.CreateNew, FileAccess.ReadWrite, FileShare.None, BufferBytes, FileOptions.DeleteOnClose | FileOptions.Asynchronous);
        try
        {
            int recordings = 0;
            using (ZipArchive zip = new(file, ZipArchiveMode.Create, leaveOpen: true))
            {
                await foreach (IReadOnlyList<ExportedFile> files in archive.FilesAsync(wish, cancellation))
                {
                    recordings++;
                    foreach (ExportedFile each in files)
                    {
                        using Stream entry = zip.CreateEntry(each.Name).Open();
                        await entry.WriteAsync(each.Content, cancellation);
                    }
                }
            }

            file.Position = 0;
            return (file, recordings);
        }
        catch
        {
            await file.DisposeAsync();
            throw;
        }
    }
}
