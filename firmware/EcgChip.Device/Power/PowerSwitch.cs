using System.Device.Pwm;
using EcgChip.Device.Drivers.Ad8232;
using EcgChip.Device.Seams;
using nanoFramework.Hardware.Esp32;

namespace EcgChip.Device.Power
{
    /// <summary>Backlight, front end and the chip's own sleep.</summary>
    public sealed class PowerSwitch : IPower
    {
        private readonly PwmChannel backlight;
        private readonly Ad8232 frontEnd;

        /// <summary>Lights the display as brightly as it goes.</summary>
        /// <param name="backlight">Drives the backlight's transistor.</param>
        /// <param name="frontEnd">The front end.</param>
        public PowerSwitch(PwmChannel backlight, Ad8232 frontEnd)
        {
            this.backlight = backlight;
            this.frontEnd = frontEnd;
            backlight.Start();
        }

        /// <inheritdoc/>
        public void SetBrightness(int level)
        {
            Backlight.Set(backlight, level);
        }

        /// <summary>
        /// As <see cref="IPower"/> says. START wakes by ext0; ext1, whose "all low" of one pin is that pin low, takes MODE: the ESP32 has no "any low"
        /// (Espressif, ESP32 technical reference, chapter 31.3.3).
        /// </summary>
        public void SwitchOff()
        {
            backlight.Stop();
            frontEnd.Shutdown(true);
            Sleep.EnableWakeupByPin(Board.StartWaker, 0);
            Sleep.EnableWakeupByMultiPins(Board.ModeWaker, Sleep.WakeupMode.AllLow);
            Sleep.StartDeepSleep();
        }
    }
}
