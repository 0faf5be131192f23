using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using EcgChip.Hub.Data;
using EcgChip.Hub.Devices;
using EcgChip.Hub.Listing;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace EcgChip.Hub.Pages.Fleet;

/// <summary>All devices and how they are.</summary>
[Authorize]
public sealed class IndexModel(HubContext context, VillageNames villages, TimeProvider time) : PageModel
{
    // Field staff come by once a week: one visit may be missed.
    private static readonly TimeSpan LongestSilence = TimeSpan.FromDays(15);

    // Below it a cell of lithium has a tenth left.
    private const int LowBatteryMillivolts = 3600;

    private const int PageSize = 200;

    /// <summary>The devices, as many as a page holds.</summary>
    public IReadOnlyList<Device> Devices { get; private set; } = [];

    /// <summary>All devices that were asked for.</summary>
    public int Count { get; private set; }

    /// <summary>Which page is shown, from 0 on.</summary>
    public int PageNumber { get; private set; }

    /// <summary>True where there is another page behind this one.</summary>
    public bool HasMore => Count > (PageNumber + 1) * PageSize;

    /// <summary>A part of a village's name or of a device's id.</summary>
    public string? Search { get; private set; }

    /// <summary>True when only devices are shown that need a look.</summary>
    public bool Attention { get; private set; }

    /// <summary>The time of the page.</summary>
    public DateTime Now { get; } = time.Now();

    /// <summary>Shows the fleet.</summary>
    public async Task OnGetAsync(string? search, bool attention, int pageNumber, CancellationToken cancellation)
    {
        Search = search?.Trim();
        Attention = attention;
        PageNumber = Math.Clamp(pageNumber, 0, int.MaxValue / PageSize - 1);
        IQueryable<Device> devices = context.Devices.AsNoTracking();
        if (attention)
        {
            DateTime silent = Now - LongestSilence;
            devices = devices.Where(device => device.LastSyncAt == null || device.LastSyncAt < silent || device.BatteryMillivolts < LowBatteryMillivolts || device.SelfTestFailures > 0);
        }

        if (DeviceId.TryParse(Search, out long id))
        {
            devices = devices.Where(device => device.Id == id);
        }
        else if (!string.IsNullOrEmpty(Search))
        {
            // Databases differ in what they think of capitals; the names of villages are few.
            string[] names = [.. (await villages.AllAsync(cancellation)).Where(name => name.Contains(Search, StringComparison.OrdinalIgnoreCase))];
            devices = devices.Where(device => names.Contains(device.Village));
        }

        Count = await devices.CountAsync(cancellation);
        Devices = await devices.OrderBy(device => device.Village).ThenBy(device => device.Id).Skip(PageNumber * PageSize).Take(PageSize).ToListAsync(cancellation);
    }

    /// <summary>True for a device that is long unheard of, whose battery is low, or which failed its self-test.</summary>
    public bool NeedsALook(Device device)
    {
        ArgumentNullException.ThrowIfNull(device);
        return device.LastSyncAt is null || Now - device.LastSyncAt > LongestSilence || device.BatteryMillivolts < LowBatteryMillivolts || device.SelfTestFailures > 0;
    }
}
