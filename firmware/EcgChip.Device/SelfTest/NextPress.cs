using EcgChip.Device.Seams;

namespace EcgChip.Device.SelfTest
{
    /// <summary>Waits until the start button, perhaps still held from power-up, was released, pressed and released again.</summary>
    internal sealed class NextPress
    {
        // Contacts bounce for less.
        private const int SettledUs = 30_000;

        // Released, pressed, released.
        private const int Changes = 3;

        private readonly IControls controls;
        private readonly IClock clock;
        private bool held;
        private long sinceUs = -1;
        private int seen;

        public NextPress(IControls controls, IClock clock)
        {
            this.controls = controls;
            this.clock = clock;
        }

        /// <summary>True while the button is released and a press is waited for.</summary>
        public bool WaitsForPress
        {
            get { return seen == 1; }
        }

        /// <summary>One look at the button; true when all has happened.</summary>
        public bool Step()
        {
            bool isHeld = controls.StartHeld;
            long now = clock.NowUs();
            if (isHeld != held || sinceUs < 0)
            {
                held = isHeld;
                sinceUs = now;
            }

            if (now - sinceUs >= SettledUs && held == WaitsForPress && seen < Changes)
            {
                seen++;
            }

            return seen == Changes;
        }
    }
}
