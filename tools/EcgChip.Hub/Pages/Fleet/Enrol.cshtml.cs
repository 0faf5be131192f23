using System.Threading;
using System.Threading.Tasks;
using EcgChip.Hub.Data;
using EcgChip.Hub.Devices;
using EcgChip.Hub.Security;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace EcgChip.Hub.Pages.Fleet;

/// <summary>Enrols a device with its key.</summary>
[Authorize(Policy = Policies.PageAdministers)]
public sealed class EnrolModel(DeviceRegistry devices) : PageModel
{
    /// <summary>The id that was typed.</summary>
    public string? Id { get; private set; }

    /// <summary>The village that was typed.</summary>
    public string? Village { get; private set; }

    /// <summary>What was done; null when nothing was.</summary>
    public string? Done { get; private set; }

    /// <summary>Enrols it.</summary>
    public async Task<IActionResult> OnPostAsync(string? id, string? key, string? village, bool replacesKey, CancellationToken cancellation)
    {
        (Id, Village) = (id, village);
        if (!DeviceId.TryParse(id?.Trim(), out long number))
        {
            ModelState.AddModelError("", "An id is 16 hexadecimal digits, not all 0.");
        }
        else if (!DeviceRegistry.TryParseKey(key, out byte[] bytes))
        {
            ModelState.AddModelError("", "A key is 64 hexadecimal digits, not all 0.");
        }
        else if (village?.Length > HubContext.LongestName)
        {
            ModelState.AddModelError("", $"A village's name has at most {HubContext.LongestName} characters.");
        }
        else if (await devices.EnrolAsync(number, bytes, village?.Trim(), replacesKey, cancellation) is var enrolment && enrolment == Enrolment.OtherKey)
        {
            ModelState.AddModelError("", "It is enrolled with another key. Where it was flashed anew, say so below.");
        }
        else
        {
            Done = enrolment == Enrolment.Kept ? $"{DeviceId.Text(number)} was enrolled already." : $"{DeviceId.Text(number)} is enrolled.";
            Id = null;
        }

        return Page();
    }
}
