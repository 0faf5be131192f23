using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using EcgChip.Formats;
using EcgChip.Formats.Export;
using EcgChip.Formats.Recordings;
using EcgChip.Hub.Data;
using EcgChip.Hub.Devices;
using EcgChip.Hub.Listing;
using EcgChip.Hub.Reviews;
using EcgChip.Hub.Security;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace EcgChip.Hub.Api;

/// <summary>Recordings for doctors: listing, looking, judging.</summary>
internal static class RecordEndpoints
{
    private const int UsualPage = 50;

    internal static void Map(RouteGroupBuilder group)
    {
        group.MapGet("", ListAsync).RequireAuthorization(Policies.ApiJudges)
            .WithSummary("A page of recordings, the newest first").ProducesProblem(StatusCodes.Status422UnprocessableEntity);
        group.MapGet("/{device}/{sequence:int}", DetailAsync).RequireAuthorization(Policies.ApiJudges)
            .WithSummary("A recording and what doctors said of it").ProducesProblem(StatusCodes.Status404NotFound);
        group.MapGet("/{device}/{sequence:int}/content", ContentAsync).RequireAuthorization(Policies.ApiJudges)
            .WithSummary("A record's bytes as its device sealed them").Produces<byte[]>(contentType: "application/octet-stream").ProducesProblem(StatusCodes.Status404NotFound);
        group.MapGet("/{device}/{sequence:int}/export", ExportAsync).RequireAuthorization(Policies.ApiJudges)
            .WithSummary($"A recording as {string.Join(", ", ExportFormats.Names)}")
            .Produces<byte[]>(contentType: "application/octet-stream").ProducesProblem(StatusCodes.Status404NotFound).ProducesProblem(StatusCodes.Status422UnprocessableEntity);
        group.MapPost("/{device}/{sequence:int}/reviews", ReviewAsync).RequireAuthorization(Policies.ApiJudges)
            .WithSummary("Confirms or corrects the device's result; what was said before stays")
            .ProducesProblem(StatusCodes.Status404NotFound).ProducesProblem(StatusCodes.Status409Conflict).ProducesProblem(StatusCodes.Status422UnprocessableEntity);
    }

    private static async Task<Results<Ok<RecordPageResponse>, ProblemHttpResult>> ListAsync(
        RecordList list, AuditTrail audit, bool waiting = true, string? answer = null, string? finding = null, string? device = null, string? village = null,
        DateOnly? from = null, DateOnly? to = null, string? after = null, int limit = UsualPage, CancellationToken cancellation = default)
    {
        int code = 0;
        long id = 0;
        ListedAnswer given = default;
        ListPlace? place = ListPlace.Parse(after);
        if ((answer is not null && !AnswerNames.TryParse(answer, out given)) || (finding is not null && !FindingLabels.TryParse(finding, out code))
            || (device is not null && !DeviceId.TryParse(device, out id)) || (after is not null && place is null))
        {
            return Problems.Unusable(
                "Not a filter", "answer is show-a-doctor, repeat or no-finding, finding the name of one, device 16 hexadecimal digits, and after what an earlier page gave as next.");
        }

        RecordFilter filter = new()
        {
            Waiting = waiting,
            Answer = answer is null ? null : given,
            Finding = finding is null ? null : code,
            Device = device is null ? null : id,
            Village = village,
            From = from,
            To = to,
        };
        RecordPage page = await list.PageAsync(filter, place, limit, cancellation);
        await audit.SaveAsync(AuditAction.Listed, filter.Device, detail: $"{page.Records.Count} recordings", cancellation: cancellation);
        return TypedResults.Ok(new RecordPageResponse([.. page.Records.Select(RecordResponse.Of)], page.Next?.ToString()));
    }

    private static async Task<Results<Ok<RecordDetailResponse>, ProblemHttpResult>> DetailAsync(
        string device, int sequence, RecordShelf shelf, AuditTrail audit, CancellationToken cancellation)
    {
        if (await FindAsync(shelf, device, sequence, cancellation) is not { } record)
        {
            return Unknown(device, sequence);
        }

        record.Findings.AddRange(await shelf.FindingsAsync(record, cancellation));
        List<Review> reviews = await shelf.ReviewsAsync(record, cancellation);
        RecordDetailResponse answer = new(RecordResponse.Of(record), [.. reviews.Select(ReviewResponse.Of)]);
        record.Findings.Clear();
        await audit.SaveAsync(AuditAction.Viewed, record.DeviceId, sequence, cancellation: cancellation);
        return TypedResults.Ok(answer);
    }

