using System.Linq;
using EcgChip.Link;
using EcgChip.Link.Sync;

namespace EcgChip.Cli.Sync;

/// <summary>What came of a sync, with whom.</summary>
/// <param name="Device">The device, as it was before its clock was set and anything was freed.</param>
/// <param name="Store">Where its records stand here.</param>
/// <param name="Hub">The hub's name; null without one.</param>
/// <param name="Result">What was collected and handed over.</param>
internal sealed record SyncOutcome(DeviceHello Device, string Store, string? Hub, SyncResult Result)
{
    /// <summary>True when everything is where it belongs.</summary>
    public bool IsComplete => Result.HubFault is null && Result.Refused.Count == 0 && Result.Records.All(record => record.Acknowledged);
}
