using System;
using System.Collections.Generic;
using EcgChip.Records.Link;

namespace EcgChip.Link;

/// <summary>What a device is to be set to; what is null stays as it is.</summary>
public sealed record WantedSettings
{
    /// <summary>Its id, not 0.</summary>
    public long? DeviceId { get; init; }

    /// <summary>Its key, <see cref="LinkSetting.KeyBytes"/> bytes.</summary>
    public IReadOnlyList<byte>? Key { get; init; }

    /// <summary>Its clock.</summary>
    public DateTimeOffset? Clock { get; init; }

    internal byte[] Payload() =>
    [
        .. DeviceId is long id ? [LinkSetting.DeviceId, sizeof(long), .. BitConverter.GetBytes(id)] : Array.Empty<byte>(),
        .. Key is { } key ? [LinkSetting.Key, (byte)key.Count, .. key] : Array.Empty<byte>(),
        .. Clock is { } clock ? [LinkSetting.Clock, sizeof(long), .. BitConverter.GetBytes(clock.ToUnixTimeMilliseconds())] : Array.Empty<byte>(),
    ];
}
