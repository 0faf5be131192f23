using System;
using System.Net.Http;
using System.Net.Http.Headers;
using System.Threading.Tasks;
using EcgChip.Hub.Devices;
using EcgChip.Hub.Load;

namespace EcgChip.Hub.Tests.Running;

/// <summary>A device that a hub knows, with its key.</summary>
internal sealed record TestDevice(long Id, byte[] Key)
{
    internal string Name => DeviceId.Text(Id);

    /// <summary>One of its records as it is sent; the same seed gives the same one.</summary>
    internal byte[] Recording(int sequence, int? seed = null, int seconds = 10, int ventricular = 0, DateTime? start = null, int patient = 0, int rate = 72) =>
        new SyntheticRecording(seed ?? sequence) { Seconds = seconds, VentricularPercent = ventricular, Start = start, Patient = patient, Rate = rate }.Sealed(Key, Id, sequence);

    /// <summary>Sample of the first beat of <see cref="Recording"/>.</summary>
    internal int FirstBeat(int sequence) => Formats.Recordings.StoredRecording.Read(Recording(sequence)).Beats[0].Sample;

    /// <summary>Any bytes, sealed as its record.</summary>
    internal byte[] Seal(int sequence, byte[] record) =>
        [.. record, .. Formats.Sealing.RecordSeal.Make(Formats.Sealing.DeviceKeys.Record(Key), Id, sequence, record)];

    internal Task<HttpResponseMessage> PutAsync(HttpClient client, int sequence, byte[] record)
    {
        ByteArrayContent content = new(record);
        content.Headers.ContentType = new MediaTypeHeaderValue("application/octet-stream");
        return client.PutAsync($"/api/devices/{Name}/records/{sequence}", content);
    }
}
