using EcgChip.NanoHost;

namespace nanoFramework.Hardware.Esp32;

/// <summary>The monotonic clock.</summary>
public class HighResTimer
{
    internal HighResTimer()
    {
    }

    /// <summary>Microseconds since the chip started.</summary>
    public static ulong GetCurrent() => (ulong)HostBoard.Current.ReadClockUs();
}
