using System.Data.Common;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace EcgChip.Hub.Data;

/// <summary>
/// Sets each connection of SQLite so that what was committed stays, whatever happens to the power (synchronous FULL), and readers do not wait for the writer (write-ahead log).
/// </summary>
internal sealed class DurableSqlite : DbConnectionInterceptor
{
    internal static readonly DurableSqlite Instance = new();

    private const string Settings = "PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL;";

    /// <inheritdoc/>
    public override void ConnectionOpened(DbConnection connection, ConnectionEndEventData eventData)
    {
        if (Writes(connection))
        {
            using DbCommand command = connection.CreateCommand();
            command.CommandText = Settings;
            command.ExecuteNonQuery();
        }
    }

    /// <inheritdoc/>
    public override async Task ConnectionOpenedAsync(DbConnection connection, ConnectionEndEventData eventData, CancellationToken cancellationToken = default)
    {
        if (Writes(connection))
        {
            DbCommand command = connection.CreateCommand();
            await using (command)
            {
                command.CommandText = Settings;
                await command.ExecuteNonQueryAsync(cancellationToken);
            }
        }
    }

    // Whether there is a database is asked on a connection that may only read.
    private static bool Writes(DbConnection connection) => new SqliteConnectionStringBuilder(connection.ConnectionString).Mode != SqliteOpenMode.ReadOnly;
}
