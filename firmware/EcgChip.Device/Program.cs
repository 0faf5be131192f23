using EcgChip.Device.Link;
using EcgChip.Device.Sampling;
using EcgChip.Device.Seams;
using EcgChip.Device.SelfTest;
using EcgChip.Inference;
using EcgChip.Models.Bedside;
using EcgChip.Models.Infarction;
using EcgChip.Models.Seed;

namespace EcgChip.Device
{
    /// <summary>Where the chip begins.</summary>
    public static class Program
    {
        /// <summary>Starts the firmware and runs it for good. With the start button held at power-up, the self-test comes first.</summary>
        public static void Main()
        {
            OpenedBoard board = new OpenedBoard();
            IClock clock = new HighResClock();
            IDeviceSettings settings = Firmware.OpenSettings(new FirmwareSettings());
            if (board.Controls.StartHeld)
            {
                RunSelfTest(board, clock, settings);
            }

            LinkServer link = new LinkServer(new SerialLink(), clock, settings);
            while (true)
            {
                RunSession(board, link);
                RunLinkedSelfTest(board, clock, link);
            }
        }

        // Methods of their own: each needs the heap that the one before took.
        private static void RunSession(OpenedBoard board, LinkServer link)
        {
            SampleLoop loop = new Firmware(new FirmwareSettings(), null, board, link).Loop;
            while (!link.SelfTestWanted)
            {
                loop.RunSlot();
            }
        }

        private static void RunLinkedSelfTest(OpenedBoard board, IClock clock, LinkServer link)
        {
            link.Contents = null;
            LinkedSelfTest test = new LinkedSelfTest(board, clock, link);
            while (!test.Step())
            {
            }
        }

        private static void RunSelfTest(OpenedBoard board, IClock clock, IDeviceSettings settings)
        {
            Model live = new BedsideModel();
            Model analysis = new SeedModel();
            HeadModel infarction = new InfarctionModel();
            HeadModel head = HeadRunner.Fits(infarction, analysis) ? infarction : null;
            SelfTestRun test = new SelfTestRun(board, clock, live, analysis, head, null);
            bool stored = false;
            while (!test.Step())
            {
                if (test.IsComplete && !stored)
                {
                    stored = true;
                    SelfTestStorage.Store(Firmware.OpenLog(new FirmwareSettings()), settings, clock.NowUs(), test.Lines, live, analysis, head);
                }
            }
        }
    }
}
