using System;
using System.Data.Common;
using System.IO;
using System.Linq;
using System.Threading.Tasks;
using EcgChip.Hub.Data;
using EcgChip.Hub.Tests.Running;
using Microsoft.EntityFrameworkCore;

namespace EcgChip.Hub.Tests.Data;

/// <summary>What holds for the tables of every kind of database.</summary>
public abstract class DatabaseTests
{
    protected abstract Task<string> DatabaseAsync();

    [SkippableFact]
    public async Task Migrations_make_what_the_model_says()
    {
        await using HubContext context = HubDatabase.Parse(await DatabaseAsync()).Open();

        Assert.False(context.Database.HasPendingModelChanges(), "The model has changed: add a migration for each database (Migrations/README.md).");
        await context.Database.MigrateAsync();
        Assert.Empty(await context.Database.GetPendingMigrationsAsync());
        await context.Database.MigrateAsync();
    }

    [SkippableFact]
    public async Task The_database_itself_refuses_to_change_or_remove_what_is_only_added()
    {
        await using TestHub hub = await TestHub.StartAsync(await DatabaseAsync());
        using System.Net.Http.HttpClient worker = await hub.ClientAsync(TestHub.Worker);
        using System.Net.Http.HttpClient doctor = await hub.ClientAsync(TestHub.Doctor);
        TestDevice device = await hub.EnrolAsync(5);
        await device.PutAsync(worker, 1, device.Recording(1));
        await TestHub.ReviewAsync(doctor, device, 1, new { answer = "repeat", findings = new[] { "bigeminy" }, beats = new[] { new { sample = device.FirstBeat(1), @class = "V" } } });

        foreach (string table in new[] { "RecordContents", "Reviews", "ReviewedFindings", "ReviewedBeats", "Audit" })
        {
            string column = table switch { "RecordContents" => "Sequence", "ReviewedFindings" => "Code", "ReviewedBeats" => "Sample", _ => "Id" };
            Assert.True(await Count(hub, table) > 0);
            await Assert.ThrowsAnyAsync<DbException>(() => Run(hub, $"UPDATE \"{table}\" SET \"{column}\" = 99"));
            await Assert.ThrowsAnyAsync<DbException>(() => Run(hub, $"DELETE FROM \"{table}\""));
        }

        Assert.Equal(99, await Run(hub, "SELECT 99"));
        await Assert.ThrowsAsync<InvalidOperationException>(() => hub.WithAsync(async context =>
        {
            context.Audit.Remove(await context.Audit.FirstAsync());
            return await context.SaveChangesAsync();
        }));
    }

    [SkippableFact]
    public async Task Bytes_of_a_record_stay_out_of_what_lists_read()
    {
        await using HubContext context = HubDatabase.Parse(await DatabaseAsync()).Open();
        string sql = context.Records.Where(record => record.Waiting).ToQueryString();

        Assert.DoesNotContain("RecordContents", sql, StringComparison.Ordinal);
    }

    private static Task<int> Count(TestHub hub, string table) => Run(hub, $"SELECT COUNT(*) FROM \"{table}\"");

    private static async Task<int> Run(TestHub hub, string sql) => await hub.WithAsync(async context =>
    {
        DbConnection connection = context.Database.GetDbConnection();
        await context.Database.OpenConnectionAsync();
        await using DbCommand command = connection.CreateCommand();
        command.CommandText = sql;
        return Convert.ToInt32(await command.ExecuteScalarAsync() ?? 0, System.Globalization.CultureInfo.InvariantCulture);
    });
}

public sealed class SqliteDatabaseTests : DatabaseTests, IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("ecgchip-hub-").FullName;

    public void Dispose()
    {
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        Directory.Delete(folder, recursive: true);
    }

    protected override Task<string> DatabaseAsync() => Task.FromResult(Path.Combine(folder, "hub.db"));

    [Fact]
    public async Task What_SQLite_has_committed_is_on_the_disk()
    {
        await using HubContext context = HubDatabase.Parse(await DatabaseAsync()).Open();
        await context.Database.MigrateAsync();
        await context.Database.OpenConnectionAsync();

        Assert.Equal([2L], context.Database.SqlQueryRaw<long>("SELECT synchronous AS Value FROM pragma_synchronous"));
        Assert.Equal(["wal"], context.Database.SqlQueryRaw<string>("SELECT journal_mode AS Value FROM pragma_journal_mode"));
    }
}

[Collection(PostgresServer.Name)]
public sealed class PostgresDatabaseTests(PostgresServer server) : DatabaseTests
{
    protected override Task<string> DatabaseAsync() => server.DatabaseAsync();
}
