using System.Globalization;
using System.IO;
using System.Linq;
using EcgChip.Cli.Sync;
using EcgChip.Link.Sync;

namespace EcgChip.Cli.Output;

/// <summary>What came of a sync, for people.</summary>
internal static class SyncText
{
    /// <summary>All of it.</summary>
    public static void Print(SyncOutcome outcome, TextWriter writer)
    {
        SyncResult result = outcome.Result;
        writer.WriteLine(result.Records.Count == 0
            ? "Nothing new on the device."
            : string.Create(CultureInfo.InvariantCulture, $"Collected {Count(result.Records.Count)}, {result.Records.Sum(record => (long)record.Got):N0} bytes, into {outcome.Store}."));
        foreach (SyncedRecord record in result.Records.Where(record => !record.IsSound))
        {
            writer.WriteLine($"  record {record.Sequence} is damaged: the device keeps it that way; it is stored as it is.");
        }

        if (outcome.Hub is not null)
        {
            writer.WriteLine($"The hub at {outcome.Hub} has got {Count(result.Uploaded)}.");
        }

        foreach ((int sequence, string why) in result.Refused)
        {
            writer.WriteLine($"  record {sequence} is refused by the hub: {why.TrimEnd('.')}. It stays here and on the device.");
        }

        int waiting = result.Records.Count(record => !record.Acknowledged);
        if (waiting > 0)
        {
            writer.WriteLine($"{Count(waiting)} still to be handed over: the device keeps what the hub has not got.");
        }
    }

    private static string Count(int records) => records == 1 ? "1 record" : $"{records} records";
}
