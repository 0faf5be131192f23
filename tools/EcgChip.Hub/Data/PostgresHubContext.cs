using Microsoft.EntityFrameworkCore;

namespace EcgChip.Hub.Data;

/// <summary>The hub's tables in PostgreSQL.</summary>
public sealed class PostgresHubContext(DbContextOptions<PostgresHubContext> options) : HubContext(options);
