using System;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace EcgChip.Hub.Data;

/// <summary>
/// Refuses to change or remove what is only ever added: records' bytes, reviews, the audit trail. Triggers in the database refuse it once more, to whatever does not come this way.
/// </summary>
internal sealed class AppendOnly : SaveChangesInterceptor
{
    internal static readonly AppendOnly Instance = new();

    /// <inheritdoc/>
    public override InterceptionResult<int> SavingChanges(DbContextEventData eventData, InterceptionResult<int> result)
    {
        Check(eventData.Context);
        return result;
    }

    /// <inheritdoc/>
    public override ValueTask<InterceptionResult<int>> SavingChangesAsync(
        DbContextEventData eventData, InterceptionResult<int> result, CancellationToken cancellationToken = default)
    {
        Check(eventData.Context);
        return ValueTask.FromResult(result);
    }

    private static void Check(DbContext? context)
    {
        EntityEntry? changed = context?.ChangeTracker.Entries().FirstOrDefault(entry =>
            entry.State is EntityState.Modified or EntityState.Deleted
            && (entry.Entity is RecordContent or Review or ReviewedFinding or ReviewedBeat or AuditEntry));
        if (changed is not null)
        {
            throw new InvalidOperationException($"{changed.Metadata.GetTableName()} is only added to, never changed.");
        }
    }
}
