using System;
using System.Collections.Generic;
using System.CommandLine;
using System.Diagnostics;
using System.IO;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using EcgChip.Hub.Data;
using EcgChip.Hub.Load;
using Microsoft.AspNetCore.Builder;

namespace EcgChip.Hub.Commands;

/// <summary><c>load</c>: fills a PostgreSQL with a fleet's recordings and measures what the hub does with them.</summary>
internal static class LoadCommand
{
    private const int UsualDevices = 5000;
    private const int UsualEach = 40;
    private const int UsualRows = 1_000_000;
    private const int UsualClients = 16;
    private const int UsualLooks = 200;
    private const int Days = 180;
    private const double WeeksOfYear = 365.25 / 7;
    private const double Gigabyte = 1e9;

    internal static Command Create(HubCommandOptions options)
    {
        Option<int> devices = new("--devices") { Description = "Devices.", DefaultValueFactory = _ => UsualDevices };
        Option<int> each = new("--each") { Description = "Recordings of 60 s that each brings: a week's.", DefaultValueFactory = _ => UsualEach };
        Option<int> rows = new("--rows") { Description = "Recordings in the lists; those above what is brought are rows without bytes.", DefaultValueFactory = _ => UsualRows };
        Option<int> clients = new("--clients") { Description = "Syncs at the same time.", DefaultValueFactory = _ => UsualClients };
        Option<int> looks = new("--looks") { Description = "Pages of each list.", DefaultValueFactory = _ => UsualLooks };
        Command command = new("load", "Brings a week's recordings of a fleet to a hub with PostgreSQL, fills its lists, and measures both. --db names an empty database; without it, a throw-away PostgreSQL is started.")
        {
            devices, each, rows, clients, looks,
        };
        command.SetAction((parsed, cancellation) => RunAsync(
            options.Stored(parsed),
            new Wish(parsed.GetValue(devices), parsed.GetValue(each), parsed.GetValue(rows), parsed.GetValue(clients), parsed.GetValue(looks)), cancellation));
        return command;
    }

    private static async Task<int> RunAsync(HubOptions options, Wish wish, CancellationToken cancellation)
    {
        ThrowawayPostgres? postgres = options.Database is null ? await ThrowawayPostgres.StartAsync(cancellation) : null;
        string folder = Directory.CreateTempSubdirectory("ecgchip-load-").FullName;
        try
        {
            string database = options.Database ?? await postgres!.CreateDatabaseAsync("load", cancellation);
            if (!HubDatabase.Parse(database).IsPostgres)
            {
                throw new HubException("Load is measured with PostgreSQL: give --db \"Host=...\", or leave it out.");
            }

            await MeasureAsync(database, folder, wish, cancellation);
            return 0;
        }
        finally
        {
            if (postgres is not null)
            {
                await postgres.DisposeAsync();
            }

            Directory.Delete(folder, recursive: true);
        }
    }

    private static async Task MeasureAsync(string name, string folder, Wish wish, CancellationToken cancellation)
    {
        HubDatabase database = HubDatabase.Parse(name);
        WebApplication hub = await HubApp.CreateAsync(new HubOptions { Database = name, Keys = Path.Combine(folder, "keys"), Urls = "http://127.0.0.1:0" }, cancellation);
        await using (hub)
        {
            await hub.StartAsync(cancellation);
            Uri address = new(hub.Urls.First());
            LoadFleet fleet = await LoadFleet.EnrolAsync(hub.Services, wish.Devices, cancellation);
            Stopwatch progress = Stopwatch.StartNew();
            (double rate, Timing upload, long bytes) = await new UploadLoad(address, fleet).RunAsync(wish.Each, wish.Clients, count => Progress(progress, count), cancellation);
            Console.WriteLine(FormattableString.Invariant($"{upload.Count} recordings of {wish.Devices} devices, {wish.Clients} syncs at a time: {rate:0} uploads/s."));
            Say(upload);
            await SizesAsync(database, upload.Count, bytes, wish, cancellation);
            int more = wish.Rows - upload.Count;
            if (more > 0)
            {
                await BulkRows.AddAsync(database, wish.Devices, more, Days, cancellation);
            }

            Console.WriteLine(FormattableString.Invariant($"Lists over {Math.Max(wish.Rows, upload.Count)} recordings, 30 a page, 4 doctors at a time:"));
            foreach (Timing timing in await new ListLoad(address, fleet).RunAsync(wish.Looks, Days, cancellation))
            {
                Say(timing);
            }
        }
    }

    private static async Task SizesAsync(HubDatabase database, int recordings, long bytes, Wish wish, CancellationToken cancellation)
    {
        IReadOnlyDictionary<string, long> sizes = await TableSizes.OfAsync(database, cancellation);
        double each = (double)sizes.Where(size => size.Key != "Audit").Sum(size => size.Value) / recordings;
        double year = wish.Devices * UsualEach * WeeksOfYear;
        Console.WriteLine(FormattableString.Invariant($"A record has {(double)bytes / recordings:0} bytes; in the database a recording takes {each:0}: ")
            + string.Join(", ", sizes.OrderBy(size => size.Key, StringComparer.Ordinal).Select(size => FormattableString.Invariant($"{size.Key} {(double)size.Value / recordings:0}"))) + ".");
        Console.WriteLine(FormattableString.Invariant($"A year of {wish.Devices} devices with {UsualEach} a week: {year / 1e6:0.0} million recordings, {each * year / Gigabyte:0} GB."));
    }

    private static void Say(Timing timing) =>
        Console.WriteLine(FormattableString.Invariant($"  {timing.What,-24} {timing.Count,7} times: median {timing.Median,6:0.0} ms, p99 {timing.P99,7:0.0} ms, worst {timing.Worst,7:0.0} ms"));

    // To a terminal only, and not more often than one can read.
    private static void Progress(Stopwatch since, int count)
    {
        if (!Console.IsErrorRedirected && since.ElapsedMilliseconds > 500)
        {
            since.Restart();
            Console.Error.Write(FormattableString.Invariant($"\r{count} recordings brought "));
        }
    }

    private sealed record Wish(int Devices, int Each, int Rows, int Clients, int Looks);
}
