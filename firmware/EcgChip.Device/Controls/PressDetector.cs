using EcgChip.Device.Seams;

namespace EcgChip.Device.Controls
{
    /// <summary>Tells the moment in which the start button is pressed, once a press. Ask it some times a second, in even steps.</summary>
    public sealed class PressDetector
    {
        private readonly IControls controls;
        private readonly int lockoutSteps;
        private bool held;
        private int lockout;

        /// <summary>A detector.</summary>
        /// <param name="controls">The buttons.</param>
        /// <param name="lockoutSteps">For so many steps behind a press there is no other: a hand cannot mean it.</param>
        public PressDetector(IControls controls, int lockoutSteps)
        {
            this.controls = controls;
            this.lockoutSteps = lockoutSteps;
        }

        /// <summary>One step: true when the button has gone down since the last.</summary>
        public bool Step()
        {
            bool now = controls.StartHeld;
            bool pressed = now && !held && lockout == 0;
            held = now;
            if (pressed)
            {
                lockout = lockoutSteps;
            }
            else if (lockout > 0)
            {
                lockout--;
            }

            return pressed;
        }
    }
}
