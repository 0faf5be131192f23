using EcgChip.Device.Sampling;
using EcgChip.Device.SelfTest;
using EcgChip.Device.Session;
using EcgChip.Models.Bedside;
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
            if (board.Controls.StartHeld)
            {
                RunSelfTest(board);
            }

            FirmwareSettings settings = new FirmwareSettings();
            settings.OffersFiveMinutes = Board.HasLargeHeap();
            while (true)
            {
                RunSession(board, settings);
                RunSelfTest(board);
            }
        }

        // Methods of their own: each needs the heap that the other took.
        private static void RunSession(OpenedBoard board, FirmwareSettings settings)
        {
            Firmware firmware = new Firmware(settings, null, board);
            SampleLoop loop = firmware.Loop;
            BedsideFlow flow = firmware.Session.Flow;
            while (!flow.SelfTestWanted)
            {
                loop.RunSlot();
            }
        }

        private static void RunSelfTest(OpenedBoard board)
        {
            SelfTestRun test = new SelfTestRun(board, new HighResClock(), new BedsideModel(), new SeedModel());
            while (!test.Step())
            {
            }
        }
    }
}
