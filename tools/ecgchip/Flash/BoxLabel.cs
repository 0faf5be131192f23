using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using EcgChip.Link;

namespace EcgChip.Cli.Flash;

/// <summary>The label for a device's box: enough to tell which device it is and what is on it.</summary>
internal static class BoxLabel
{
    private const int IdGroup = 4;

    /// <summary>Its lines, within a frame.</summary>
    public static IEnumerable<string> Lines(DeviceHello device, DateTimeOffset made)
    {
        string id = DeviceHello.Text(device.DeviceId ?? 0);
        string[] lines =
        [
            "EcgChip single-lead ECG screening device",
            "Device    " + string.Join(' ', id.Chunk(IdGroup).Select(group => new string(group))),
            "Firmware  " + device.Firmware,
            .. device.Models.Select(model => $"Model     {model.Name} {model.Hash}"),
            "Tested    " + made.UtcDateTime.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
            "Screening aid, not a diagnosis. Battery operation only.",
        ];
        int width = lines.Max(line => line.Length);
        string edge = "+" + new string('-', width + 2) + "+";
        return [edge, .. lines.Select(line => $"| {line.PadRight(width)} |"), edge];
    }
}
