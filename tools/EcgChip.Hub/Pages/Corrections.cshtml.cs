using System;
using System.Globalization;
using System.IO;
using System.Threading;
using System.Threading.Tasks;
using EcgChip.Hub.Reviews;
using EcgChip.Hub.Security;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace EcgChip.Hub.Pages;

/// <summary>Gives out what training learns from.</summary>
[Authorize(Policy = Policies.PageTrains)]
public sealed class CorrectionsModel(CorrectionArchive archive, AuditTrail audit) : PageModel
{
    /// <summary>The archive.</summary>
    public async Task<IActionResult> OnPostAsync(DateOnly? since, bool confirmed, CancellationToken cancellation)
    {
        CorrectionWish wish = new(since?.ToDateTime(TimeOnly.MinValue, DateTimeKind.Utc), confirmed);
        (Stream zip, int recordings) = await CorrectionZip.MakeAsync(archive, wish, cancellation);
        await audit.SaveAsync(AuditAction.CorrectionsExported, detail: string.Create(CultureInfo.InvariantCulture, $"{recordings} recordings"), cancellation: cancellation);
        return File(zip, CorrectionZip.MediaType, CorrectionZip.Name);
    }
}
