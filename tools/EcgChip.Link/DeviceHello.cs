using System;
using System.Collections.Generic;

namespace EcgChip.Link;

/// <summary>Which weights a device has, and what for.</summary>
/// <param name="Role">live, representative, infarction.</param>
/// <param name="Name">The network's name.</param>
/// <param name="Hash">First 16 hexadecimal digits of its hash.</param>
public sealed record DeviceModel(string Role, string Name, string Hash);

/// <summary>Who a device is, and how it is.</summary>
public sealed record DeviceHello
{
    /// <summary>Its id; null when it was never set.</summary>
    public required long? DeviceId { get; init; }

    /// <summary>Its firmware's version.</summary>
    public required Version Firmware { get; init; }

    /// <summary>True when it has a key.</summary>
    public required bool HasKey { get; init; }

    /// <summary>Its clock, UTC; null when that was never set.</summary>
    public required DateTimeOffset? Clock { get; init; }

    /// <summary>Its battery, in millivolts; null where none is measured.</summary>
    public required int? BatteryMillivolts { get; init; }

    /// <summary>Records that it holds; null while it cannot tell.</summary>
    public required int? Records { get; init; }

    /// <summary>The models on it; none while it cannot tell.</summary>
    public required IReadOnlyList<DeviceModel> Models { get; init; }

    /// <summary>An id as people read and write it: 16 hexadecimal digits.</summary>
    public static string Text(long id) => id.ToString("X16", System.Globalization.CultureInfo.InvariantCulture);
}
