using System.Device.Pwm;

namespace EcgChip.Device.Power
{
    /// <summary>
    /// The one place where the firmware has a fraction: nanoFramework's PWM takes its duty cycle as a double and in no other way. Nothing is computed
    /// from it, and nothing that is shown or stored depends on it.
    /// </summary>
    public static class Backlight
    {
        // Hertz: beyond what an eye or the ECG's pass band sees.
        private const int Frequency = 1000;

        /// <summary>The backlight on a pin that was given to the PWM unit, not lit yet.</summary>
        public static PwmChannel Open(int pin)
        {
            return PwmChannel.CreateFromPin(pin, Frequency, 1);
        }

        /// <summary>Sets how bright it is, 0 to <see cref="FirmwareSettings.BrightestStep"/>.</summary>
        public static void Set(PwmChannel channel, int level)
        {
            channel.DutyCycle = (double)level / FirmwareSettings.BrightestStep;
        }
    }
}
