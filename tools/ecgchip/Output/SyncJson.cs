using System.Linq;
using System.Text.Json.Nodes;
using EcgChip.Cli.Sync;

namespace EcgChip.Cli.Output;

/// <summary>What came of a sync as JSON.</summary>
internal static class SyncJson
{
    /// <summary>All of it.</summary>
    public static JsonObject From(SyncOutcome outcome) => new()
    {
        ["device"] = SelfTestJson.Device(outcome.Device),
        ["store"] = outcome.Store,
        ["complete"] = outcome.IsComplete,
        ["records"] = new JsonArray(
        [
            .. outcome.Result.Records.Select(record => new JsonObject
            {
                ["sequence"] = record.Sequence,
                ["bytes"] = record.Bytes,
                ["collected"] = record.Got,
                ["file"] = record.File,
                ["sound"] = record.IsSound,
                ["acknowledged"] = record.Acknowledged,
            }),
        ]),
        ["hub"] = outcome.Hub,
        ["uploaded"] = outcome.Result.Uploaded,
        ["refused"] = new JsonArray([.. outcome.Result.Refused.Select(refused => new JsonObject { ["sequence"] = refused.Sequence, ["why"] = refused.Why })]),
        ["hubFault"] = outcome.Result.HubFault,
    };
}
