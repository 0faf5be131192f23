using System.Collections.Generic;

namespace EcgChip.Link.Sync;

/// <summary>What became of a record in a sync.</summary>
/// <param name="Sequence">Its number.</param>
/// <param name="Bytes">Its bytes, with the seal.</param>
/// <param name="File">Where it stands.</param>
/// <param name="Got">Bytes of it that came over the link in this sync; 0 when all of it was here before.</param>
/// <param name="IsSound">False when it is damaged: the device found its own bytes changed.</param>
/// <param name="Acknowledged">True when the device knows that it is safe.</param>
public sealed record SyncedRecord(int Sequence, int Bytes, string File, int Got, bool IsSound, bool Acknowledged);

/// <summary>What came of a sync.</summary>
public sealed record SyncResult
{
    /// <summary>The records that the device held and nobody had acknowledged, in order.</summary>
    public required IReadOnlyList<SyncedRecord> Records { get; init; }

    /// <summary>Records that the hub has got in this sync; those of earlier syncs included.</summary>
    public required int Uploaded { get; init; }

    /// <summary>Records that the hub refused, with its reason.</summary>
    public required IReadOnlyList<(int Sequence, string Why)> Refused { get; init; }

    /// <summary>Why the hub could not be handed anything, or not everything; null where nothing was wrong.</summary>
    public required string? HubFault { get; init; }
}
