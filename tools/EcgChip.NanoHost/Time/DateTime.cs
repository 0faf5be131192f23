namespace EcgChip.NanoHost.Time;

/// <summary>The chip's System.DateTime, whose present is that of the attached board; what the firmware uses of it.</summary>
public readonly struct DateTime
{
    private readonly long unixSeconds;

    private DateTime(long unixSeconds) => this.unixSeconds = unixSeconds;

    /// <summary>Now, by the board's clock.</summary>
    public static DateTime UtcNow => new(HostBoard.Current.ReadTimeOfDay());

    /// <summary>A moment by its seconds since 1970-01-01 UTC.</summary>
    public static DateTime FromUnixTimeSeconds(long seconds) => new(seconds);

    /// <summary>Seconds since 1970-01-01 UTC.</summary>
    public long ToUnixTimeSeconds() => unixSeconds;
}
