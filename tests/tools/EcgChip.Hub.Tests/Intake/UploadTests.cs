using System;
using System.Collections.Concurrent;
using System.Linq;
using System.Net;
using System.Net.Http;
using System.Net.Http.Json;
using System.Security.Cryptography;
using System.Text.Json;
using System.Threading.Tasks;
using EcgChip.Hub.Data;
using EcgChip.Hub.Intake;
using EcgChip.Hub.Tests.Running;
using Microsoft.EntityFrameworkCore;

namespace EcgChip.Hub.Tests.Intake;

/// <summary>What holds for every database; each has a class below.</summary>
public abstract class UploadTests : IAsyncLifetime
{
    private TestHub hub = null!;
    private HttpClient worker = null!;
    private TestDevice device = null!;

    protected abstract Task<string?> DatabaseAsync();

    public async Task InitializeAsync()
    {
        hub = await TestHub.StartAsync(await DatabaseAsync());
        worker = await hub.ClientAsync(TestHub.Worker);
        device = await hub.EnrolAsync(0x0123456789ABCDEF);
    }

    public async Task DisposeAsync()
    {
        if (hub is not null)
        {
            await hub.DisposeAsync();
        }
    }

    [SkippableFact]
    public async Task A_record_is_stored_bit_for_bit_and_once_however_often_it_comes()
    {
        byte[] record = device.Recording(1, start: new DateTime(2026, 3, 4, 5, 6, 7, DateTimeKind.Utc), patient: 12, ventricular: 20, seconds: 30);

        Assert.Equal(HttpStatusCode.Created, (await device.PutAsync(worker, 1, record)).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await device.PutAsync(worker, 1, record)).StatusCode);

