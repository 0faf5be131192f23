using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;

namespace EcgChip.Hub.Data;

/// <summary>What <c>dotnet ef migrations add</c> makes SQLite's context with; no database is opened.</summary>
internal sealed class DesignTimeSqliteContext : IDesignTimeDbContextFactory<SqliteHubContext>
{
    /// <inheritdoc/>
    public SqliteHubContext CreateDbContext(string[] args) =>
        new(new DbContextOptionsBuilder<SqliteHubContext>().UseSqlite("Data Source=:memory:").Options);
}

/// <summary>What <c>dotnet ef migrations add</c> makes PostgreSQL's context with; no database is opened.</summary>
internal sealed class DesignTimePostgresContext : IDesignTimeDbContextFactory<PostgresHubContext>
{
    /// <inheritdoc/>
    public PostgresHubContext CreateDbContext(string[] args) =>
        new(new DbContextOptionsBuilder<PostgresHubContext>().UseNpgsql("Host=localhost").Options);
}
