using System;
using System.Collections.Generic;
using EcgChip.Link;

namespace EcgChip.Cli.Flash;

/// <summary>What came of flashing a device.</summary>
internal sealed record FlashResult
{
    /// <summary>The device, as it said hello last.</summary>
    public required DeviceHello Device { get; init; }

    /// <summary>Where its key stands.</summary>
    public required string KeyFile { get; init; }

    /// <summary>Its self-test.</summary>
    public required IReadOnlyList<TestLine> Lines { get; init; }

    /// <summary>True when the record of that stands in its flash.</summary>
    public required bool Stored { get; init; }

    /// <summary>When.</summary>
    public required DateTimeOffset Made { get; init; }
}
