using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using EcgChip.Hub.Data;
using EcgChip.Hub.Devices;
using EcgChip.Hub.Security;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace EcgChip.Hub.Api;

/// <summary>An entry of the audit trail.</summary>
public sealed record AuditResponse(long Id, DateTime At, string User, string Action, string? Device, int? Sequence, string Detail, string? Address)
{
    internal static AuditResponse Of(AuditEntry entry) => new(
        entry.Id, entry.At, entry.User, entry.Action, entry.DeviceId is { } device ? DeviceId.Text(device) : null, entry.Sequence, entry.Detail, entry.Address);
}

/// <summary>The audit trail, to be read only: nothing here, nor anywhere else in the API, changes or removes an entry.</summary>
internal static class AuditEndpoints
{
    private const int LargestPage = 1000;

    internal static void Map(RouteGroupBuilder group) => group.MapGet("", ReadAsync).RequireAuthorization(Policies.ApiAdministers)
        .WithSummary("Entries of the audit trail, the newest first, before the number of one");

    private static async Task<Ok<List<AuditResponse>>> ReadAsync(
        HubContext context, AuditTrail audit, long? before = null, int limit = LargestPage, CancellationToken cancellation = default)
    {
        List<AuditEntry> entries = await context.Audit.AsNoTracking().Where(entry => before == null || entry.Id < before)
            .OrderByDescending(entry => entry.Id).Take(Math.Clamp(limit, 1, LargestPage)).ToListAsync(cancellation);
        await audit.SaveAsync(AuditAction.AuditRead, cancellation: cancellation);
        return TypedResults.Ok(entries.ConvertAll(AuditResponse.Of));
    }
}
