using EcgChip.NanoHost;

namespace nanoFramework.Runtime.Native;

/// <summary>Sets the chip's clock for the time of day.</summary>
public static class Rtc
{
    /// <summary>Sets it, to the second.</summary>
    /// <returns>True: the ESP32's never fails.</returns>
    public static bool SetSystemTime(EcgChip.NanoHost.Time.DateTime time)
    {
        HostBoard.Current.SetTimeOfDay(time.ToUnixTimeSeconds());
        return true;
    }
}
