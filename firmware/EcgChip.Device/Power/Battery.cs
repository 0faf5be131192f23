using System.Device.Adc;
using System.Device.Gpio;
using EcgChip.Device.Seams;

namespace EcgChip.Device.Power
{
    /// <summary>The battery behind its divider, and the pin that sees USB power.</summary>
    public sealed class Battery : IBattery
    {
        // The ESP32's ADC is noisy: the mean of four readings is good to some 10 mV at the cell.
        private const int Readings = 4;

        private readonly AdcChannel channel;
        private readonly GpioPin usb;

        /// <summary>A battery.</summary>
        /// <param name="channel">The divider's middle.</param>
        /// <param name="usb">High while USB gives power; pulled up, so that a broken wire counts as USB power.</param>
        public Battery(AdcChannel channel, GpioPin usb)
        {
            this.channel = channel;
            this.usb = usb;
        }

        /// <inheritdoc/>
        public bool IsOnUsb
        {
            get { return (bool)usb.Read(); }
        }

        /// <inheritdoc/>
        public int Millivolts()
        {
            int sum = 0;
            for (int i = 0; i < Readings; i++)
            {
                sum += channel.ReadValue();
            }

            return sum * Board.AdcFullScaleMillivolts / Board.AdcLargestReading * Board.BatteryDividerRatio / Readings;
        }
    }
}
