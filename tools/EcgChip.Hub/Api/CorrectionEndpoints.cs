using System;
using System.Globalization;
using System.IO;
using System.Threading;
using System.Threading.Tasks;
using EcgChip.Hub.Reviews;
using EcgChip.Hub.Security;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace EcgChip.Hub.Api;

/// <summary>What training learns from.</summary>
internal static class CorrectionEndpoints
{
    internal static void Map(RouteGroupBuilder group) => group.MapGet("", GetAsync).RequireAuthorization(Policies.ApiTrains)
        .WithSummary("Recordings with the beats as doctors have them, as a zip of WFDB records with annotations (.hea, .dat, .atr)")
        .Produces<byte[]>(contentType: CorrectionZip.MediaType);

    private static async Task<FileStreamHttpResult> GetAsync(
        CorrectionArchive archive, AuditTrail audit, DateTimeOffset? since = null, bool confirmed = false, CancellationToken cancellation = default)
    {
        (Stream zip, int recordings) = await CorrectionZip.MakeAsync(archive, new CorrectionWish(since?.UtcDateTime, confirmed), cancellation);
        await audit.SaveAsync(AuditAction.CorrectionsExported, detail: string.Create(CultureInfo.InvariantCulture, $"{recordings} recordings"), cancellation: cancellation);
        return TypedResults.File(zip, CorrectionZip.MediaType, CorrectionZip.Name);
    }
}
