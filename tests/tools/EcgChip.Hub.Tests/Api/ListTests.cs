using System;
using System.Collections.Generic;
using System.Linq;
using System.Net.Http;
using System.Net.Http.Json;
using System.Text.Json;
using System.Threading.Tasks;
using EcgChip.Hub.Data;
using EcgChip.Hub.Listing;
using EcgChip.Hub.Tests.Running;
using Microsoft.Extensions.DependencyInjection;

namespace EcgChip.Hub.Tests.Api;

/// <summary>Lists against a plain search through all rows, on every kind of database.</summary>
public abstract class ListTests
{
    private const int Rows = 400;
    private const int Lists = 60;
    private static readonly DateTime Start = new(2026, 1, 1, 0, 0, 0, DateTimeKind.Utc);
    private static readonly string[] Villages = ["Kibera", "Mathare", ""];

    protected abstract Task<string?> DatabaseAsync();

    [SkippableFact]
    public async Task Any_filter_paged_in_any_steps_gives_each_recording_once_and_newest_first()
    {
        await using TestHub hub = await TestHub.StartAsync(await DatabaseAsync());
        Random random = new(7);
        List<StoredRecord> all = await FillAsync(hub, random);
        for (int i = 0; i < Lists; i++)
        {
            RecordFilter filter = new()
            {
                Waiting = random.Next(3) > 0,
                Answer = random.Next(3) == 0 ? (ListedAnswer)random.Next(3) : null,
                Finding = random.Next(3) == 0 ? random.Next(1, 5) : null,
                Device = random.Next(4) == 0 ? random.Next(-2, 3) : null,
                Village = random.Next(3) == 0 ? Villages[random.Next(3)] : null,
                From = random.Next(3) == 0 ? DateOnly.FromDateTime(Start.AddDays(random.Next(10))) : null,
                To = random.Next(3) == 0 ? DateOnly.FromDateTime(Start.AddDays(random.Next(10))) : null,
            };
            (long, int)[] expected = [.. all.Where(record => Fits(record, filter)).OrderByDescending(record => record.ListedAt).ThenByDescending(record => record.DeviceId)
                .ThenByDescending(record => record.Sequence).Select(record => (record.DeviceId, record.Sequence))];

            List<(long, int)> listed = [];
            ListPlace? place = null;
            do
            {
                await using AsyncServiceScope scope = hub.Services.CreateAsyncScope();
                RecordPage page = await scope.ServiceProvider.GetRequiredService<RecordList>().PageAsync(filter, place, random.Next(1, 60), default);
                listed.AddRange(page.Records.Select(record => (record.DeviceId, record.Sequence)));
                Assert.All(page.Records, record => Assert.Equal(
                    all.Single(each => (each.DeviceId, each.Sequence) == (record.DeviceId, record.Sequence)).Findings.Select(finding => finding.Code), record.Findings.Select(finding => finding.Code)));
                place = page.Next is { } next ? ListPlace.Parse(next.ToString()) : null;
                Assert.Equal(page.Next, place);
            }
            while (place is not null);
            Assert.Equal(expected, listed);
        }
    }

