using EcgChip.Device.Drivers.Ili9341;

namespace EcgChip.Device.Screens
{
    /// <summary>All screens of the device; the monitor's is drawn whatever is wanted.</summary>
    public sealed class DeviceScreens
    {
        /// <summary>The screens.</summary>
        /// <param name="display">Where they are drawn.</param>
        /// <param name="contents">What they show.</param>
        public DeviceScreens(Ili9341 display, ScreenContents contents)
        {
            Contents = contents;
            Monitor = new MonitorScreen(display);
        }

        /// <summary>What they show.</summary>
        public ScreenContents Contents { get; }

        /// <summary>What is live.</summary>
        public MonitorScreen Monitor { get; }

        /// <summary>The screen that is wanted.</summary>
        public ScreenId Shown { get; private set; }

        /// <summary>From now on this screen is wanted.</summary>
        public void Show(ScreenId screen)
        {
            Shown = screen;
        }

        /// <summary>What is to be shown has changed.</summary>
        public void Changed()
        {
        }

        /// <summary>Draws one piece of what is wanted and not shown. True when there was nothing to draw.</summary>
        public bool Step()
        {
            return Monitor.Step();
        }
    }
}
