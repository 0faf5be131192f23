using System;
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Diagnostics;
using System.Linq;
using System.Net;
using System.Net.Http;
using System.Threading;
using System.Threading.Tasks;
using EcgChip.Hub.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace EcgChip.Hub.Load;

/// <summary>What an endurance run found.</summary>
/// <param name="Uploads">Records that were brought.</param>
/// <param name="HubKills">How often the hub was killed.</param>
/// <param name="DatabaseKills">How often its database was killed.</param>
/// <param name="Retries">Attempts that came to nothing and were made again.</param>
/// <param name="AlreadyThere">Of these the ones that had been stored though nobody heard so.</param>
/// <param name="Faults">What is lost, twice or damaged; none when all is well.</param>
/// <param name="Elapsed">How long it took.</param>
internal sealed record EnduranceResult(int Uploads, int HubKills, int DatabaseKills, int Retries, int AlreadyThere, IReadOnlyList<string> Faults, TimeSpan Elapsed);

/// <summary>
/// Brings records to a hub that is killed, and whose database is killed, at random moments meanwhile, as a sync that tries again until it hears that a record is stored; then looks that
/// everything that was answered as stored is there, once, bit for bit.
/// </summary>
internal sealed class Endurance(string database, string keys, ThrowawayPostgres? postgres, int seed)
{
    private const int Devices = 8;
    private const int Workers = 8;
    private const int LongestPauseMs = 20;
    private const int ShortestLife = 24;
    private const int LivesOfALongRun = 20;
    private const int LongestAimMs = 40;
    private const int OneInIsSentAgain = 10;
    private const int RetryMs = 60;

    private readonly ConcurrentDictionary<(int Device, int Sequence), byte[]> stored = new();
    private int begun;
    private int retries;
    private int alreadyThere;
    private int hubKills;
    private int databaseKills;

    /// <summary>Runs it.</summary>
    /// <param name="uploads">Records to bring.</param>
    /// <param name="cancellation">Ends it.</param>
    internal async Task<EnduranceResult> RunAsync(int uploads, CancellationToken cancellation)
    {
        Stopwatch elapsed = Stopwatch.StartNew();
        await using ServiceProvider services = await HubApp.ServicesAsync(new HubOptions { Database = database, Keys = keys }, cancellation);
        LoadFleet fleet = await LoadFleet.EnrolAsync(services, Devices, cancellation);
        await using HubProcess hub = new(database, keys);
        await hub.StartAsync(cancellation);
        using HubClient client = new(hub.Address, LoadFleet.Worker, fleet.Password);
        using CancellationTokenSource done = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        Task killing = KillAsync(hub, Math.Max(ShortestLife, 2 * uploads / LivesOfALongRun), done.Token);
        await Task.WhenAll(Enumerable.Range(0, Workers).Select(worker => BringAsync(client, fleet, uploads, new Random(seed + worker), cancellation)));
        await done.CancelAsync();
        await killing;
        if (postgres is { } server && !await AnswersAsync(cancellation))
        {
            await server.StartServerAsync(cancellation);
        }

        return new EnduranceResult(uploads, hubKills, databaseKills, retries, alreadyThere, await FaultsAsync(cancellation), elapsed.Elapsed);
    }

    private async Task BringAsync(HubClient client, LoadFleet fleet, int uploads, Random random, CancellationToken cancellation)
    {
        for (int i = Interlocked.Increment(ref begun) - 1; i < uploads; i = Interlocked.Increment(ref begun) - 1)
        {
            int device = i % Devices;
            int sequence = 1 + (i / Devices);
            byte[] record = new SyntheticRecording(seed + i) { Seconds = 10 + random.Next(50), VentricularPercent = random.Next(3) * 10 }.Sealed(fleet.Key(device), LoadFleet.Id(device), sequence);
            await UntilStoredAsync(client, device, sequence, record, cancellation);
            stored[(device, sequence)] = record;
            if (random.Next(OneInIsSentAgain) == 0)
            {
                await UntilStoredAsync(client, device, sequence, record, cancellation);
            }

            await Task.Delay(random.Next(LongestPauseMs), cancellation);
        }
    }

