using System;
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Diagnostics;
using System.Globalization;
using System.Linq;
using System.Net.Http;
using System.Threading;
using System.Threading.Tasks;

namespace EcgChip.Hub.Load;

/// <summary>Looks at lists as doctors do: with every filter, on first pages and further ones, each page with a query of its own.</summary>
internal sealed class ListLoad(Uri address, LoadFleet fleet)
{
    private const int Clients = 4;
    private static readonly DateTime LastDay = new(2026, 1, 1, 0, 0, 0, DateTimeKind.Utc);

    /// <summary>Looks.</summary>
    /// <param name="each">How often with each filter.</param>
    /// <param name="days">Days that the recordings lie back.</param>
    /// <param name="cancellation">Ends it.</param>
    internal async Task<IReadOnlyList<Timing>> RunAsync(int each, int days, CancellationToken cancellation)
    {
        (string What, Func<Random, string> Query)[] lists =
        [
            ("list, first page", _ => ""),
            ("list, anywhere", random => $"after={After(random, days)}"),
            ("by answer, anywhere", random => $"answer={Pick(random, "show-a-doctor", "no-finding", "repeat")}&after={After(random, days)}"),
            ("by common finding", random => $"finding=ventricular-ectopy&after={After(random, days)}"),
            ("by rare finding", random => $"finding={Pick(random, "wide-tachycardia", "long-pause")}&after={After(random, days)}"),
            ("by finding never found", _ => "finding=supraventricular-run"),
            ("by device", random => $"device={Devices.DeviceId.Text(LoadFleet.Id(random.Next(fleet.Count)))}"),
            ("by village", random => $"village={Uri.EscapeDataString(LoadFleet.Village(random.Next(fleet.Count)))}"),
            ("by village and finding", random => $"finding=tachycardia&village={Uri.EscapeDataString(LoadFleet.Village(random.Next(fleet.Count)))}"),
            ("by day", random => $"from={Day(random, days):yyyy-MM-dd}&to={Day(random, days):yyyy-MM-dd}"),
            ("by day and answer", random => $"answer=show-a-doctor&to={Day(random, days):yyyy-MM-dd}"),
            ("reviewed", _ => "waiting=false"),
        ];
        using HubClient client = new(address, LoadFleet.Doctor, fleet.Password);
        List<Timing> timings = [];
        List<double> everything = [];
        foreach ((string what, Func<Random, string> query) in lists)
        {
            ConcurrentBag<double> took = [];
            await Task.WhenAll(Enumerable.Range(0, Clients).Select(number => Task.Run(
                async () =>
                {
                    Random random = new(number);
                    for (int i = 0; i < each / Clients; i++)
                    {
                        string path = $"/api/records?limit=30&{query(random)}";
                        long from = Stopwatch.GetTimestamp();
                        using HttpResponseMessage answer = await client.SendAsync(() => new HttpRequestMessage(HttpMethod.Get, path), cancellation);
                        answer.EnsureSuccessStatusCode();
                        await answer.Content.ReadAsByteArrayAsync(cancellation);
                        took.Add(Stopwatch.GetElapsedTime(from).TotalMilliseconds);
                    }
                },
                cancellation)));
            timings.Add(Timing.Of(what, took));
            everything.AddRange(took);
        }

        timings.Add(Timing.Of("all of these", everything));
        return timings;
    }

    private static DateTime Day(Random random, int days) => LastDay.AddDays(-random.Next(days));

    private static string After(Random random, int days) => string.Create(
        CultureInfo.InvariantCulture, $"{Clock.UnixMs(Day(random, days).AddMinutes(random.Next(1440)))}-{Devices.DeviceId.Text(LoadFleet.Id(0))}-1");

    private static string Pick(Random random, params string[] from) => from[random.Next(from.Length)];
}
