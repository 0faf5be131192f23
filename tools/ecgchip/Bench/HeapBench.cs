using System.Collections.Generic;

namespace EcgChip.Cli.Bench;

/// <summary>What the firmware needs of the chip's heap, in bytes: objects that live, frames of the deepest calls, and the libraries.</summary>
public sealed record HeapBench
{
    /// <summary>The most at any time.</summary>
    public required long Peak { get; init; }

    /// <summary>At the end of start-up.</summary>
    public required long Start { get; init; }

    /// <summary>The most while a recording ran; null when none was made.</summary>
    public required long? Recording { get; init; }

    /// <summary>The most while a recording was analysed and stored; null when none was.</summary>
    public required long? Analysis { get; init; }

    /// <summary>Bytes of objects, arrays, strings and boxes that were made from a recording's begin to its last sample; null when none was made.</summary>
    public required long? AllocatedWhileRecording { get; init; }

    /// <summary>The same by method, without those that made nothing.</summary>
    public required IReadOnlyDictionary<string, long> AllocatedBy { get; init; }

    /// <summary>Bytes of structs that were made meanwhile, each garbage at once; null when no recording was made.</summary>
    public required long? StructsWhileRecording { get; init; }

    /// <summary>What lives at the end of start-up, by the firmware's type that has it.</summary>
    public required IReadOnlyDictionary<string, long> AtStart { get; init; }

    /// <summary>
    /// How often the collector has to run for what the firmware leaves behind, structs included, in the heap of a chip without PSRAM; null when its peak
    /// leaves nothing free. An estimate, which the clock does not charge.
    /// </summary>
    public required double? CollectionsPerMinute { get; init; }

    /// <summary>Instructions that a collection takes, about, for the objects that live.</summary>
    public required long CollectionInstructions { get; init; }

    /// <summary>Of all these figures: the frames of the deepest calls.</summary>
    public required long Stack { get; init; }

    /// <summary>Of all these figures: the libraries.</summary>
    public required long Libraries { get; init; }
}
