using System;

namespace EcgChip.Hub;

/// <summary>The time as the hub writes it down.</summary>
internal static class Clock
{
    /// <summary>UTC to the millisecond: what every database gives back as it was, so that a list can go on at exactly that time.</summary>
    internal static DateTime Now(this TimeProvider time) => FromUnixMs(time.GetUtcNow().ToUnixTimeMilliseconds());

    /// <summary>UTC from milliseconds since 1970.</summary>
    internal static DateTime FromUnixMs(long milliseconds) => DateTimeOffset.FromUnixTimeMilliseconds(milliseconds).UtcDateTime;

    /// <summary>Milliseconds since 1970.</summary>
    internal static long UnixMs(DateTime utc) => new DateTimeOffset(utc, TimeSpan.Zero).ToUnixTimeMilliseconds();
}
