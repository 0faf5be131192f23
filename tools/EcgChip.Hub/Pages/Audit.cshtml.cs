using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using EcgChip.Hub.Data;
using EcgChip.Hub.Security;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace EcgChip.Hub.Pages;

/// <summary>Who did what, the newest first.</summary>
[Authorize(Policy = Policies.PageAdministers)]
public sealed class AuditModel(HubContext context, AuditTrail audit) : PageModel
{
    private const int PageSize = 100;

    /// <summary>The entries.</summary>
    public IReadOnlyList<AuditEntry> Entries { get; private set; } = [];

    /// <summary>Where the next page begins; null on the last.</summary>
    public long? Before { get; private set; }

    /// <summary>Shows a page of them.</summary>
    public async Task OnGetAsync(long? before, CancellationToken cancellation)
    {
        Entries = await context.Audit.AsNoTracking().Where(entry => before == null || entry.Id < before).OrderByDescending(entry => entry.Id).Take(PageSize).ToListAsync(cancellation);
        Before = Entries.Count == PageSize ? Entries[^1].Id : null;
        await audit.SaveAsync(AuditAction.AuditRead, cancellation: cancellation);
    }
}
