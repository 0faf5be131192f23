using EcgChip.Device.Seams;
using EcgChip.Device.SelfTest;
using EcgChip.Inference;
using EcgChip.Models.Bedside;
using EcgChip.Models.Infarction;
using EcgChip.Models.Seed;

namespace EcgChip.Device.Link
{
    /// <summary>
    /// The self-test as somebody at the other end of the link wants it: runs it with the link served in between, stores what it found as a record of its
    /// own, and stays until that was told, for ten seconds at most. A resumable job; the session, whose heap it needs, must be gone, and is made
    /// anew after it.
    /// </summary>
    public sealed class LinkedSelfTest
    {
        // Who asked and does not ask again has gone.
        private const long PatienceUs = 10_000_000;

        private readonly LinkServer link;
        private readonly IClock clock;
        private readonly SelfTestRun test;
        private readonly BedsideModel live = new BedsideModel();
        private readonly SeedModel analysis = new SeedModel();
        private readonly HeadModel head;
        private bool done;
        private long endUs;

        /// <summary>A self-test that has not begun.</summary>
        /// <param name="board">The board.</param>
        /// <param name="clock">The monotonic clock.</param>
        /// <param name="link">Who wants it; tells its lines, and has the log.</param>
        public LinkedSelfTest(OpenedBoard board, IClock clock, LinkServer link)
        {
            this.link = link;
            this.clock = clock;
            HeadModel infarction = new InfarctionModel();
            head = HeadRunner.Fits(infarction, analysis) ? infarction : null;
            test = new SelfTestRun(board, clock, live, analysis, head, link.Battery);
            link.SelfTestBegins(test.Lines, SelfTestRun.LinesInAll);
        }

        /// <summary>A slice of it, or of what is asked over the link meanwhile.</summary>
        /// <returns>True when it is over.</returns>
        public bool Step()
        {
            if (link.Step(false))
            {
                return false;
            }

            bool pressed = test.Step();
            if (test.IsComplete && !done)
            {
                done = true;
                long now = clock.NowUs();
                link.SelfTestDone(SelfTestStorage.Store(link.Log, link.Settings, now, test.Lines, live, analysis, head));
                endUs = now + PatienceUs;
            }

            if (!done || !(pressed || clock.NowUs() >= endUs || link.ResultTaken || link.StartsAgain))
            {
                return false;
            }

            link.SelfTestEnded();
            return true;
        }
    }
}
