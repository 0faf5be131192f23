using System.Device.Gpio;
using EcgChip.Device.Controls;
using EcgChip.Device.Drivers.Ad8232;
using EcgChip.Device.Drivers.Ili9341;
using EcgChip.Device.Power;

namespace EcgChip.Device
{
    /// <summary>What is opened once after power-up, because a pin cannot be opened twice: the self-test and then the session work with it.</summary>
    public sealed class OpenedBoard
    {
        /// <summary>Opens buttons, display and front end, and wakes the display; takes about 0.3 s.</summary>
        public OpenedBoard()
        {
            GpioController pins = new GpioController();
            Controls = new PushButtons(pins);
            Display = Board.OpenDisplay(pins);
            Display.Initialize();
            FrontEnd = Board.OpenFrontEnd(pins);
            Power = Board.OpenPower(FrontEnd);
            Battery = Board.OpenBattery(pins);
        }

        /// <summary>The buttons.</summary>
        public PushButtons Controls { get; }

        /// <summary>The display, awake.</summary>
        public Ili9341 Display { get; }

        /// <summary>The front end, switched on.</summary>
        public Ad8232 FrontEnd { get; }

        /// <summary>The backlight, lit, and the way to sleep.</summary>
        public PowerSwitch Power { get; }

        /// <summary>The battery.</summary>
        public Battery Battery { get; }
    }
}
