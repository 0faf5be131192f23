using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using EcgChip.Formats.Recordings;
using EcgChip.Hub.Data;
using EcgChip.Hub.Security;
using Microsoft.EntityFrameworkCore;

namespace EcgChip.Hub.Reviews;

/// <summary>Keeps what doctors say of recordings: beside the device's result, never over it, each review whole and none ever changed.</summary>
public sealed class ReviewBook(HubContext context, AuditTrail audit, TimeProvider time)
{
    /// <summary>An R peak that a doctor adds has to be this far from any other, in seconds: the refractory time that the detector keeps to, too.</summary>
    private const double LeastDistanceSeconds = 0.2;

    private const int LargestFinding = 255;

    /// <summary>Keeps a review.</summary>
    /// <param name="record">The recording's row, tracked by the context.</param>
    /// <param name="recording">What the device recorded; null where it cannot be read: then no beat can be changed.</param>
    /// <param name="draft">What the doctor says.</param>
    /// <param name="cancellation">Ends it; nothing is kept then.</param>
    /// <exception cref="ReviewException">The review cannot be of this recording.</exception>
    public async Task<ReviewResult> KeepAsync(StoredRecord record, StoredRecording? recording, ReviewDraft draft, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(record);
        ArgumentNullException.ThrowIfNull(draft);
        Check(record, recording, draft);
        int places = await context.Reviews.Where(each => each.DeviceId == record.DeviceId && each.Sequence == record.Sequence).CountAsync(cancellation);
        if (draft.Seen is { } seen && seen != places)
        {
            return ReviewResult.Overtaken;
        }

        List<RecordFinding> found = await context.Findings.Where(each => each.DeviceId == record.DeviceId && each.Sequence == record.Sequence).ToListAsync(cancellation);
        Review review = new()
        {
            DeviceId = record.DeviceId,
            Sequence = record.Sequence,
            Place = places + 1,
            At = time.Now(),
            ReviewerId = audit.UserId ?? "",
            Reviewer = audit.UserName,
            Answer = draft.Answer,
            Note = draft.Note?.Trim() ?? "",
        };
        AddFindings(review, found, draft.Findings);
        AddBeats(review, recording, draft.Beats);
        bool changed = review.Findings.Count > 0 || review.Beats.Count > 0 || record.DeviceAnswer != draft.Answer;
        review.Verdict = draft.AsksAnother ? Verdict.SecondOpinion : changed ? Verdict.Corrected : Verdict.Confirmed;
        record.Answer = draft.Answer;
        record.Waiting = draft.AsksAnother;
        found.ForEach(finding => finding.Waiting = record.Waiting);
        context.Reviews.Add(review);
        audit.Add(AuditAction.Reviewed, record.DeviceId, record.Sequence, $"review {review.Place}: {review.Verdict}");
        try
        {
            await context.SaveChangesAsync(cancellation);
            return ReviewResult.Kept;
        }
        catch (DbUpdateException)
        {
            // Two doctors at the same moment: both cannot be in the same place.
            context.ChangeTracker.Clear();
            if (await context.Reviews.AnyAsync(each => each.DeviceId == review.DeviceId && each.Sequence == review.Sequence && each.Place == review.Place, cancellation))
            {
                return ReviewResult.Overtaken;
            }

            throw;
        }
    }

    private static void Check(StoredRecord record, StoredRecording? recording, ReviewDraft draft)
    {
        if (record.Kind == RecordKind.SelfTest)
        {
            throw new ReviewException("A device's test of itself is not for a doctor to judge.");
        }

        if (draft.Note?.Length > HubContext.LongestNote)
        {
            throw new ReviewException($"A note has at most {HubContext.LongestNote} characters, this one {draft.Note.Length}.");
        }

        if (draft.Findings?.FirstOrDefault(code => code is < 1 or > LargestFinding) is { } wrong and not 0)
        {
            throw new ReviewException($"There is no finding {wrong}.");
        }

        if (draft.Beats.Count > 0 && recording is null)
        {
            throw new ReviewException("This recording cannot be read, so none of its beats can be changed.");
        }

        if (draft.Beats.GroupBy(beat => beat.Sample).FirstOrDefault(same => same.Count() > 1) is { } twice)
        {
            throw new ReviewException($"The beat at sample {twice.Key} is changed twice.");
        }

        foreach (BeatChange beat in draft.Beats)
        {
            CheckBeat(recording!, draft.Beats, beat);
        }
    }

    private static void CheckBeat(StoredRecording recording, IReadOnlyCollection<BeatChange> changes, BeatChange beat)
    {
        if (beat.Sample < 0 || beat.Sample >= recording.Samples.Count)
        {
            throw new ReviewException($"The recording has no sample {beat.Sample}.");
        }

        if (recording.Beats.Any(each => each.Sample == beat.Sample))
        {
            return;
        }

        if (beat.Class is null)
        {
            throw new ReviewException($"There is no beat at sample {beat.Sample} to strike out.");
        }

        int least = (int)(LeastDistanceSeconds * recording.SampleRate);
        IEnumerable<int> others = recording.Beats.Select(each => each.Sample).Where(sample => !changes.Any(change => change.Sample == sample && change.Class is null))
            .Concat(changes.Where(change => change.Class is not null && change.Sample != beat.Sample).Select(change => change.Sample));
        foreach (int other in others)
        {
            if (Math.Abs(other - beat.Sample) < least)
            {
                throw new ReviewException($"A beat at sample {beat.Sample} would stand less than {LeastDistanceSeconds} s from the one at {other}: change that one.");
            }
        }
    }

    private static void AddFindings(Review review, List<RecordFinding> found, IReadOnlyCollection<int>? seen)
    {
        if (seen is null)
        {
            return;
        }

        foreach (int code in found.Select(finding => finding.Code).Union(seen).Order())
        {
            bool present = seen.Contains(code);
            if (present != found.Any(finding => finding.Code == code))
            {
                review.Findings.Add(new ReviewedFinding { Code = code, Present = present });
            }
        }
    }

    // What is as the device had it is no change.
    private static void AddBeats(Review review, StoredRecording? recording, IReadOnlyCollection<BeatChange> beats)
    {
        foreach (BeatChange beat in beats.OrderBy(each => each.Sample))
        {
            StoredBeat? device = recording?.Beats.FirstOrDefault(each => each.Sample == beat.Sample);
            if (device is null || beat.Class is null || device.Class != beat.Class)
            {
                review.Beats.Add(new ReviewedBeat { Sample = beat.Sample, Class = (int?)beat.Class });
            }
        }
    }
}
