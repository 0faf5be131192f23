using EcgChip.Device.Link;
using EcgChip.Device.Seams;
using EcgChip.Inference;
using EcgChip.Models.Bedside;
using EcgChip.Models.Infarction;
using EcgChip.Models.Seed;

namespace EcgChip.Device.SelfTest
{
    /// <summary>
    /// The self-test as the user wants it: by the button held at power-up, or from the settings. Stores what it found as a record of its own, and stays until
    /// the start button is pressed. A resumable job; the session, whose heap it needs, must be gone, and is made anew after it.
    /// </summary>
    public sealed class StoredSelfTest
    {
        private readonly IClock clock;
        private readonly IDeviceSettings settings;
        private readonly Model live = new BedsideModel();
        private readonly Model analysis = new SeedModel();
        private readonly HeadModel head;
        private readonly SelfTestRun test;
        private bool stored;

        /// <summary>A self-test that has not begun.</summary>
        /// <param name="board">The board.</param>
        /// <param name="clock">The monotonic clock.</param>
        /// <param name="settings">Say which device it is, and the time.</param>
        public StoredSelfTest(OpenedBoard board, IClock clock, IDeviceSettings settings)
        {
            this.clock = clock;
            this.settings = settings;
            HeadModel infarction = new InfarctionModel();
            head = HeadRunner.Fits(infarction, analysis) ? infarction : null;
            test = new SelfTestRun(board, clock, live, analysis, head, board.Battery);
        }

        /// <summary>A slice of it.</summary>
        /// <returns>True when it is over.</returns>
        public bool Step()
        {
            bool over = test.Step();
            if (test.IsComplete && !stored)
            {
                stored = true;
                SelfTestStorage.Store(Firmware.OpenLog(new FirmwareSettings()), settings, clock.NowUs(), test.Lines, live, analysis, head);
            }

            return over;
        }
    }
}
