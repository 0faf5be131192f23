using System;
using Microsoft.AspNetCore.Identity.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace EcgChip.Hub.Data;

/// <summary>The hub's tables. Each kind of database has a context of its own below this one, with its own migrations.</summary>
public abstract class HubContext : IdentityDbContext<HubUser>
{
    /// <summary>Most characters of a name, an address, a village.</summary>
    public const int LongestName = 200;

    /// <summary>Most characters of a doctor's note.</summary>
    public const int LongestNote = 4000;

    /// <summary>A context over a database.</summary>
    protected HubContext(DbContextOptions options)
        : base(options)
    {
    }

    /// <summary>The devices.</summary>
    public DbSet<Device> Devices => Set<Device>();

    /// <summary>The records, without their bytes.</summary>
    public DbSet<StoredRecord> Records => Set<StoredRecord>();

    /// <summary>The records' bytes.</summary>
    public DbSet<RecordContent> Contents => Set<RecordContent>();

    /// <summary>What devices found.</summary>
    public DbSet<RecordFinding> Findings => Set<RecordFinding>();

    /// <summary>What doctors said.</summary>
    public DbSet<Review> Reviews => Set<Review>();

    /// <summary>Who did what.</summary>
    public DbSet<AuditEntry> Audit => Set<AuditEntry>();

    /// <inheritdoc/>
    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder)
    {
        ArgumentNullException.ThrowIfNull(configurationBuilder);
        base.ConfigureConventions(configurationBuilder);

        // SQLite keeps no kind of time, PostgreSQL wants UTC only.
        configurationBuilder.Properties<DateTime>().HaveConversion<UtcConverter>();
    }

    /// <inheritdoc/>
    protected override void OnModelCreating(ModelBuilder builder)
    {
        ArgumentNullException.ThrowIfNull(builder);
        base.OnModelCreating(builder);
        HubModel.Configure(builder);
    }

    private sealed class UtcConverter() : ValueConverter<DateTime, DateTime>(
        time => time.Kind == DateTimeKind.Utc ? time : time.ToUniversalTime(),
        time => DateTime.SpecifyKind(time, DateTimeKind.Utc));
}
