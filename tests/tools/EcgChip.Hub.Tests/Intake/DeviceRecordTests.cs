using System;
using System.Linq;
using System.Net;
using System.Net.Http;
using System.Threading.Tasks;
using EcgChip.Formats.Recordings;
using EcgChip.Hub.Data;
using EcgChip.Hub.Load;
using EcgChip.Hub.Tests.Running;
using EcgChip.Records;
using EcgChip.Simulator.Patients;
using EcgChip.Simulator.Runs;
using Microsoft.EntityFrameworkCore;

namespace EcgChip.Hub.Tests.Intake;

/// <summary>A record that the firmware itself made, on the simulated board.</summary>
public class DeviceRecordTests
{
    [Fact]
    public async Task What_the_firmware_stored_is_listed_as_it_says()
    {
        byte[] made;
        using (VirtualDevice virtualDevice = new(new SyntheticPatient(new() { Seconds = 16, Seed = 5 }), new SimulationOptions()))
        {
            made = virtualDevice.Run().Records.Single();
        }

        await using TestHub hub = await TestHub.StartAsync();
        using HttpClient worker = await hub.ClientAsync(TestHub.Worker);
        TestDevice device = await hub.EnrolAsync(0x51);

        // As it is, it was made by a device without an id; the second is what the same device makes once it has one.
        Assert.Equal(RecordStatus.Ok, RecordReader.TryRead(made, 0, made.Length, out RecordContents contents));
        contents.DeviceId = device.Id;
        contents.Sequence = 2;
        Assert.Equal(HttpStatusCode.Created, (await device.PutAsync(worker, 1, device.Seal(1, made))).StatusCode);
        Assert.Equal(HttpStatusCode.Created, (await device.PutAsync(worker, 2, device.Seal(2, SyntheticRecording.Written(contents)))).StatusCode);

        StoredRecord[] rows = await hub.WithAsync(context => context.Records.OrderBy(record => record.Sequence).ToArrayAsync());
        StoredRecording recording = StoredRecording.Read(made);
        Assert.Equal([RecordHealth.OtherOrigin, RecordHealth.Sound], rows.Select(row => row.Health));
        Assert.All(rows, row =>
        {
            Assert.Equal(recording.Samples.Count, row.SampleCount);
            Assert.Equal(recording.HeartRate.Mean, row.MeanHeartRate);
            Assert.Equal(recording.Counts, new[] { row.NormalBeats, row.SupraventricularBeats, row.VentricularBeats, row.FusionBeats, row.OtherBeats }.Select(count => count ?? -1));
            Assert.Equal(recording.Answer is null, row.DeviceAnswer is null);
            Assert.Contains("live bedside", row.Models, StringComparison.Ordinal);
            Assert.Null(row.StartedAt);
        });
        Assert.True(recording.Beats.Count > 8);
    }
}
