using System.Collections.Generic;
using System.Linq;
using System.Text.Json.Nodes;
using EcgChip.Link;

namespace EcgChip.Cli.Output;

/// <summary>A device and its self-test as JSON.</summary>
internal static class SelfTestJson
{
    /// <summary>All of it.</summary>
    public static JsonObject From(DeviceHello hello, IReadOnlyList<TestLine> lines, bool stored) => new()
    {
        ["device"] = Device(hello),
        ["passed"] = lines.All(line => line.Verdict != LineVerdict.Failed),
        ["stored"] = stored,
        ["lines"] = new JsonArray([.. lines.Select(Line)]),
    };

    /// <summary>Who the device is.</summary>
    public static JsonObject Device(DeviceHello hello) => new()
    {
        ["id"] = hello.DeviceId is long id ? DeviceHello.Text(id) : null,
        ["firmware"] = hello.Firmware.ToString(),
        ["hasKey"] = hello.HasKey,
        ["clock"] = hello.Clock is { } clock ? clock.UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ss.fffZ", System.Globalization.CultureInfo.InvariantCulture) : null,
        ["batteryMillivolts"] = hello.BatteryMillivolts,
        ["records"] = hello.Records,
        ["models"] = new JsonArray(
            [.. hello.Models.Select(model => new JsonObject { ["name"] = model.Name, ["role"] = model.Role, ["hash"] = model.Hash })]),
    };

    private static JsonObject Line(TestLine line) => new()
    {
        ["name"] = line.Name,
        ["verdict"] = line.Verdict switch { LineVerdict.Passed => "passed", LineVerdict.NotThere => "not-there", _ => "failed" },
        ["value"] = line.Value,
        ["unit"] = line.Unit,
        ["least"] = line.Least,
        ["most"] = line.Most,
    };
}
