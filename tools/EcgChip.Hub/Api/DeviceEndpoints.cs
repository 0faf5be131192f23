using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using EcgChip.Hub.Data;
using EcgChip.Hub.Devices;
using EcgChip.Hub.Security;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace EcgChip.Hub.Api;

/// <summary>A device that is enrolled.</summary>
/// <param name="Key">Its key, 64 hexadecimal digits.</param>
/// <param name="Village">Where it is used; left out, it stays as it is.</param>
/// <param name="ReplaceKey">True where the hub is to forget another key that it has: the device was flashed anew.</param>
public sealed record EnrolRequest(string? Key, string? Village, bool ReplaceKey = false);

/// <summary>A model on a device.</summary>
/// <param name="Role">What it is for.</param>
/// <param name="Name">Its name.</param>
/// <param name="Hash">The first 8 bytes of the hash of its numbers, in hexadecimal digits.</param>
public sealed record ModelStatus(string Role, string Name, string Hash);

/// <summary>How a device is, as a sync found it.</summary>
/// <param name="Firmware">Version of its firmware.</param>
/// <param name="BatteryMillivolts">Its battery; null when not known.</param>
/// <param name="Clock">What its clock said; null when it was never set.</param>
/// <param name="Records">Records on it; null when not known.</param>
/// <param name="Models">The models on it.</param>
public sealed record DeviceStatus(string? Firmware, int? BatteryMillivolts, DateTimeOffset? Clock, int? Records, IReadOnlyList<ModelStatus>? Models);

/// <summary>What the link with a device is opened by.</summary>
/// <param name="LinkKey">64 hexadecimal digits.</param>
public sealed record LinkKeyResponse(string LinkKey);

/// <summary>A device of the fleet; what is not known is null.</summary>
public sealed record FleetDevice(
    string Id, string Village, DateTime EnrolledAt, DateTime? LastSync, string? LastSyncBy, string? Firmware, int? BatteryMillivolts, DateTime? Clock,
    int? RecordsOnDevice, IReadOnlyList<string> Models, int? SelfTestSequence, DateTime? SelfTestAt, int? SelfTestFailures);

/// <summary>Devices: enrolling, the fleet, keys of links.</summary>
internal static class DeviceEndpoints
{
    internal static void Map(RouteGroupBuilder group)
    {
        group.MapGet("", FleetAsync).RequireAuthorization(Policies.ApiSeesFleet).WithSummary("All devices and how they are");
        group.MapPut("/{id}", EnrolAsync).RequireAuthorization(Policies.ApiAdministers)
            .WithSummary("Enrols a device, or changes its village; twice is once")
            .ProducesProblem(StatusCodes.Status409Conflict).ProducesProblem(StatusCodes.Status422UnprocessableEntity);
        group.MapPut("/{id}/status", StatusAsync).RequireAuthorization(Policies.ApiCollects)
            .WithSummary("Tells how a device is, at each sync").ProducesProblem(StatusCodes.Status404NotFound).ProducesProblem(StatusCodes.Status422UnprocessableEntity);
        group.MapGet("/{id}/link-key", LinkKeyAsync).RequireAuthorization(Policies.ApiCollects)
            .WithSummary("Gives the key of a device's link; written down in the audit trail").ProducesProblem(StatusCodes.Status404NotFound);
    }

    private static async Task<Ok<List<FleetDevice>>> FleetAsync(HubContext context, CancellationToken cancellation)
    {
        List<Device> devices = await context.Devices.AsNoTracking().OrderBy(device => device.Village).ThenBy(device => device.Id).ToListAsync(cancellation);
        return TypedResults.Ok(devices.ConvertAll(device => new FleetDevice(
            DeviceId.Text(device.Id), device.Village, device.EnrolledAt, device.LastSyncAt, device.LastSyncBy, device.Firmware, device.BatteryMillivolts, device.Clock,
            device.RecordsOnDevice, device.Models?.Split('\n', StringSplitOptions.RemoveEmptyEntries) ?? [], device.SelfTestSequence, device.SelfTestAt, device.SelfTestFailures)));
    }

    private static async Task<Results<Created, NoContent, ProblemHttpResult>> EnrolAsync(
        string id, EnrolRequest request, DeviceRegistry devices, CancellationToken cancellation)
    {
        if (!DeviceId.TryParse(id, out long number))
        {
            return Problems.Unusable("Not an id", $"A device's id is {DeviceId.Digits} hexadecimal digits, not all 0: \"{id}\" is not.");
        }

        if (!DeviceRegistry.TryParseKey(request.Key, out byte[] key))
        {
            return Problems.Unusable("Not a key", "A device's key is 64 hexadecimal digits, not all 0: it stands in the file that flashing left.");
        }

        if (request.Village?.Length > HubContext.LongestName)
        {
            return Problems.Unusable("Name too long", $"A village's name has at most {HubContext.LongestName} characters.");
        }

        return await devices.EnrolAsync(number, key, request.Village?.Trim(), request.ReplaceKey, cancellation) switch
        {
            Enrolment.Added => TypedResults.Created($"/api/devices/{DeviceId.Text(number)}"),
            Enrolment.OtherKey => Problems.Conflict(
                "Another key", $"Device {DeviceId.Text(number)} is enrolled with another key: say replaceKey where it was flashed anew. Records sealed with the old one can then no longer be brought."),
            _ => TypedResults.NoContent(),
        };
    }

    private static async Task<Results<NoContent, ProblemHttpResult>> StatusAsync(
        string id, DeviceStatus status, DeviceRegistry devices, HubContext context, AuditTrail audit, TimeProvider time, CancellationToken cancellation)
    {
        if (!DeviceId.TryParse(id, out long number) || await devices.FindAsync(number, cancellation) is not { } device)
        {
            return Problems.UnknownDevice(id);
        }

        if (status.Firmware?.Length > HubContext.LongestName)
        {
            return Problems.Unusable("Name too long", $"A version has at most {HubContext.LongestName} characters.");
        }

        device.LastSyncAt = time.Now();
        device.LastSyncBy = audit.UserName;
        device.Firmware = status.Firmware;
        device.BatteryMillivolts = status.BatteryMillivolts;
        device.Clock = status.Clock?.UtcDateTime;
        device.RecordsOnDevice = status.Records;
        device.Models = status.Models is { } models ? string.Join('\n', models.Select(model => $"{model.Role} {model.Name} {model.Hash}")) : null;
        await context.SaveChangesAsync(cancellation);
        return TypedResults.NoContent();
    }

    private static async Task<Results<Ok<LinkKeyResponse>, ProblemHttpResult>> LinkKeyAsync(
        string id, DeviceRegistry devices, DeviceKeyVault vault, AuditTrail audit, CancellationToken cancellation)
    {
        if (!DeviceId.TryParse(id, out long number) || await devices.FindAsync(number, cancellation) is not { } device)
        {
            return Problems.UnknownDevice(id);
        }

        string key = Convert.ToHexStringLower(vault.LinkKey(device));
        await audit.SaveAsync(AuditAction.LinkKeyGiven, number, cancellation: cancellation);
        return TypedResults.Ok(new LinkKeyResponse(key));
    }
}
