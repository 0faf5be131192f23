using System.Device.Gpio;
using EcgChip.Device.Seams;

namespace EcgChip.Device.Controls
{
    /// <summary>The board's push buttons: each pulls its pin to ground while it is held.</summary>
    public sealed class PushButtons : IControls
    {
        private readonly GpioPin start;
        private readonly GpioPin mode;

        /// <summary>Opens the buttons' pins.</summary>
        public PushButtons(GpioController pins)
        {
            start = pins.OpenPin(Board.StartButtonPin, PinMode.InputPullUp);
            mode = pins.OpenPin(Board.ModeButtonPin, PinMode.InputPullUp);
        }

        /// <inheritdoc/>
        public bool StartHeld
        {
            get { return !(bool)start.Read(); }
        }

        /// <inheritdoc/>
        public bool ModeHeld
        {
            get { return !(bool)mode.Read(); }
        }
    }
}
