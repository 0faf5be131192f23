using System;
using System.IO;
using System.Threading.Tasks;
using EcgChip.Hub.Load;

namespace EcgChip.Hub.Tests.Intake;

/// <summary>Kills in the middle of it all; the long form is the command <c>endure</c>.</summary>
public class EnduranceTests
{
    private const int Uploads = 50;

    [SkippableFact]
    public async Task A_hub_and_a_PostgreSQL_that_are_killed_meanwhile_lose_nothing_and_keep_nothing_twice()
    {
        Skip.If(ThrowawayPostgres.Programs is null, "Needs PostgreSQL: apt-get install postgresql.");
        ThrowawayPostgres postgres = await ThrowawayPostgres.StartAsync();
        await using (postgres)
        {
            await EndureAsync(await postgres.CreateDatabaseAsync("endure"), postgres);
        }
    }

    [Fact]
    public async Task A_hub_with_SQLite_that_is_killed_meanwhile_loses_nothing_and_keeps_nothing_twice() => await EndureAsync(null, null);

    private static async Task EndureAsync(string? database, ThrowawayPostgres? postgres)
    {
        string folder = Directory.CreateTempSubdirectory("ecgchip-endure-").FullName;
        try
        {
            EnduranceResult result = await new Endurance(database ?? Path.Combine(folder, "hub.db"), Path.Combine(folder, "keys"), postgres, Environment.TickCount).RunAsync(Uploads, default);

            Assert.Empty(result.Faults);
            Assert.True(result.HubKills + result.DatabaseKills > 0);
        }
        finally
        {
            Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
            Directory.Delete(folder, recursive: true);
        }
    }
}
