using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using EcgChip.Hub.Data;
using EcgChip.Hub.Devices;
using EcgChip.Hub.Listing;
using EcgChip.Hub.Security;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace EcgChip.Hub.Pages.Fleet;

/// <summary>One device: its state, its self-test, and where it is.</summary>
[Authorize]
public sealed class DeviceModel(HubContext context, DeviceRegistry devices, RecordShelf shelf) : PageModel
{
    /// <summary>The device.</summary>
    public Device Found { get; private set; } = null!;

    /// <summary>Records of it that are here.</summary>
    public int Records { get; private set; }

    /// <summary>Lines of its newest self-test.</summary>
    public IReadOnlyList<SelfTestLine> SelfTest { get; private set; } = [];

    /// <summary>Shows the device.</summary>
    public async Task<IActionResult> OnGetAsync(string device, CancellationToken cancellation)
    {
        if (!DeviceId.TryParse(device, out long id) || await devices.FindAsync(id, cancellation) is not { } found)
        {
            return NotFound();
        }

        Found = found;
        Records = await context.Records.CountAsync(record => record.DeviceId == id, cancellation);
        if (found.SelfTestSequence is { } sequence && await shelf.FindAsync(id, sequence, cancellation) is { } record)
        {
            SelfTest = SelfTestLine.Of(await shelf.BytesAsync(record, cancellation));
        }

        return Page();
    }

    /// <summary>Moves the device to another village.</summary>
    public async Task<IActionResult> OnPostAsync(string device, string? village, CancellationToken cancellation)
    {
        if (!User.IsInRole(Roles.Administrator))
        {
            return Forbid();
        }

        if (!DeviceId.TryParse(device, out long id) || await devices.FindAsync(id, cancellation) is not { } found || village?.Length > HubContext.LongestName)
        {
            return NotFound();
        }

        await devices.MoveAsync(found, village?.Trim() ?? "", cancellation);
        return LocalRedirect($"/Fleet/{DeviceId.Text(id)}");
    }
}
