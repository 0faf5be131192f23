using System;
using System.Globalization;
using EcgChip.Hub.Data;

namespace EcgChip.Hub.Listing;

/// <summary>Which recordings a list shows; what is null does not matter.</summary>
public sealed record RecordFilter
{
    /// <summary>True for those that wait for a doctor, false for those that were judged.</summary>
    public bool Waiting { get; init; } = true;

    /// <summary>Those with this answer.</summary>
    public ListedAnswer? Answer { get; init; }

    /// <summary>Those in which the device found this.</summary>
    public int? Finding { get; init; }

    /// <summary>Those of this device.</summary>
    public long? Device { get; init; }

    /// <summary>Those that came from this village.</summary>
    public string? Village { get; init; }

    /// <summary>Those from this day on, UTC.</summary>
    public DateOnly? From { get; init; }

    /// <summary>Those up to this day, UTC, all of it.</summary>
    public DateOnly? To { get; init; }
}

/// <summary>Where a list goes on: behind this record.</summary>
/// <param name="ListedAt">What lists are ordered by.</param>
/// <param name="DeviceId">Tells records of the same time apart.</param>
/// <param name="Sequence">As does this.</param>
public sealed record ListPlace(DateTime ListedAt, long DeviceId, int Sequence)
{
    private const int Parts = 3;

    /// <summary>The place as an address can hold it.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Clock.UnixMs(ListedAt)}-{Devices.DeviceId.Text(DeviceId)}-{Sequence}");

    /// <summary>Reads what <see cref="ToString"/> wrote.</summary>
    /// <returns>Null where it did not.</returns>
    public static ListPlace? Parse(string? text)
    {
        string[] parts = text?.Split('-') ?? [];
        return parts.Length == Parts && long.TryParse(parts[0], NumberStyles.None, CultureInfo.InvariantCulture, out long at) && at < Clock.UnixMs(DateTime.MaxValue)
            && Devices.DeviceId.TryParse(parts[1], out long device) && int.TryParse(parts[2], NumberStyles.None, CultureInfo.InvariantCulture, out int sequence)
            ? new ListPlace(Clock.FromUnixMs(at), device, sequence)
            : null;
    }
}
