using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using EcgChip.Hub.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace EcgChip.Hub.Listing;

/// <summary>The villages that devices are in, to choose from; looked up anew after a minute.</summary>
public sealed class VillageNames(IServiceProvider services, TimeProvider time)
{
    private static readonly TimeSpan Kept = TimeSpan.FromMinutes(1);

    private volatile Looked? last;

    /// <summary>All of them, in order.</summary>
    public async Task<IReadOnlyList<string>> AllAsync(CancellationToken cancellation)
    {
        DateTime now = time.Now();
        if (last is { } looked && now - looked.At < Kept)
        {
            return looked.Names;
        }

        await using AsyncServiceScope scope = services.CreateAsyncScope();
        HubContext context = scope.ServiceProvider.GetRequiredService<HubContext>();
        List<string> names = await context.Devices.Where(device => device.Village != "").Select(device => device.Village).Distinct().OrderBy(name => name).ToListAsync(cancellation);
        last = new Looked(now, names);
        return names;
    }

    private sealed record Looked(DateTime At, IReadOnlyList<string> Names);
}
