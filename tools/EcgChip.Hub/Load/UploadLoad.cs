using System;
using System.Collections.Concurrent;
using System.Diagnostics;
using System.Linq;
using System.Net;
using System.Threading;
using System.Threading.Tasks;

namespace EcgChip.Hub.Load;

/// <summary>Brings a fleet's recordings to a hub as fast as it takes them.</summary>
internal sealed class UploadLoad(Uri address, LoadFleet fleet)
{
    private const int Drafts = 16;
    private static readonly DateTime FirstStart = new(2026, 1, 1, 6, 0, 0, DateTimeKind.Utc);
    private static readonly TimeSpan BetweenRecordings = TimeSpan.FromHours(4);

    /// <summary>Brings them.</summary>
    /// <param name="eachDevice">Recordings of each device.</param>
    /// <param name="clients">Syncs at the same time.</param>
    /// <param name="progress">Told now and then how many are brought.</param>
    /// <param name="cancellation">Ends it.</param>
    /// <returns>Uploads a second, how long one took, and the bytes of all.</returns>
    internal async Task<(double Rate, Timing Timing, long Bytes)> RunAsync(int eachDevice, int clients, Action<int> progress, CancellationToken cancellation)
    {
        using HubClient client = new(address, LoadFleet.Worker, fleet.Password);
        ConcurrentBag<double[]> times = [];
        long bytes = 0;
        int nextDevice = -1;
        int brought = 0;
        Stopwatch all = Stopwatch.StartNew();
        await Task.WhenAll(Enumerable.Range(0, clients).Select(number => Task.Run(
            async () =>
            {
                // What differs from record to record of one device is drawn anew; the ECG itself is one of a few, since drawing costs more than bringing.
                RecordDraft[] drafts = [.. Enumerable.Range(0, Drafts).Select(i => new RecordDraft((number * Drafts) + i))];
                for (int device = Interlocked.Increment(ref nextDevice); device < fleet.Count; device = Interlocked.Increment(ref nextDevice))
                {
                    double[] took = new double[eachDevice];
                    for (int i = 0; i < eachDevice; i++)
                    {
                        byte[] record = drafts[i % Drafts].Sealed(fleet.Key(device), LoadFleet.Id(device), 1 + i, FirstStart + (i * BetweenRecordings));
                        long from = Stopwatch.GetTimestamp();
                        HttpStatusCode answer = await client.PutAsync(LoadFleet.Id(device), 1 + i, record, cancellation);
                        took[i] = Stopwatch.GetElapsedTime(from).TotalMilliseconds;
                        if (answer != HttpStatusCode.Created)
                        {
                            throw new HubException($"The hub answered {(int)answer} to a new record.");
                        }

                        Interlocked.Add(ref bytes, record.Length);
                    }

                    times.Add(took);
                    progress(Interlocked.Add(ref brought, eachDevice));
                }
            },
            cancellation)));
        double seconds = all.Elapsed.TotalSeconds;
        double[] milliseconds = [.. times.SelectMany(each => each)];
        return (milliseconds.Length / seconds, Timing.Of("upload", milliseconds), bytes);
    }
}
