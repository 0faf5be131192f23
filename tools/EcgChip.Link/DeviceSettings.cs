using System;
using System.Buffers.Binary;
using EcgChip.Records.Link;

namespace EcgChip.Link;

/// <summary>What a device is set to, as it says itself.</summary>
/// <param name="DeviceId">Its id; null when it was never set.</param>
/// <param name="HasKey">True when it has a key.</param>
/// <param name="Clock">Its clock, UTC; null when that was never set.</param>
public sealed record DeviceSettings(long? DeviceId, bool HasKey, DateTimeOffset? Clock)
{
    /// <summary>Reads an answer; settings that are not known are passed by. Null where it is none.</summary>
    internal static DeviceSettings? Read(ReadOnlySpan<byte> payload)
    {
        DeviceSettings settings = new(null, false, null);
        while (payload.Length >= 2 && payload[1] <= payload.Length - 2)
        {
            ReadOnlySpan<byte> value = payload.Slice(2, payload[1]);
            settings = (payload[0], value.Length) switch
            {
                (LinkSetting.DeviceId, sizeof(long)) => settings with { DeviceId = NotZero(BinaryPrimitives.ReadInt64LittleEndian(value)) },
                (LinkSetting.Key, 1) => settings with { HasKey = value[0] != 0 },
                (LinkSetting.Clock, sizeof(long)) => settings with { Clock = Time(BinaryPrimitives.ReadInt64LittleEndian(value)) },
                _ => settings,
            };
            payload = payload[(2 + value.Length)..];
        }

        return payload.IsEmpty ? settings : null;
    }

    internal static long? NotZero(long value) => value == 0 ? null : value;

    internal static DateTimeOffset? Time(long unixMs) =>
        unixMs is >= LinkSetting.EarliestClock and < LinkSetting.LatestClock * 2 ? DateTimeOffset.FromUnixTimeMilliseconds(unixMs) : null;
}
