using System;
using System.Net;
using System.Security.Claims;
using System.Threading;
using System.Threading.Tasks;
using EcgChip.Hub.Data;
using Microsoft.AspNetCore.Http;

namespace EcgChip.Hub.Security;

/// <summary>Writes down who does what in a request.</summary>
public sealed class AuditTrail(HubContext context, IHttpContextAccessor accessor, TimeProvider time)
{
    /// <summary>The name of whoever is signed in.</summary>
    public string UserName => accessor.HttpContext?.User.Identity?.Name ?? "";

    /// <summary>The id of whoever is signed in.</summary>
    public string? UserId => accessor.HttpContext?.User.FindFirstValue(ClaimTypes.NameIdentifier);

    /// <summary>Adds an entry, which is saved with whatever it tells of: neither is there without the other.</summary>
    public void Add(string action, long? device = null, int? sequence = null, string detail = "", string? user = null)
    {
        IPAddress? address = accessor.HttpContext?.Connection.RemoteIpAddress;
        context.Audit.Add(new AuditEntry
        {
            At = time.Now(),
            UserId = UserId,
            User = Shortened(user ?? UserName),
            Action = action,
            DeviceId = device,
            Sequence = sequence,
            Detail = detail,
            Address = address?.ToString(),
        });
    }

    /// <summary>Adds an entry and saves it at once.</summary>
    public async Task SaveAsync(
        string action, long? device = null, int? sequence = null, string detail = "", string? user = null, CancellationToken cancellation = default)
    {
        Add(action, device, sequence, detail, user);
        await context.SaveChangesAsync(cancellation);
    }

    private static string Shortened(string name) => name.Length <= HubContext.LongestName ? name : name[..HubContext.LongestName];
}
