using EcgChip.Device.Drivers.Ili9341;
using EcgChip.Device.Screens;
using EcgChip.Device.Seams;
using EcgChip.Inference;
using EcgChip.Records.Link;

namespace EcgChip.Device.SelfTest
{
    /// <summary>
    /// The self-test: checks the board's parts (<see cref="CheckLine"/>), then runs kernels of the firmware over the same input every time, times each with the device's own timer, and shows microseconds and
    /// whether the result was right. `ecgchip bench chip` runs this very class on the chip's clock: so a person can tell from a board how far that
    /// clock can be trusted.
    /// <para>
    /// A resumable job. The screen says what runs before it runs, and is never drawn in what is timed. One kernel's buffers live at a time;
    /// all of it is to be dropped before a session is made.
    /// </para>
    /// </summary>
    public sealed class SelfTestRun
    {
        /// <summary>Nothing was timed.</summary>
        public const int NoLine = -1;

        /// <summary>Lines in all: checks of the board, and kernels.</summary>
        public const int LinesInAll = CheckLine.Count + SelfTestLine.Count;

        private const int Models = 2;

        // A page that is read in a hurry, and a photograph.
        private const long PageUs = 8_000_000;

        private readonly Ili9341 display;
        private readonly ISampleSource source;
        private readonly IClock clock;
        private readonly Model liveModel;
        private readonly Model analysisModel;
        private readonly BoardChecks checks;
        private readonly SelfTestLines lines;
        private readonly NextPress button;
        private readonly short[] signal;
        private readonly int[] microseconds = new int[SelfTestLine.Count];
        private readonly int[] results = new int[SelfTestLine.Count];
        private readonly bool[] right = new bool[SelfTestLine.Count];

        private SelfTestScreen screen;
        private TestKernel kernel;
        private int line;
        private bool isChecked;
        private bool showsChecks;
        private long pageEndUs;
        private bool announced;
        private bool anyWrong;

        /// <summary>A self-test that has not begun.</summary>
        /// <param name="board">The board; its start button ends the test.</param>
        /// <param name="clock">What times.</param>
        /// <param name="liveModel">The bedside network.</param>
        /// <param name="analysisModel">The seed network.</param>
        /// <param name="head">The head for infarction behind that; null where there is none that fits.</param>
        /// <param name="battery">The battery; null where none can be measured.</param>
        public SelfTestRun(OpenedBoard board, IClock clock, Model liveModel, Model analysisModel, HeadModel head, IBattery battery)
        {
            this.clock = clock;
            this.liveModel = liveModel;
            this.analysisModel = analysisModel;
            display = board.Display;
            source = board.FrontEnd;
            button = new NextPress(board.Controls, clock);
            signal = TestSignal.Make();
            LastLine = NoLine;
            lines = new SelfTestLines(LinesInAll * (SelfTestLines.FixedBytes + SelfTestLine.NameLength));
            checks = new BoardChecks(board, clock, analysisModel, head, battery, lines);
            BeginChecksPage();
        }

        /// <summary>What was found, line by line, as it is stored and sent.</summary>
        public SelfTestLines Lines
        {
            get { return lines; }
        }

        /// <summary>True when a line is not as it has to be.</summary>
        public bool AnyWrong
        {
            get { return anyWrong || checks.AnyFailed; }
        }

        /// <summary>The line that the last step was timed for, between two looks at the clock; <see cref="NoLine"/> when it was not timed.</summary>
        public int LastLine { get; private set; }

        /// <summary>True when every kernel has run and the table stands on the display.</summary>
        public bool IsComplete { get; private set; }

        /// <summary>What a line took, in microseconds.</summary>
        public int Microseconds(int line)
        {
            return microseconds[line];
        }

        /// <summary>What came out of a line's kernel: a checksum, or, of the ADC, the sum of its readings; lines of one network have one.</summary>
        public int Result(int line)
        {
            return results[line];
        }

        /// <summary>Whether a line's result was right; false before it is known.</summary>
        public bool IsRight(int line)
        {
            return right[line];
        }

        /// <summary>Draws a piece, or runs a slice of a kernel. True when the table was shown, and the start button was pressed and released after it.</summary>
        public bool Step()
        {
            LastLine = NoLine;
            if (!screen.Step())
            {
                return false;
            }

            if (kernel != null)
            {
                RunSlice();
                return false;
            }

            if (!isChecked)
            {
                CheckBoard();
                return false;
            }

            if (line < SelfTestLine.Count)
            {
                Begin();
                return false;
            }

            return StepComplete();
        }