    [SkippableFact]
    public async Task The_fleet_and_the_list_tell_what_came()
    {
        await using TestHub hub = await TestHub.StartAsync(await DatabaseAsync());
        using HttpClient worker = await hub.ClientAsync(TestHub.Worker);
        using HttpClient administrator = await hub.ClientAsync(TestHub.Administrator);
        using HttpClient doctor = await hub.ClientAsync(TestHub.Doctor);
        string key = new('a', 64);
        Assert.Equal(201, (int)(await administrator.PutAsJsonAsync("/api/devices/00000000000000AB", new { key, village = "Kibera" })).StatusCode);
        Assert.Equal(204, (int)(await administrator.PutAsJsonAsync("/api/devices/00000000000000ab", new { key, village = "Mathare" })).StatusCode);
        Assert.Equal(409, (int)(await administrator.PutAsJsonAsync("/api/devices/00000000000000AB", new { key = new string('b', 64) })).StatusCode);
        Assert.Equal(422, (int)(await administrator.PutAsJsonAsync("/api/devices/00000000000000AB", new { key = "abc" })).StatusCode);
        TestDevice device = new(0xAB, Convert.FromHexString(key));
        await device.PutAsync(worker, 1, device.Recording(1, start: Start));
        await device.PutAsync(worker, 2, device.Seal(2, SelfTests.Record(0xAB, 2, batteryMillivolts: 3900)));
        await device.PutAsync(worker, 3, device.Seal(3, SelfTests.Record(0xAB, 3, batteryMillivolts: 2000)));
        (await worker.PutAsJsonAsync("/api/devices/00000000000000AB/status", new
        {
            firmware = "1.2.3",
            batteryMillivolts = 3900,
            clock = Start,
            records = 3,
            models = new[] { new { role = "live", name = "bedside", hash = "7f305bfbd21bdc89" } },
        })).EnsureSuccessStatusCode();

        JsonElement fleet = (await worker.GetFromJsonAsync<JsonElement>("/api/devices"))[0];
        JsonElement records = (await doctor.GetFromJsonAsync<JsonElement>("/api/records")).GetProperty("records");
        Assert.Equal(1, (await doctor.GetFromJsonAsync<JsonElement>("/api/records?answer=no-finding&waiting=true&village=Mathare")).GetProperty("records").GetArrayLength());
        Assert.Equal(0, (await doctor.GetFromJsonAsync<JsonElement>("/api/records?answer=show-a-doctor")).GetProperty("records").GetArrayLength());
        Assert.Equal(422, (int)(await doctor.GetAsync("/api/records?answer=nonsense")).StatusCode);
        JsonElement audit = await administrator.GetFromJsonAsync<JsonElement>("/api/audit");

        Assert.Equal("Mathare", fleet.GetProperty("village").GetString());
        Assert.Equal(3900, fleet.GetProperty("batteryMillivolts").GetInt32());
        Assert.Equal(TestHub.Worker, fleet.GetProperty("lastSyncBy").GetString());
        Assert.Equal("live bedside 7f305bfbd21bdc89", fleet.GetProperty("models")[0].GetString());
        Assert.Equal((3, 1), (fleet.GetProperty("selfTestSequence").GetInt32(), fleet.GetProperty("selfTestFailures").GetInt32()));
        Assert.Equal(1, records.GetArrayLength());
        Assert.Equal("Mathare", records[0].GetProperty("village").GetString());
        Assert.Equal(10, records[0].GetProperty("seconds").GetDouble());
        Assert.Contains(audit.EnumerateArray(), entry => entry.GetProperty("action").GetString() == "listed" && entry.GetProperty("user").GetString() == TestHub.Doctor);
        Assert.Equal(2, audit.EnumerateArray().Count(entry => entry.GetProperty("action").GetString() == "enrolled"));
    }

    private static bool Fits(StoredRecord record, RecordFilter filter) => record.Kind != RecordKind.SelfTest && record.Waiting == filter.Waiting
        && (filter.Answer is null || record.Answer == filter.Answer) && (filter.Finding is null || record.Findings.Any(finding => finding.Code == filter.Finding))
        && (filter.Device is null || record.DeviceId == filter.Device) && (filter.Village is null || record.Village == filter.Village)
        && (filter.From is null || DateOnly.FromDateTime(record.ListedAt) >= filter.From) && (filter.To is null || DateOnly.FromDateTime(record.ListedAt) <= filter.To);

    // Times fall together often, ids are below 0, too: what an order that is not whole gets wrong.
    private static async Task<List<StoredRecord>> FillAsync(TestHub hub, Random random) => await hub.WithAsync(async context =>
    {
        List<StoredRecord> all = [];
        foreach (int id in new[] { -2, -1, 1, 2 })
        {
            context.Devices.Add(new EcgChip.Hub.Data.Device { Id = id, ProtectedKey = [1], Village = "" });
        }

        for (int i = 0; i < Rows; i++)
        {
            DateTime at = Start.AddHours(random.Next(240));
            StoredRecord record = new()
            {
                DeviceId = new[] { -2, -1, 1, 2 }[i % 4],
                Sequence = 1 + i,
                Kind = random.Next(12) == 0 ? RecordKind.SelfTest : RecordKind.Recording,
                ReceivedAt = at,
                ReceivedFrom = "",
                ListedAt = at,
                Village = Villages[random.Next(3)],
                Waiting = random.Next(3) > 0,
                Answer = (ListedAnswer)random.Next(3),
                Models = "",
                Sha256 = [],
            };
            foreach (int code in Enumerable.Range(1, 4).Where(_ => random.Next(4) == 0))
            {
                record.Findings.Add(new RecordFinding { Place = record.Findings.Count, Code = code, ListedAt = at, Waiting = record.Waiting });
            }

            all.Add(record);
        }

        context.Records.AddRange(all);
        await context.SaveChangesAsync();
        return all;
    });
}

public sealed class SqliteListTests : ListTests
{
    protected override Task<string?> DatabaseAsync() => Task.FromResult<string?>(null);
}

[Collection(PostgresServer.Name)]
public sealed class PostgresListTests(PostgresServer server) : ListTests
{
    protected override async Task<string?> DatabaseAsync() => await server.DatabaseAsync();
}
