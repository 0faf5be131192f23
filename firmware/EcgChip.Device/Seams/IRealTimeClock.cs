namespace EcgChip.Device.Seams
{
    /// <summary>The chip's time of day, which goes on while the device sleeps and is gone when it has no power.</summary>
    public interface IRealTimeClock
    {
        /// <summary>What it shows, in milliseconds since 1970-01-01 UTC; near 0 where it was not set since it has power.</summary>
        long UnixMs();

        /// <summary>Sets it.</summary>
        /// <param name="unixMs">Milliseconds since 1970-01-01 UTC.</param>
        void SetUnixMs(long unixMs);
    }
}
