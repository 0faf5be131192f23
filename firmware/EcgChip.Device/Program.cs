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
            if (board.Controls.StartHeld)
            {
                RunSelfTest(board);
            }

            IClock clock = new HighResClock();
            LinkServer link = new LinkServer(new SerialLink(), clock, new HeldSettings());
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
            link.Facts.Contents = null;
            LinkedSelfTest test = new LinkedSelfTest(board, clock, link);
            while (!test.Step())
            {
            }
        }

        private static void RunSelfTest(OpenedBoard board)
        {
            Model analysis = new SeedModel();
            HeadModel head = new InfarctionModel();
            SelfTestRun test = new SelfTestRun(
                board, new HighResClock(), new BedsideModel(), analysis, HeadRunner.Fits(head, analysis) ? head : null, null);
            while (!test.Step())
            {
            }
        }
    }
}