        private bool StepComplete()
        {
            long now = clock.NowUs();
            if (!IsComplete)
            {
                IsComplete = true;
                checks.ConcludeSpeed(SpeedUs());
                pageEndUs = now + PageUs;
            }
            else if (now >= pageEndUs)
            {
                pageEndUs = now + PageUs;
                TurnPage();
            }

            bool pressed = button.Step();
            screen.SetTitle(button.WaitsForPress ? "PRESS START" : "RELEASE", AnyWrong);
            return pressed;
        }

        private void CheckBoard()
        {
            if (checks.Step(screen))
            {
                isChecked = true;
                BeginKernelsPage();
            }
        }

        // The time of the kernels that only compute.
        private int SpeedUs()
        {
            int sum = 0;
            for (int each = 0; each <= SelfTestLine.SeedRest; each++)
            {
                sum += microseconds[each];
            }

            return sum;
        }

        private void TurnPage()
        {
            if (showsChecks)
            {
                BeginKernelsPage();
                for (int each = 0; each < SelfTestLine.Count; each++)
                {
                    screen.SetResult(each, microseconds[each], right[each]);
                }
            }
            else
            {
                BeginChecksPage();
                checks.ShowAll(screen);
            }
        }

        private void BeginChecksPage()
        {
            showsChecks = true;
            screen = new SelfTestScreen(display, CheckLine.Count, Models);
            screen.SetTitle("RUNNING", AnyWrong);
            ShowModels();
            for (int each = 0; each < CheckLine.Count; each++)
            {
                screen.SetName(each, CheckLine.Name(each));
            }
        }

        private void BeginKernelsPage()
        {
            showsChecks = false;
            screen = new SelfTestScreen(display, SelfTestLine.Count, Models);
            screen.SetTitle("RUNNING", AnyWrong);
            ShowModels();
            for (int each = 0; each < SelfTestLine.Count; each++)
            {
                screen.SetName(each, SelfTestLine.Name(each));
            }
        }

        private void ShowModels()
        {
            screen.SetModel(0, liveModel.Name, liveModel.Hash);
            screen.SetModel(1, analysisModel.Name, analysisModel.Hash);
        }

        private void Begin()
        {
            if (!announced)
            {
                announced = true;
                int last = line == SelfTestLine.SeedFirst ? SelfTestLine.SeedRest : line;
                for (int each = line; each <= last; each++)
                {
                    screen.SetRunning(each);
                }

                return;
            }

            announced = false;
            kernel = Make(line);
        }

        private TestKernel Make(int wanted)
        {
            switch (wanted)
            {
                case SelfTestLine.Conditioner: return new ConditionerKernel(signal);
                case SelfTestLine.RPeaks: return new RPeakKernel(signal);
                case SelfTestLine.Packer: return new PackerKernel(signal);
                case SelfTestLine.Window: return new WindowKernel(signal);
                case SelfTestLine.Bedside: return NetworkKernel.Bedside(liveModel, signal);
                case SelfTestLine.SeedFirst: return NetworkKernel.Seed(analysisModel, signal);
                case SelfTestLine.Column: return new ColumnKernel(display);
                default: return new AdcKernel(source);
            }
        }

        private void RunSlice()
        {
            TestKernel running = kernel;
            int timed = running.Line;
            long begun = clock.NowUs();
            bool finished = running.Step();
            long ended = clock.NowUs();
            LastLine = timed;
            if (timed != NoLine)
            {
                microseconds[timed] += (int)(ended - begun);
            }

            if (finished)
            {
                Conclude();
            }
        }

        private void Conclude()
        {
            int result = kernel.Result();
            bool isRight = kernel.IsRight(result, microseconds[line]);
            anyWrong = anyWrong || !isRight;
            int end = line + kernel.LineCount;
            kernel = null;
            for (; line < end; line++)
            {
                results[line] = result;
                right[line] = isRight;
                screen.SetResult(line, microseconds[line], isRight);
                lines.Add(
                    SelfTestLine.Name(line), isRight ? SelfTestVerdict.Passed : SelfTestVerdict.Failed, SelfTestUnit.Microseconds, microseconds[line],
                    SelfTestLines.NoLeast, SelfTestLines.NoMost);
            }
        }
    }
}
