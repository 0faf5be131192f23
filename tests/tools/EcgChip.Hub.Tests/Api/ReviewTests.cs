using System;
using System.IO;
using System.IO.Compression;
using System.Linq;
using System.Net;
using System.Net.Http;
using System.Net.Http.Json;
using System.Text.Json;
using System.Threading.Tasks;
using EcgChip.Formats.Recordings;
using EcgChip.Formats.Wfdb;
using EcgChip.Hub.Data;
using EcgChip.Hub.Tests.Running;
using Microsoft.EntityFrameworkCore;

namespace EcgChip.Hub.Tests.Api;

/// <summary>What doctors say, and what becomes of it, on every kind of database.</summary>
public abstract class ReviewTests : IAsyncLifetime
{
    private TestHub hub = null!;
    private HttpClient doctor = null!;
    private TestDevice device = null!;
    private StoredRecording recording = null!;

    protected abstract Task<string?> DatabaseAsync();

    public async Task InitializeAsync()
    {
        hub = await TestHub.StartAsync(await DatabaseAsync());
        doctor = await hub.ClientAsync(TestHub.Doctor);
        device = await hub.EnrolAsync(0x0123456789ABCDEF);
        byte[] record = device.Recording(1, seconds: 30, ventricular: 15);
        recording = StoredRecording.Read(record);
        using HttpClient worker = await hub.ClientAsync(TestHub.Worker);
        (await device.PutAsync(worker, 1, record)).EnsureSuccessStatusCode();
    }

    public async Task DisposeAsync()
    {
        if (hub is not null)
        {
            await hub.DisposeAsync();
        }
    }

    [SkippableFact]
    public async Task A_confirmation_stands_beside_the_device_s_result_and_takes_the_recording_off_the_list()
    {
        Assert.Equal(1, await WaitingAsync(null));
        Assert.Equal(1, await WaitingAsync("ventricular-couplet"));

        Assert.Equal("confirmed", await ReviewedAsync(new { answer = "show-a-doctor" }));

        Assert.Equal(0, await WaitingAsync(null));
        Assert.Equal(0, await WaitingAsync("ventricular-couplet"));
        JsonElement detail = await DetailAsync();
        Assert.Equal("show-a-doctor", detail.GetProperty("record").GetProperty("deviceAnswer").GetString());
        Assert.Equal(TestHub.Doctor, detail.GetProperty("reviews")[0].GetProperty("reviewer").GetString());
    }

    [SkippableFact]
    public async Task Corrections_follow_one_another_and_none_is_lost()
    {
        int first = recording.Beats[0].Sample;
        int added = (recording.Beats[1].Sample + recording.Beats[2].Sample) / 2;
        Assert.Equal("corrected", await ReviewedAsync(new
        {
            answer = "no-finding",
            findings = new[] { "bigeminy" },
            beats = new object[] { new { sample = first, @class = "S" }, new { sample = added, @class = "V" } },
            note = "one",
        }));
        Assert.Equal("corrected", await ReviewedAsync(new { answer = "no-finding", beats = new[] { new { sample = first, @class = (string?)null } }, note = "two" }));

        JsonElement reviews = (await DetailAsync()).GetProperty("reviews");

        Assert.Equal(["one", "two"], reviews.EnumerateArray().Select(review => review.GetProperty("note").GetString()));
        Assert.Equal(
            ["ventricular-couplet False", "bigeminy True", "ventricular-ectopy False"],
            reviews[0].GetProperty("findings").EnumerateArray().Select(each => $"{each.GetProperty("code").GetString()} {each.GetProperty("present").GetBoolean()}"));
        Assert.Equal("[{\"sample\":" + first + ",\"class\":null}]", reviews[1].GetProperty("beats").GetRawText());
        Assert.Equal(recording.Beats.Count, StoredRecording.Read(await doctor.GetByteArrayAsync($"/api/records/{device.Name}/1/content")).Beats.Count);
    }

    [SkippableFact]
    public async Task A_second_opinion_leaves_the_recording_waiting()
    {
        Assert.Equal("second-opinion", await ReviewedAsync(new { answer = "repeat", secondOpinion = true }));

        Assert.Equal(1, await WaitingAsync(null));
        Assert.Equal(1, await WaitingAsync("ventricular-couplet"));
    }

    [SkippableFact]
    public async Task Of_two_doctors_who_look_at_the_same_time_the_second_is_told()
    {
        Assert.Equal("confirmed", await ReviewedAsync(new { answer = "show-a-doctor", seen = 0 }));

        using HttpResponseMessage second = await TestHub.ReviewAsync(doctor, device, 1, new { answer = "no-finding", seen = 0 });

        Assert.Equal(HttpStatusCode.Conflict, second.StatusCode);
        HttpStatusCode[] answers = await Task.WhenAll(Enumerable.Range(0, 6).Select(async _ => (await TestHub.ReviewAsync(doctor, device, 1, new { answer = "repeat" })).StatusCode));
        Assert.All(answers, status => Assert.True(status is HttpStatusCode.Created or HttpStatusCode.Conflict));
        int[] places = await hub.WithAsync(context => context.Reviews.OrderBy(review => review.Id).Select(review => review.Place).ToArrayAsync());
        Assert.Equal(Enumerable.Range(1, 1 + answers.Count(status => status == HttpStatusCode.Created)), places.Order());
    }

