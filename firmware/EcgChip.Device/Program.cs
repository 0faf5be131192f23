using EcgChip.Device.Sampling;
using EcgChip.Device.SelfTest;
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

            SampleLoop loop = new Firmware(new FirmwareSettings(), null, board).Loop;
            while (true)
            {
                loop.RunSlot();
            }
        }

        // A method of its own: the session needs the heap that the test took.
        private static void RunSelfTest(OpenedBoard board)
        {
            SelfTestRun test = new SelfTestRun(board, new HighResClock(), new BedsideModel(), new SeedModel());
            while (!test.Step())
            {
            }
        }
    }
}
