using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using EcgChip.Formats.Recordings;
using EcgChip.Hub.Data;
using EcgChip.Hub.Devices;
using Microsoft.EntityFrameworkCore;

namespace EcgChip.Hub.Listing;

/// <summary>Gives single records out.</summary>
public sealed class RecordShelf(HubContext context)
{
    /// <summary>A record's row, tracked; null where there is none.</summary>
    public async Task<StoredRecord?> FindAsync(long device, int sequence, CancellationToken cancellation) =>
        await context.Records.FirstOrDefaultAsync(record => record.DeviceId == device && record.Sequence == sequence, cancellation);

    /// <summary>Its bytes as they came, seal included.</summary>
    public async Task<byte[]> BytesAsync(StoredRecord record, CancellationToken cancellation) =>
        await context.Contents.Where(content => content.DeviceId == record.DeviceId && content.Sequence == record.Sequence).Select(content => content.Bytes).FirstAsync(cancellation);

    /// <summary>What the device recorded; null where its bytes are damaged or of a version that this hub does not know.</summary>
    public async Task<StoredRecording?> RecordingAsync(StoredRecord record, CancellationToken cancellation)
    {
        if (record.Kind != RecordKind.Recording || record.Health is not (RecordHealth.Sound or RecordHealth.OtherOrigin))
        {
            return null;
        }

        // The id and number that it was sealed under are the ones that can be trusted.
        return StoredRecording.Read(await BytesAsync(record, cancellation), $"Record {record.Sequence} of {DeviceId.Text(record.DeviceId)}") with
        {
            DeviceId = record.DeviceId,
            Sequence = record.Sequence,
        };
    }

    /// <summary>What the device found in it, the most urgent first.</summary>
    public async Task<List<RecordFinding>> FindingsAsync(StoredRecord record, CancellationToken cancellation) => await context.Findings.AsNoTracking()
        .Where(finding => finding.DeviceId == record.DeviceId && finding.Sequence == record.Sequence).OrderBy(finding => finding.Place).ToListAsync(cancellation);

    /// <summary>What doctors said of it, oldest first, each with all that belongs to it.</summary>
    public async Task<List<Review>> ReviewsAsync(StoredRecord record, CancellationToken cancellation) => await context.Reviews.AsNoTracking().AsSplitQuery()
        .Include(review => review.Findings.OrderBy(finding => finding.Code)).Include(review => review.Beats.OrderBy(beat => beat.Sample))
        .Where(review => review.DeviceId == record.DeviceId && review.Sequence == record.Sequence).OrderBy(review => review.Place).ToListAsync(cancellation);

    /// <summary>Reads a device's id and a number from an address.</summary>
    /// <returns>False where they are none.</returns>
    public static bool IsAddress(string? device, int sequence, out long id) => DeviceId.TryParse(device, out id) && sequence > 0;
}
