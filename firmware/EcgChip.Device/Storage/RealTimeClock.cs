using System;
using EcgChip.Device.Seams;
using nanoFramework.Runtime.Native;

namespace EcgChip.Device.Storage
{
    /// <summary>
    /// The ESP32's own. It is read and set in whole seconds here. In deep sleep it counts an RC oscillator of 150 kHz, which is measured at every start and drifts with
    /// the temperature (Espressif, ESP-IDF programming guide, "System Time").
    /// </summary>
    public sealed class RealTimeClock : IRealTimeClock
    {
        private const long MsPerSecond = 1000;

        /// <inheritdoc/>
        public long UnixMs()
        {
            return DateTime.UtcNow.ToUnixTimeSeconds() * MsPerSecond;
        }

        /// <inheritdoc/>
        public void SetUnixMs(long unixMs)
        {
            Rtc.SetSystemTime(DateTime.FromUnixTimeSeconds(unixMs / MsPerSecond));
        }
    }
}
