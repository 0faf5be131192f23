using System.Globalization;
using System.Text.Json.Nodes;
using EcgChip.Cli.Flash;

namespace EcgChip.Cli.Output;

/// <summary>What came of flashing a device as JSON. Of its key only where that stands.</summary>
internal static class FlashJson
{
    /// <summary>All of it.</summary>
    public static JsonObject From(FlashResult result)
    {
        JsonObject node = SelfTestJson.From(result.Device, result.Lines, result.Stored);
        node["keyFile"] = result.KeyFile;
        node["made"] = result.Made.UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ssZ", CultureInfo.InvariantCulture);
        return node;
    }
}
