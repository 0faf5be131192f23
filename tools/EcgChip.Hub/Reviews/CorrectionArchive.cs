using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Runtime.CompilerServices;
using System.Threading;
using System.Threading.Tasks;
using EcgChip.Formats;
using EcgChip.Formats.Export;
using EcgChip.Formats.Recordings;
using EcgChip.Hub.Data;
using EcgChip.Hub.Listing;
using Microsoft.EntityFrameworkCore;

namespace EcgChip.Hub.Reviews;

/// <summary>Which recordings are given to training.</summary>
/// <param name="Since">Those last reviewed at this time, UTC, or later; null for all.</param>
/// <param name="Confirmed">True for those, too, whose beats a doctor let stand: nobody says that each of them was looked at.</param>
public sealed record CorrectionWish(DateTime? Since, bool Confirmed);

/// <summary>
/// Recordings with the beats as doctors have them, as WFDB records with reference annotations for weights-gen to train on. Names of doctors and villages stay here.
/// </summary>
public sealed class CorrectionArchive(HubContext context, RecordShelf shelf)
{
    private const int AtOnce = 100;

    /// <summary>The files, recording by recording, in the order of their reviews.</summary>
    public async IAsyncEnumerable<IReadOnlyList<ExportedFile>> FilesAsync(CorrectionWish wish, [EnumeratorCancellation] CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(wish);
        long behind = 0;
        while (true)
        {
            // A later review of the same recording takes the place of an earlier one.
            IQueryable<Review> query = context.Reviews.AsNoTracking().Where(review => review.Id > behind && review.Verdict != Verdict.SecondOpinion
                && !context.Reviews.Any(later => later.DeviceId == review.DeviceId && later.Sequence == review.Sequence && later.Place > review.Place));
            query = wish.Since is { } since ? query.Where(review => review.At >= since) : query;
            query = wish.Confirmed ? query : query.Where(review => review.Beats.Count > 0);
            List<Review> reviews = await query.Include(review => review.Beats).OrderBy(review => review.Id).Take(AtOnce).ToListAsync(cancellation);
            foreach (Review review in reviews)
            {
                if (await OfAsync(review, cancellation) is { } files)
                {
                    yield return files;
                }
            }

            if (reviews.Count < AtOnce)
            {
                yield break;
            }

            behind = reviews[^1].Id;
        }
    }

    private async Task<IReadOnlyList<ExportedFile>?> OfAsync(Review review, CancellationToken cancellation)
    {
        StoredRecord record = (await shelf.FindAsync(review.DeviceId, review.Sequence, cancellation))!;
        StoredRecording? recording = await shelf.RecordingAsync(record, cancellation);
        context.ChangeTracker.Clear();
        if (recording is null || recording.Samples.Count == 0)
        {
            return null;
        }

        IEnumerable<(int, AamiClass?)> corrections = review.Beats.Select(beat => (beat.Sample, (AamiClass?)beat.Class));
        return RecordingExport.Training(
            recording, CorrectedBeats.Of(recording, corrections), string.Create(CultureInfo.InvariantCulture, $"review {review.Id}"));
    }
}
