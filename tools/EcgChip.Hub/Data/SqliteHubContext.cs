using Microsoft.EntityFrameworkCore;

namespace EcgChip.Hub.Data;

/// <summary>The hub's tables in SQLite.</summary>
public sealed class SqliteHubContext(DbContextOptions<SqliteHubContext> options) : HubContext(options);
