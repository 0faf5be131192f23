using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using EcgChip.Hub.Data;
using EcgChip.Hub.Devices;
using EcgChip.Hub.Listing;
using EcgChip.Hub.Security;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http.Extensions;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace EcgChip.Hub.Pages;

/// <summary>Recordings that wait for a doctor, or were judged.</summary>
[Authorize]
public sealed class IndexModel(RecordList list, VillageNames villages, AuditTrail audit) : PageModel
{
    private const int PageSize = 30;

    /// <summary>What is shown.</summary>
    public RecordFilter Filter { get; private set; } = new();

    /// <summary>The device as it was typed.</summary>
    public string? DeviceText { get; private set; }

    /// <summary>What is wrong with the filter; null when nothing.</summary>
    public string? Wrong { get; private set; }

    /// <summary>The page's recordings.</summary>
    public IReadOnlyList<StoredRecord> Records { get; private set; } = [];

    /// <summary>Where the next page begins; null on the last.</summary>
    public ListPlace? Next { get; private set; }

    /// <summary>True when this is not the first page.</summary>
    public bool IsLaterPage { get; private set; }

    /// <summary>True when not simply all that wait are shown.</summary>
    public bool IsFiltered => Filter != new RecordFilter() || Wrong is not null;

    /// <summary>The villages to choose from.</summary>
    public IReadOnlyList<string> Villages { get; private set; } = [];

    /// <summary>Shows a page of the list; who is no doctor goes to the fleet.</summary>
    public async Task<IActionResult> OnGetAsync(
        string? state, ListedAnswer? answer, string? finding, string? village, string? device, DateOnly? from, DateOnly? to, string? after, CancellationToken cancellation)
    {
        if (!User.IsInRole(Roles.Doctor))
        {
            return LocalRedirect("/Fleet");
        }

        DeviceText = device?.Trim();
        long id = 0;
        if (!string.IsNullOrEmpty(DeviceText) && !DeviceId.TryParse(DeviceText, out id))
        {
            Wrong = "A device is 16 hexadecimal digits, as on its label: the recordings of all devices are shown.";
        }

        Filter = new RecordFilter
        {
            Waiting = state != "reviewed",
            Answer = answer,
            Finding = FindingLabels.TryParse(finding, out int code) ? code : null,
            Device = id != 0 ? id : null,
            Village = string.IsNullOrWhiteSpace(village) ? null : village.Trim(),
            From = from,
            To = to,
        };
        ListPlace? place = ListPlace.Parse(after);
        IsLaterPage = place is not null;
        RecordPage page = await list.PageAsync(Filter, place, PageSize, cancellation);
        (Records, Next) = (page.Records, page.Next);
        Villages = await villages.AllAsync(cancellation);
        await audit.SaveAsync(AuditAction.Listed, Filter.Device, detail: $"{Records.Count} recordings", cancellation: cancellation);
        return Page();
    }

    /// <summary>The address of another page of the same list.</summary>
    public string Address(ListPlace? after)
    {
        QueryBuilder query = new(Request.Query.Where(pair => pair.Key != "after"));
        if (after is not null)
        {
            query.Add("after", after.ToString());
        }

        return $"/{query.ToQueryString()}";
    }
}
