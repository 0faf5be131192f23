using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using EcgChip.Hub.Data;
using EcgChip.Hub.Devices;
using EcgChip.Hub.Intake;
using EcgChip.Hub.Security;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace EcgChip.Hub.Api;

/// <summary>Which records of a device are here.</summary>
/// <param name="Have">Runs of numbers, each from its first to its last, in order.</param>
public sealed record HaveResponse(IReadOnlyList<int[]> Have);

/// <summary>A record that was taken in.</summary>
/// <param name="Sequence">Its number.</param>
/// <param name="Stored">True where it is new here, false where it was here already.</param>
public sealed record UploadResponse(int Sequence, bool Stored);

/// <summary>Where records come in.</summary>
internal static class UploadEndpoints
{
    private const string Bytes = "application/octet-stream";

    internal static void Map(RouteGroupBuilder group)
    {
        group.MapPut("/{sequence:int:min(1)}", PutAsync).RequireAuthorization(Policies.ApiCollects)
            .WithSummary("Takes in a sealed record: whole or not at all, once however often it comes")
            .Accepts<Stream>(Bytes)
            .Produces<UploadResponse>(StatusCodes.Status201Created).Produces<UploadResponse>()
            .ProducesProblem(StatusCodes.Status404NotFound).ProducesProblem(StatusCodes.Status409Conflict).ProducesProblem(StatusCodes.Status422UnprocessableEntity);
        group.MapGet("", HaveAsync).RequireAuthorization(Policies.ApiCollects)
            .WithSummary("Tells which records of a device are here, so that only the others are brought")
            .Produces<HaveResponse>().ProducesProblem(StatusCodes.Status404NotFound);
    }

    private static async Task<Results<Created<UploadResponse>, Ok<UploadResponse>, ProblemHttpResult>> PutAsync(
        string id, int sequence, HttpRequest request, DeviceRegistry devices, RecordIntake intake, CancellationToken cancellation)
    {
        if (!DeviceId.TryParse(id, out long number) || await devices.FindAsync(number, cancellation) is not { } device)
        {
            return Problems.UnknownDevice(id);
        }

        byte[] record = await ReadAsync(request.Body, cancellation);

        // From here on it is stored to the end, also when whoever brought it has gone: it would only bring it again.
        return await intake.TakeAsync(device, sequence, record, CancellationToken.None) switch
        {
            IntakeResult.Stored => TypedResults.Created($"/api/records/{DeviceId.Text(number)}/{sequence}", new UploadResponse(sequence, Stored: true)),
            IntakeResult.AlreadyThere => TypedResults.Ok(new UploadResponse(sequence, Stored: false)),
            IntakeResult.OtherBytesThere => Problems.Conflict(
                "Another record under this number",
                $"Record {sequence} of device {DeviceId.Text(number)} is here with other bytes, which stay: was the device's id given twice, or its flash erased?"),
            IntakeResult.TooLong => Problems.Unusable("Too long", $"A record has at most {RecordIntake.LargestBytes} bytes."),
            IntakeResult.NotSealed => Problems.Unusable("Not a sealed record", "The bytes do not end in a device's seal: bring the record as the device gave it."),
            _ => Problems.Unusable(
                "Seal not genuine",
                $"This is not what device {DeviceId.Text(number)} sealed under number {sequence}: collect it again; if that does not help, the hub has another key than the device."),
        };
    }

    private static async Task<Results<Ok<HaveResponse>, ProblemHttpResult>> HaveAsync(
        string id, DeviceRegistry devices, HubContext context, CancellationToken cancellation)
    {
        if (!DeviceId.TryParse(id, out long number) || await devices.FindAsync(number, cancellation) is null)
        {
            return Problems.UnknownDevice(id);
        }

        List<int[]> runs = [];
        await foreach (int sequence in context.Records.Where(record => record.DeviceId == number).OrderBy(record => record.Sequence)
            .Select(record => record.Sequence).AsAsyncEnumerable().WithCancellation(cancellation))
        {
            if (runs.Count > 0 && runs[^1][1] == sequence - 1)
            {
                runs[^1][1] = sequence;
            }
            else
            {
                runs.Add([sequence, sequence]);
            }
        }

        return TypedResults.Ok(new HaveResponse(runs));
    }

    // One byte more than a record can have is enough to know that it is none.
    private static async Task<byte[]> ReadAsync(Stream body, CancellationToken cancellation)
    {
        using MemoryStream bytes = new();
        byte[] page = new byte[16 * 1024];
        while (bytes.Length <= RecordIntake.LargestBytes)
        {
            int read = await body.ReadAsync(page.AsMemory(0, (int)Math.Min(page.Length, RecordIntake.LargestBytes + 1 - bytes.Length)), cancellation);
            if (read == 0)
            {
                break;
            }

            bytes.Write(page, 0, read);
        }

        return bytes.ToArray();
    }
}
