using EcgChip.Device.Link;
using EcgChip.Device.Sampling;
using EcgChip.Device.Seams;
using EcgChip.Device.SelfTest;
using EcgChip.Device.Session;
using EcgChip.Device.Storage;

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
            StoredDeviceSettings stored = Firmware.OpenSettings(new FirmwareSettings());
            if (board.Controls.StartHeld)
            {
                RunSelfTest(board, clock, stored);
            }

            LinkServer link = new LinkServer(new SerialLink(), clock, stored);
            link.Battery = board.Battery;
            while (true)
            {
                bool testWanted = RunSession(board, link, stored);
                if (link.SelfTestWanted)
                {
                    RunLinkedSelfTest(board, clock, link);
                }
                else if (testWanted)
                {
                    RunSelfTest(board, clock, stored);
                }
            }
        }

        // Methods of their own: each needs the heap that the one before took. True when the user wants the self-test.
        private static bool RunSession(OpenedBoard board, LinkServer link, StoredDeviceSettings stored)
        {
            Firmware firmware = new Firmware(stored.ForSession(Board.HasLargeHeap()), null, board, link, stored);
            SampleLoop loop = firmware.Loop;
            BedsideFlow flow = firmware.Session.Flow;
            while (!link.SelfTestWanted && !flow.MustLeave)
            {
                loop.RunSlot();
            }

            link.Contents = null;
            return flow.SelfTestWanted;
        }

        private static void RunLinkedSelfTest(OpenedBoard board, IClock clock, LinkServer link)
        {
            LinkedSelfTest test = new LinkedSelfTest(board, clock, link);
            while (!test.Step())
            {
            }
        }

        private static void RunSelfTest(OpenedBoard board, IClock clock, IDeviceSettings settings)
        {
            StoredSelfTest test = new StoredSelfTest(board, clock, settings);
            while (!test.Step())
            {
            }
        }
    }
}