        StoredRecord row = await hub.WithAsync(context => context.Records.Include(each => each.Content).Include(each => each.Findings).SingleAsync());
        Assert.Equal(record, row.Content!.Bytes);
        Assert.Equal((RecordKind.Recording, RecordHealth.Sound, true), (row.Kind, row.Health, row.Waiting));
        Assert.Equal(new DateTime(2026, 3, 4, 5, 6, 7, DateTimeKind.Utc), row.StartedAt);
        Assert.Equal(DateTimeKind.Utc, row.StartedAt!.Value.Kind);
        Assert.Equal((12, 72, 30 * 125), (row.PatientNumber, row.MeanHeartRate, row.SampleCount));
        Assert.Equal(TestHub.Worker, row.ReceivedFrom);
        Assert.Equal("Kibera", row.Village);
        Assert.StartsWith("live bedside 7f305bfbd21bdc89\n", row.Models, StringComparison.Ordinal);
        Assert.Equal([8, 11], row.Findings.OrderBy(each => each.Place).Select(each => each.Code));
        Assert.Equal(ListedAnswer.ShowADoctor, row.Answer);
    }

    [SkippableFact]
    public async Task Other_bytes_under_a_number_are_refused_and_the_first_ones_stay()
    {
        byte[] first = device.Recording(1, seed: 1);
        await device.PutAsync(worker, 1, first);

        using HttpResponseMessage answer = await device.PutAsync(worker, 1, device.Recording(1, seed: 2));

        Assert.Equal(HttpStatusCode.Conflict, answer.StatusCode);
        Assert.Equal("application/problem+json", answer.Content.Headers.ContentType?.MediaType);
        Assert.Equal(first, await hub.WithAsync(context => context.Contents.Select(each => each.Bytes).SingleAsync()));
    }

    [SkippableFact]
    public async Task What_is_not_genuine_is_refused_and_nothing_of_it_is_stored()
    {
        byte[] record = device.Recording(3);
        TestDevice other = await hub.EnrolAsync(0x1122334455667788);
        (int Sequence, byte[] Bytes)[] wrong =
        [
            (4, record),
            (3, record[..^1]),
            (3, record[..^40]),
            (3, []),
            (3, [.. record[..100], (byte)(record[100] ^ 1), .. record[101..]]),
            (3, other.Recording(3)),
            (3, device.Seal(3, new byte[RecordIntake.LargestBytes])),
        ];

        foreach ((int sequence, byte[] bytes) in wrong)
        {
            using HttpResponseMessage answer = await device.PutAsync(worker, sequence, bytes);
            Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
            Assert.Equal("application/problem+json", answer.Content.Headers.ContentType?.MediaType);
            Assert.False(string.IsNullOrEmpty((await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("detail").GetString()));
        }

        Assert.Equal(0, await hub.WithAsync(context => context.Records.CountAsync()));
        Assert.Equal(wrong.Length, await hub.WithAsync(context => context.Audit.CountAsync(entry => entry.Action == "refused")));
    }

    [SkippableFact]
    public async Task A_device_that_is_not_enrolled_is_unknown()
    {
        TestDevice stranger = new(77, RandomNumberGenerator.GetBytes(32));

        Assert.Equal(HttpStatusCode.NotFound, (await stranger.PutAsync(worker, 1, stranger.Recording(1))).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await worker.GetAsync("/api/devices/0000000000000000/records")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await worker.GetAsync("/api/devices/nonsense/records")).StatusCode);
    }

    [SkippableFact]
    public async Task Damaged_records_are_kept_and_marked()
    {
        byte[] sound = device.Recording(1)[..^40];
        byte[] badChecksum = [.. sound];
        badChecksum[500] ^= 4;
        byte[] newer = [.. sound];
        newer[4] = 2;
        byte[] noise = [9, 8, 7];
        (byte[] Bytes, RecordKind Kind, RecordHealth Health)[] damaged =
        [
            (badChecksum, RecordKind.Recording, RecordHealth.Damaged),
            (sound[..300], RecordKind.Recording, RecordHealth.Damaged),
            (newer, RecordKind.Recording, RecordHealth.NewerVersion),
            (noise, RecordKind.Unreadable, RecordHealth.Damaged),
            (RandomNumberGenerator.GetBytes(2000), RecordKind.Unreadable, RecordHealth.Damaged),
            (sound, RecordKind.Recording, RecordHealth.OtherOrigin),
            ([.. "ECGT"u8, 1, 0, 0, 0, 20, 0, 0, 0, 1, 2, 3, 4, 5, 6, 7, 8], RecordKind.SelfTest, RecordHealth.Damaged),
        ];

        for (int i = 0; i < damaged.Length; i++)
        {
            Assert.Equal(HttpStatusCode.Created, (await device.PutAsync(worker, 10 + i, device.Seal(10 + i, damaged[i].Bytes))).StatusCode);
            StoredRecord row = await hub.WithAsync(context => context.Records.Include(each => each.Content).SingleAsync(each => each.Sequence == 10 + i));
            Assert.Equal((damaged[i].Kind, damaged[i].Health), (row.Kind, row.Health));
            Assert.Equal(device.Seal(10 + i, damaged[i].Bytes), row.Content!.Bytes);
        }
    }

    [SkippableFact]
    public async Task The_hub_tells_which_records_it_has_in_runs()
    {
        foreach (int sequence in new[] { 1, 2, 3, 5, 9, 10 })
        {
            await device.PutAsync(worker, sequence, device.Recording(sequence));
        }

        JsonElement have = (await worker.GetFromJsonAsync<JsonElement>($"/api/devices/{device.Name}/records")).GetProperty("have");

        Assert.Equal("[[1,3],[5,5],[9,10]]", have.GetRawText());
    }

    [SkippableFact]
    public async Task The_same_record_brought_by_many_at_once_is_there_once_and_all_hear_so()
    {
        byte[] record = device.Recording(1, seconds: 60);
        ConcurrentBag<HttpStatusCode> answers = [];

        await Parallel.ForEachAsync(Enumerable.Range(0, 24), new ParallelOptions { MaxDegreeOfParallelism = 12 }, async (_, _) =>
        {
            using HttpResponseMessage answer = await device.PutAsync(worker, 1, record);
            answers.Add(answer.StatusCode);
        });

        Assert.Equal(1, answers.Count(each => each == HttpStatusCode.Created));
        Assert.Equal(23, answers.Count(each => each == HttpStatusCode.OK));
        Assert.Equal(1, await hub.WithAsync(context => context.Contents.CountAsync()));
    }

    [SkippableFact]
    public async Task Two_records_that_fight_for_a_number_leave_one_whole()
    {
        byte[][] records = [device.Recording(1, seed: 1), device.Recording(1, seed: 2)];
        ConcurrentBag<HttpStatusCode> answers = [];

        await Parallel.ForEachAsync(Enumerable.Range(0, 12), new ParallelOptions { MaxDegreeOfParallelism = 12 }, async (i, _) =>
        {
            using HttpResponseMessage answer = await device.PutAsync(worker, 1, records[i % 2]);
            answers.Add(answer.StatusCode);
        });

        StoredRecord row = await hub.WithAsync(context => context.Records.Include(each => each.Content).SingleAsync());
        Assert.Equal(SHA256.HashData(row.Content!.Bytes), row.Sha256);
        Assert.Contains(row.Content.Bytes, records);
        Assert.Equal(6, answers.Count(each => each == HttpStatusCode.Conflict));
    }
}

public sealed class SqliteUploadTests : UploadTests
{
    protected override Task<string?> DatabaseAsync() => Task.FromResult<string?>(null);
}

[Collection(PostgresServer.Name)]
public sealed class PostgresUploadTests(PostgresServer server) : UploadTests
{
    protected override async Task<string?> DatabaseAsync() => await server.DatabaseAsync();
}
