using System;
using System.Collections.Generic;
using System.Linq;
using EcgChip.Formats;
using EcgChip.Hub.Data;
using EcgChip.Hub.Devices;
using EcgChip.Hub.Listing;

namespace EcgChip.Hub.Api;

/// <summary>A finding of a device.</summary>
public sealed record FindingResponse(string Code, string Text, int Times, int Value, int StartSample, int EndSample)
{
    internal static FindingResponse Of(RecordFinding finding) =>
        new(FindingLabels.Name(finding.Code), FindingLabels.Text(finding), finding.Times, finding.Value, finding.StartSample, finding.EndSample);
}

/// <summary>A record in a list; what is not known is null.</summary>
public sealed record RecordResponse(
    string Device, int Sequence, RecordKind Kind, RecordHealth Health, bool Waiting, ListedAnswer Answer, ListedAnswer? DeviceAnswer, DateTime ReceivedAt, string ReceivedFrom,
    DateTime? StartedAt, string Village, int? Patient, double? Seconds, int? MeanHeartRate, int? LowestHeartRate, int? HighestHeartRate, IReadOnlyList<int?> Counts,
    int? Unclassified, double? GoodPercent, IReadOnlyList<string> Models, IReadOnlyList<FindingResponse> Findings)
{
    internal static RecordResponse Of(StoredRecord record) => new(
        DeviceId.Text(record.DeviceId), record.Sequence, record.Kind, record.Health, record.Waiting, record.Answer, record.DeviceAnswer, record.ReceivedAt, record.ReceivedFrom,
        record.StartedAt, record.Village, record.PatientNumber, RecordFigures.Seconds(record), record.MeanHeartRate, record.LowestHeartRate, record.HighestHeartRate,
        [record.NormalBeats, record.SupraventricularBeats, record.VentricularBeats, record.FusionBeats, record.OtherBeats],
        record.UnclassifiedBeats, RecordFigures.GoodPercent(record), record.Models.Split('\n', StringSplitOptions.RemoveEmptyEntries), [.. record.Findings.Select(FindingResponse.Of)]);
}

/// <summary>A page of a list.</summary>
/// <param name="Records">The records, the newest first.</param>
/// <param name="Next">What to give as <c>after</c> for the next page; null on the last one.</param>
public sealed record RecordPageResponse(IReadOnlyList<RecordResponse> Records, string? Next);

/// <summary>A beat that a doctor changed.</summary>
/// <param name="Sample">Sample of the R peak, at the recording's own rate.</param>
/// <param name="Class">N, S, V, F or Q; null where the doctor sees no beat.</param>
public sealed record BeatRequest(int Sample, string? Class);

/// <summary>What a doctor says of a recording.</summary>
/// <param name="Answer">The answer that holds from now on.</param>
/// <param name="Findings">All findings that the doctor sees; left out, those of the device stand.</param>
/// <param name="Beats">Beats to change.</param>
/// <param name="Note">In the doctor's words.</param>
/// <param name="SecondOpinion">True where another doctor is asked.</param>
/// <param name="Seen">Reviews that were there when the doctor looked; with it, a review that somebody else made in between is not passed over.</param>
public sealed record ReviewRequest(
    ListedAnswer Answer, IReadOnlyList<string>? Findings, IReadOnlyList<BeatRequest>? Beats, string? Note, bool SecondOpinion = false, int? Seen = null);

/// <summary>A finding that a doctor added (present) or struck out.</summary>
public sealed record ReviewedFindingResponse(string Code, bool Present);

/// <summary>A review.</summary>
public sealed record ReviewResponse(
    int Place, DateTime At, string Reviewer, Verdict Verdict, ListedAnswer Answer, string Note, IReadOnlyList<ReviewedFindingResponse> Findings, IReadOnlyList<BeatRequest> Beats)
{
    internal static ReviewResponse Of(Review review) => new(
        review.Place, review.At, review.Reviewer, review.Verdict, review.Answer, review.Note,
        [.. review.Findings.Select(finding => new ReviewedFindingResponse(FindingLabels.Name(finding.Code), finding.Present))],
        [.. review.Beats.Select(beat => new BeatRequest(beat.Sample, beat.Class is { } beatClass ? ((AamiClass)beatClass).ToString() : null))]);
}

/// <summary>A record with all that is known of it.</summary>
public sealed record RecordDetailResponse(RecordResponse Record, IReadOnlyList<ReviewResponse> Reviews);