    private async Task UntilStoredAsync(HubClient client, int device, int sequence, byte[] record, CancellationToken cancellation)
    {
        for (int attempt = 0; ; attempt++)
        {
            try
            {
                HttpStatusCode answer = await client.PutAsync(LoadFleet.Id(device), sequence, record, cancellation);
                if (answer is HttpStatusCode.Created or HttpStatusCode.OK)
                {
                    Interlocked.Add(ref alreadyThere, attempt > 0 && answer == HttpStatusCode.OK ? 1 : 0);
                    return;
                }

                if ((int)answer < (int)HttpStatusCode.InternalServerError)
                {
                    throw new HubException($"The hub answered {(int)answer} to record {sequence}, which it should take.");
                }
            }
            catch (Exception exception) when (exception is HttpRequestException or OperationCanceledException && !cancellation.IsCancellationRequested)
            {
                // It was killed: a sync tries again.
            }

            Interlocked.Increment(ref retries);
            await Task.Delay(RetryMs, cancellation);
        }
    }

    // One or the other, or both, in the middle of some record that nobody chose; what was killed is started again, as a service is.
    private async Task KillAsync(HubProcess hub, int longestLife, CancellationToken cancellation)
    {
        Random random = new(seed);
        try
        {
            while (true)
            {
                int last = Volatile.Read(ref begun) + random.Next(1, longestLife);
                while (Volatile.Read(ref begun) < last)
                {
                    await Task.Delay(1, cancellation);
                }

                await Task.Delay(random.Next(LongestAimMs), cancellation);
                int which = postgres is null ? 0 : random.Next(3);
                if (which != 1)
                {
                    hub.Kill();
                    hubKills++;
                }

                if (which > 0)
                {
                    postgres!.Kill();
                    databaseKills++;
                    await postgres.StartServerAsync(CancellationToken.None);
                }

                await hub.StartAsync(CancellationToken.None);
            }
        }
        catch (OperationCanceledException)
        {
            // All records are stored.
        }
    }

    private async Task<bool> AnswersAsync(CancellationToken cancellation)
    {
        await using HubContext context = HubDatabase.Parse(database).Open();
        return await context.Database.CanConnectAsync(cancellation);
    }

    private async Task<List<string>> FaultsAsync(CancellationToken cancellation)
    {
        List<string> faults = [];
        await using HubContext context = HubDatabase.Parse(database).Open();
        Dictionary<(long, int), byte[]> contents = await context.Contents.AsNoTracking().ToDictionaryAsync(each => (each.DeviceId, each.Sequence), each => each.Bytes, cancellation);
        HashSet<(long, int)> rows = [.. (await context.Records.AsNoTracking().Select(each => new { each.DeviceId, each.Sequence }).ToListAsync(cancellation)).Select(each => (each.DeviceId, each.Sequence))];
        Dictionary<(long, int), int> findings = (await context.Findings.AsNoTracking().ToListAsync(cancellation)).GroupBy(each => (each.DeviceId, each.Sequence)).ToDictionary(each => each.Key, each => each.Count());
        foreach (((int device, int sequence), byte[] record) in stored)
        {
            (long, int) key = (LoadFleet.Id(device), sequence);
            if (!rows.Contains(key) || !contents.TryGetValue(key, out byte[]? bytes))
            {
                faults.Add($"record {sequence} of device {device} is lost");
            }
            else if (!bytes.AsSpan().SequenceEqual(record))
            {
                faults.Add($"record {sequence} of device {device} has other bytes");
            }
            else if (findings.GetValueOrDefault(key) != Formats.Recordings.StoredRecording.Read(record).Findings.Count)
            {
                faults.Add($"record {sequence} of device {device} lacks findings");
            }
        }

        if (rows.Count != stored.Count || contents.Count != stored.Count)
        {
            faults.Add($"{stored.Count} records were answered as stored, {rows.Count} rows and {contents.Count} contents are there");
        }

        return faults;
    }
}
