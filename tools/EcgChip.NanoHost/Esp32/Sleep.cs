using System;
using System.Collections.Generic;
using EcgChip.NanoHost;

namespace nanoFramework.Hardware.Esp32;

/// <summary>Deep sleep, and the pins that end it.</summary>
public class Sleep
{
    // GPIO 0, 2, 4, 12 to 15, 25 to 27 and 32 to 39: the pins of the part that stays awake (ESP32 data sheet, table "RTC_MUX pins").
    private static readonly HashSet<int> RtcPins = [0, 2, 4, 12, 13, 14, 15, 25, 26, 27, 32, 33, 34, 35, 36, 37, 38, 39];

    internal Sleep()
    {
    }

    /// <summary>Pins that can wake the chip, a bit each; those that a board of ours has buttons on.</summary>
    public enum WakeupGpioPin : ulong
    {
        /// <summary>None.</summary>
        None = 0,

        /// <summary>GPIO 32.</summary>
        Pin32 = 4294967296,

        /// <summary>GPIO 33.</summary>
        Pin33 = 8589934592,
    }

    /// <summary>What several pins have to do.</summary>
    public enum WakeupMode
    {
        /// <summary>All are low.</summary>
        AllLow = 0,

        /// <summary>One is high.</summary>
        AnyHigh = 1,
    }

    /// <summary>One pin wakes the chip (ext0).</summary>
    public static EspNativeError EnableWakeupByPin(WakeupGpioPin pin, int level) => Enable(pin, level != 0);

    /// <summary>Several pins wake the chip (ext1).</summary>
    public static EspNativeError EnableWakeupByMultiPins(WakeupGpioPin pins, WakeupMode mode) => Enable(pins, mode == WakeupMode.AnyHigh);

    /// <summary>Goes to sleep. It never returns on the chip: what wakes it starts it anew.</summary>
    public static void StartDeepSleep() => HostBoard.Current.StartDeepSleep(HostBoard.State.Wakers);

    private static EspNativeError Enable(WakeupGpioPin pins, bool level)
    {
        ulong bits = (ulong)pins;
        if (bits == 0)
        {
            return EspNativeError.INVALID_ARG;
        }

        for (int pin = 0; bits != 0; pin++, bits >>= 1)
        {
            if ((bits & 1) != 0)
            {
                if (!RtcPins.Contains(pin))
                {
                    return EspNativeError.INVALID_ARG;
                }

                HostBoard.State.Wakers[pin] = level;
            }
        }

        return EspNativeError.OK;
    }
}
