using System;
using System.CommandLine;
using System.IO;
using System.Threading;
using System.Threading.Tasks;
using EcgChip.Hub.Load;

namespace EcgChip.Hub.Commands;

/// <summary><c>endure</c>: kills the hub and its database while records come in, and looks what is left.</summary>
internal static class EndureCommand
{
    private const int UsualUploads = 1000;

    internal static Command Create()
    {
        Option<int> uploads = new("--uploads") { Description = "Records to bring.", DefaultValueFactory = _ => UsualUploads };
        Option<bool> sqlite = new("--sqlite") { Description = "With SQLite, of which only the hub is killed, instead of a throw-away PostgreSQL." };
        Option<int?> seed = new("--seed") { Description = "Makes the same kills at the same times. Default: drawn." };
        Command command = new("endure", "Kills a hub and its PostgreSQL at random moments while records are brought, then looks that all that were answered as stored are there, once and bit for bit. Touches no other hub.")
        {
            uploads, sqlite, seed,
        };
        command.SetAction((parsed, cancellation) => RunAsync(parsed.GetValue(uploads), parsed.GetValue(sqlite), parsed.GetValue(seed) ?? Environment.TickCount, cancellation));
        return command;
    }

    private static async Task<int> RunAsync(int uploads, bool sqlite, int seed, CancellationToken cancellation)
    {
        string folder = Directory.CreateTempSubdirectory("ecgchip-endure-").FullName;
        ThrowawayPostgres? postgres = sqlite ? null : await ThrowawayPostgres.StartAsync(cancellation);
        try
        {
            string database = postgres is null ? Path.Combine(folder, "hub.db") : await postgres.CreateDatabaseAsync("endure", cancellation);
            EnduranceResult result = await new Endurance(database, Path.Combine(folder, "keys"), postgres, seed).RunAsync(uploads, cancellation);
            Console.WriteLine(
                FormattableString.Invariant($"{result.Uploads} records in {result.Elapsed.TotalSeconds:0} s (seed {seed}): the hub was killed {result.HubKills} times, its database {result.DatabaseKills} times; ")
                + FormattableString.Invariant($"{result.Retries} attempts were made again, {result.AlreadyThere} of which had been stored unheard."));
            foreach (string fault in result.Faults)
            {
                Console.WriteLine($"FAULT: {fault}.");
            }

            Console.WriteLine(result.Faults.Count == 0 ? "Nothing is lost, nothing is there twice." : $"{result.Faults.Count} faults.");
            return result.Faults.Count == 0 ? 0 : 1;
        }
        finally
        {
            if (postgres is not null)
            {
                await postgres.DisposeAsync();
            }

            Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
            Directory.Delete(folder, recursive: true);
        }
    }
}
