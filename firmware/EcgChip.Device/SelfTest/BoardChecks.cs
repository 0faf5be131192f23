using EcgChip.Device.Screens;
using EcgChip.Device.Seams;
using EcgChip.Inference;
using EcgChip.Records.Link;

namespace EcgChip.Device.SelfTest
{
    /// <summary>Makes the checks of the board one after the other, shows each, and keeps what came of it. A resumable job.</summary>
    internal sealed class BoardChecks
    {
        private readonly OpenedBoard board;
        private readonly IClock clock;
        private readonly Model trunk;
        private readonly HeadModel head;
        private readonly IBattery battery;
        private readonly SelfTestLines lines;
        private readonly int[] values = new int[CheckLine.Count];
        private readonly byte[] verdicts = new byte[CheckLine.Count];
        private BoardCheck check;
        private int line;

        /// <summary>Checks of which none has begun.</summary>
        public BoardChecks(OpenedBoard board, IClock clock, Model trunk, HeadModel head, IBattery battery, SelfTestLines lines)
        {
            this.board = board;
            this.clock = clock;
            this.trunk = trunk;
            this.head = head;
            this.battery = battery;
            this.lines = lines;
        }

        /// <summary>True when a check failed.</summary>
        public bool AnyFailed { get; private set; }

        /// <summary>A slice; true when all are made that can be made before the kernels.</summary>
        public bool Step(SelfTestScreen screen)
        {
            if (line == CheckLine.Speed)
            {
                return true;
            }

            if (check == null)
            {
                check = Make(line);
                screen.SetRunning(line);
                return false;
            }

            if (check.Step())
            {
                Conclude(check);
                Show(screen, line);
                check = null;
                line++;
            }

            return false;
        }

        /// <summary>Judges the chip's speed, the last line.</summary>
        /// <param name="microseconds">What the kernels took that only compute.</param>
        public void ConcludeSpeed(int microseconds)
        {
            Conclude(new SpeedCheck(microseconds));
        }

        /// <summary>Shows what is known.</summary>
        public void ShowAll(SelfTestScreen screen)
        {
            for (int each = 0; each < CheckLine.Count; each++)
            {
                Show(screen, each);
            }
        }

        private void Show(SelfTestScreen screen, int which)
        {
            if (verdicts[which] == SelfTestVerdict.NotThere)
            {
                screen.SetAbsent(which);
            }
            else
            {
                screen.SetResult(which, values[which], verdicts[which] == SelfTestVerdict.Passed);
            }
        }

        private void Conclude(BoardCheck done)
        {
            values[line] = done.Value;
            verdicts[line] = (byte)done.Judged;
            AnyFailed = AnyFailed || done.Judged == SelfTestVerdict.Failed;
            lines.Add(CheckLine.Name(line), done.Judged, done.Unit, done.Value, done.Least, done.Most);
        }

        // On USB power the board keeps the front end off, and there is nothing of it to judge.
        private BoardCheck Make(int wanted)
        {
            if (wanted <= CheckLine.LeadOffNegative && battery != null && battery.IsOnUsb)
            {
                return new AbsentCheck();
            }

            switch (wanted)
            {
                case CheckLine.Reference: return new ReferenceCheck();
                case CheckLine.Centre: return new CentreCheck(board.FrontEnd, clock);
                case CheckLine.LeadOffPositive: return new ComparatorCheck(board.FrontEnd, true);
                case CheckLine.LeadOffNegative: return new ComparatorCheck(board.FrontEnd, false);
                case CheckLine.Battery: return new BatteryCheck(battery);
                case CheckLine.Flash: return new FlashCheck(clock);
                case CheckLine.Loop: return new LoopCheck(clock);
                default: return new InfarctionCheck(trunk, head);
            }
        }
    }
}