    [SkippableFact]
    public async Task What_cannot_be_of_the_recording_is_refused_with_a_sentence()
    {
        int beat = recording.Beats[3].Sample;
        object[] wrong =
        [
            new { answer = "repeat", findings = new[] { "no-such-thing" } },
            new { answer = "repeat", beats = new[] { new { sample = 99_999, @class = "N" } } },
            new { answer = "repeat", beats = new[] { new { sample = beat + 3, @class = "N" } } },
            new { answer = "repeat", beats = new[] { new { sample = beat + 60, @class = (string?)null } } },
            new { answer = "repeat", beats = new[] { new { sample = beat, @class = "X" } } },
            new { answer = "repeat", beats = new[] { new { sample = beat, @class = "2" } } },
            new { answer = "repeat", beats = new[] { new { sample = beat, @class = "N" }, new { sample = beat, @class = "V" } } },
            new { answer = "repeat", note = new string('x', HubContext.LongestNote + 1) },
        ];
        foreach (object review in wrong)
        {
            using HttpResponseMessage answer = await TestHub.ReviewAsync(doctor, device, 1, review);
            Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
            Assert.NotEmpty((await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("detail").GetString()!);
        }

        Assert.Equal(0, await hub.WithAsync(context => context.Reviews.CountAsync()));
        Assert.Equal(1, await WaitingAsync(null));
    }

    [SkippableFact]
    public async Task Corrections_leave_as_WFDB_annotations_with_the_beats_as_the_doctor_has_them()
    {
        int first = recording.Beats[0].Sample;
        int second = recording.Beats[1].Sample;
        await ReviewedAsync(new { answer = "repeat", beats = new[] { new { sample = second, @class = "F" } } });
        await ReviewedAsync(new { answer = "repeat", beats = new[] { new { sample = first, @class = (string?)null }, new { sample = second, @class = (string?)"S" } } });

        string folder = Directory.CreateTempSubdirectory("ecgchip-corrections-").FullName;
        try
        {
            using (ZipArchive zip = new(await doctor.GetStreamAsync("/api/corrections")))
            {
                zip.ExtractToDirectory(folder);
            }

            string annotations = Directory.GetFiles(folder, "*.atr").Single();
            WfdbAnnotation[] beats = [.. WfdbAnnotations.Read(annotations)];
            WfdbRecord read = WfdbRecord.Open(Path.ChangeExtension(annotations, null));
            Assert.Equal(recording.Beats.Count - 1, beats.Length);
            Assert.Equal((second, 'S'), (beats[0].Sample, beats[0].Symbol));
            Assert.Equal(recording.Samples.Select(sample => (int)sample), read.ReadSignal(0));
            string everything = string.Concat(Directory.GetFiles(folder).Select(File.ReadAllText));
            Assert.DoesNotContain("clinic.test", everything, StringComparison.Ordinal);
            Assert.DoesNotContain("Kibera", everything, StringComparison.Ordinal);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    [SkippableTheory]
    [InlineData("wfdb", "PK")]
    [InlineData("edf", "0  ")]
    [InlineData("csv", "PK")]
    [InlineData("fhir", "{")]
    [InlineData("pdf", "%PDF")]
    public async Task A_recording_leaves_in_each_format_and_it_is_written_down(string format, string begins)
    {
        byte[] file = await doctor.GetByteArrayAsync($"/api/records/{device.Name}/1/export?format={format}");

        Assert.StartsWith(begins, System.Text.Encoding.Latin1.GetString(file), StringComparison.Ordinal);
        Assert.True(await hub.WithAsync(context => context.Audit.AnyAsync(entry => entry.Action == "exported" && entry.Detail == format && entry.Sequence == 1 && entry.User == TestHub.Doctor)));
    }

    private async Task<int> WaitingAsync(string? finding) =>
        (await doctor.GetFromJsonAsync<JsonElement>("/api/records" + (finding is null ? "" : $"?finding={finding}"))).GetProperty("records").GetArrayLength();

    private async Task<string?> ReviewedAsync(object review)
    {
        using HttpResponseMessage answer = await TestHub.ReviewAsync(doctor, device, 1, review);
        Assert.Equal(HttpStatusCode.Created, answer.StatusCode);
        return (await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("verdict").GetString();
    }

    private Task<JsonElement> DetailAsync() => doctor.GetFromJsonAsync<JsonElement>($"/api/records/{device.Name}/1");
}

public sealed class SqliteReviewTests : ReviewTests
{
    protected override Task<string?> DatabaseAsync() => Task.FromResult<string?>(null);
}

[Collection(PostgresServer.Name)]
public sealed class PostgresReviewTests(PostgresServer server) : ReviewTests
{
    protected override async Task<string?> DatabaseAsync() => await server.DatabaseAsync();
}
