using System.Collections.Generic;
using System.Threading;
using System.Threading.Tasks;
using EcgChip.Hub.Data;
using Npgsql;

namespace EcgChip.Hub.Load;

/// <summary>What tables take in PostgreSQL, with indexes and what is stored beside them.</summary>
internal static class TableSizes
{
    /// <summary>Bytes of each of the hub's tables that recordings fill.</summary>
    internal static async Task<IReadOnlyDictionary<string, long>> OfAsync(HubDatabase database, CancellationToken cancellation)
    {
        await using NpgsqlConnection connection = database.OpenNpgsql();
        await connection.OpenAsync(cancellation);
        await using NpgsqlCommand command = new(
            """SELECT relname, pg_total_relation_size(oid) FROM pg_class WHERE relkind = 'r' AND relname IN ('Records', 'RecordContents', 'RecordFindings', 'Audit')""", connection);
        await using NpgsqlDataReader reader = await command.ExecuteReaderAsync(cancellation);
        Dictionary<string, long> sizes = [];
        while (await reader.ReadAsync(cancellation))
        {
            sizes[reader.GetString(0)] = reader.GetInt64(1);
        }

        return sizes;
    }
}