    private static async Task<Results<FileContentHttpResult, ProblemHttpResult>> ContentAsync(
        string device, int sequence, RecordShelf shelf, AuditTrail audit, CancellationToken cancellation)
    {
        if (await FindAsync(shelf, device, sequence, cancellation) is not { } record)
        {
            return Unknown(device, sequence);
        }

        byte[] bytes = await shelf.BytesAsync(record, cancellation);
        await audit.SaveAsync(AuditAction.Exported, record.DeviceId, sequence, "as sealed", cancellation: cancellation);
        return TypedResults.Bytes(bytes, "application/octet-stream", $"{DeviceId.Text(record.DeviceId)}-{sequence:000000}.rec");
    }

    private static async Task<Results<FileContentHttpResult, ProblemHttpResult>> ExportAsync(
        string device, int sequence, string format, RecordShelf shelf, AuditTrail audit, CancellationToken cancellation)
    {
        if (await FindAsync(shelf, device, sequence, cancellation) is not { } record)
        {
            return Unknown(device, sequence);
        }

        if (!ExportFormats.TryParse(format, out ExportFormat wanted))
        {
            return Problems.Unusable("Not a format", $"Formats are {string.Join(", ", ExportFormats.Names)}: \"{format}\" is none.");
        }

        if (await shelf.RecordingAsync(record, cancellation) is not { } recording)
        {
            return Problems.Unusable("Not a recording that can be read", "It is a self-test, damaged, or of a later version: its bytes can be had as they came.");
        }

        using MemoryStream file = new();
        RecordingExport.Write(recording, wanted, file);
        await audit.SaveAsync(AuditAction.Exported, record.DeviceId, sequence, format, cancellation: cancellation);
        return TypedResults.Bytes(file.ToArray(), wanted.ContentType(), RecordingExport.DownloadName(recording, wanted));
    }

    private static async Task<Results<Created<ReviewResponse>, ProblemHttpResult>> ReviewAsync(
        string device, int sequence, ReviewRequest request, RecordShelf shelf, ReviewBook book, CancellationToken cancellation)
    {
        if (await FindAsync(shelf, device, sequence, cancellation) is not { } record)
        {
            return Unknown(device, sequence);
        }

        if (Draft(request) is not { } draft)
        {
            return Problems.Unusable("Not a review", "Findings are named as in the device's results, classes are N, S, V, F or Q, or null for no beat.");
        }

        try
        {
            if (await book.KeepAsync(record, await shelf.RecordingAsync(record, cancellation), draft, cancellation) == ReviewResult.Overtaken)
            {
                return Problems.Conflict("Reviewed by somebody else", "Somebody else has reviewed this recording in between: look at it again.");
            }
        }
        catch (ReviewException exception)
        {
            return Problems.Unusable("Not a review of this recording", exception.Message);
        }

        List<Review> reviews = await shelf.ReviewsAsync(record, cancellation);
        return TypedResults.Created($"/api/records/{DeviceId.Text(record.DeviceId)}/{sequence}", ReviewResponse.Of(reviews[^1]));
    }

    private static ReviewDraft? Draft(ReviewRequest request)
    {
        List<int> codes = [];
        foreach (string name in request.Findings ?? [])
        {
            if (!FindingLabels.TryParse(name, out int code))
            {
                return null;
            }

            codes.Add(code);
        }

        List<BeatChange> beats = [];
        foreach (BeatRequest beat in request.Beats ?? [])
        {
            AamiClass beatClass = AamiClass.N;
            if (beat.Class is not null && (beat.Class.Length != 1 || !Enum.TryParse(beat.Class, ignoreCase: false, out beatClass) || char.IsDigit(beat.Class[0])))
            {
                return null;
            }

            beats.Add(new BeatChange(beat.Sample, beat.Class is null ? null : beatClass));
        }

        return new ReviewDraft(request.Answer, request.Findings is null ? null : codes, beats, request.Note, request.SecondOpinion, request.Seen);
    }

    private static async Task<StoredRecord?> FindAsync(RecordShelf shelf, string device, int sequence, CancellationToken cancellation) =>
        RecordShelf.IsAddress(device, sequence, out long id) ? await shelf.FindAsync(id, sequence, cancellation) : null;

    private static ProblemHttpResult Unknown(string device, int sequence) =>
        DeviceId.TryParse(device, out long id) ? Problems.UnknownRecord(id, sequence) : Problems.UnknownDevice(device);
}
