using System.Collections.Generic;
using System.Linq;
using System.Text.Json.Nodes;
using EcgChip.Formats.Export;
using EcgChip.Formats.Recordings;

namespace EcgChip.Cli.Output;

/// <summary>The JSON of <c>ecgchip export</c>: what was written, from what.</summary>
public static class ExportJson
{
    /// <summary>Puts it into JSON.</summary>
    /// <param name="record">The record's path, absolute.</param>
    /// <param name="recording">What it says.</param>
    /// <param name="format">What it was written as.</param>
    /// <param name="files">What was written, absolute.</param>
    public static JsonObject From(string record, StoredRecording recording, ExportFormat format, IReadOnlyList<string> files)
    {
        System.ArgumentNullException.ThrowIfNull(recording);
        return new JsonObject
        {
            ["record"] = record,
            ["device"] = recording.DeviceName,
            ["recording"] = recording.Sequence,
            ["patient"] = recording.PatientNumber,
            ["start"] = recording.Start?.UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ss.fffZ", System.Globalization.CultureInfo.InvariantCulture),
            ["seconds"] = recording.Seconds,
            ["format"] = format.Name(),
            ["files"] = new JsonArray([.. files.Select(file => JsonValue.Create(file))]),
        };
    }
}
