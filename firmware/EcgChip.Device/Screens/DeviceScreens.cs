using System;
using EcgChip.Device.Drivers.Ili9341;
using EcgChip.Signal;

namespace EcgChip.Device.Screens
{
    /// <summary>
    /// All screens of the device. A resumable job: <see cref="Show"/> and <see cref="Changed"/> only say that something is wanted, and <see cref="Step"/> draws
    /// one piece of what differs from what is shown, about 1 KB on the bus at most, the trace before everything else. A screen is a method that
    /// describes its pieces by number; of each piece that stands on the display only a number is kept that tells it from others.
    /// Nothing is allocated once it is made, but for texts that are drawn: those of a running recording stay loaded (<see cref="Texts"/>).
    /// </summary>
    public sealed class DeviceScreens
    {
        /// <summary>Most pieces of a screen, the frame's included.</summary>
        internal const int MostPieces = 60;

        // A look at a piece costs the chip some 10,000 instructions.
        private const int LooksInStep = 10;

        // The signature of what is not on the display.
        private const int Undrawn = 0;

        private readonly Ili9341 display;
        private readonly ScreenContents contents;
        private readonly Texts texts = new Texts();
        private readonly Piece piece;
        private readonly PiecePainter painter;
        private readonly MonitorScreen monitor;
        private readonly int[] drawn = new int[MostPieces];
        private ScreenId shown;
        private bool hasTrace;
        private bool draws;
        private bool gridWaits;
        private bool stepped;
        private int place;
        private int signature;
        private int clearRow;
        private int clearEnd = Ili9341.Height;
        private int lookFrom;
        private int lookTo = MostPieces;

        /// <summary>The first screen; its first steps draw the background.</summary>
        /// <param name="display">Where they are drawn.</param>
        /// <param name="contents">What they show.</param>
        public DeviceScreens(Ili9341 display, ScreenContents contents)
        {
            this.display = display;
            this.contents = contents;
            piece = new Piece(texts);
            painter = new PiecePainter(display, piece);
            texts.Use(contents.SettingLanguage);
            monitor = new MonitorScreen(this, contents, display);
            Forget(0, MostPieces);
        }

        /// <summary>What they show.</summary>
        public ScreenContents Contents
        {
            get { return contents; }
        }

        /// <summary>What is live: samples, R peaks, heart rate, classes of beats.</summary>
        public MonitorScreen Monitor
        {
            get { return monitor; }
        }

        /// <summary>The screen that is wanted.</summary>
        public ScreenId Shown
        {
            get { return shown; }
        }

        /// <summary>From now on this screen is wanted.</summary>
        public void Show(ScreenId screen)
        {
            if (screen == shown)
            {
                return;
            }

            bool trace = screen == ScreenId.Monitor || screen == ScreenId.Recording;
            shown = screen;

            // of the trace's screens one gives way to the other without breaking the trace off
            int from = trace ? Layout.BelowTrace : Layout.BodyTop;
            bool begun = clearRow < clearEnd;
            clearRow = begun && clearRow < from ? clearRow : from;
            clearEnd = begun && clearEnd > Layout.KeyTop ? clearEnd : Layout.KeyTop;
            gridWaits = trace && (gridWaits || !hasTrace);
            hasTrace = trace;
            monitor.SetTraced(trace);
            draws = false;
            Forget(Frame.Pieces, MostPieces);
            Changed();
        }

        /// <summary>What is to be shown has changed: everything is looked at once more.</summary>
        public void Changed()
        {
            lookFrom = 0;
            lookTo = MostPieces;
        }

        /// <summary>True when all that is wanted is shown, but for the trace.</summary>
        public bool IsDrawn
        {
            get { return !gridWaits && clearRow >= clearEnd && !draws && lookFrom >= lookTo; }
        }

        /// <summary>
        /// Draws one piece of what is wanted and not shown. True when there was nothing to draw; while the signal is good also behind every piece but the trace's,
        /// so that it is one in a slot until <see cref="StepMore"/> has its turn.
        /// </summary>
        public bool Step()
        {
            if (hasTrace && !monitor.Step())
            {
                return false;
            }

            if (stepped && contents.Contact == ContactState.Good)
            {
                // while the signal is good the network goes first, for a beat waits for it
                stepped = false;
                return true;
            }

            stepped = !StepMore();
            return !stepped;
        }

        /// <summary>Draws one piece, but none of the trace. True when there was nothing to draw.</summary>
        public bool StepMore()
        {
            if (gridWaits)
            {
                gridWaits = !monitor.StepGrid();
                return false;
            }

            if (clearRow < clearEnd)
            {
                if (hasTrace && clearRow >= Layout.TraceTop && clearRow < Layout.BelowTrace)
                {
                    clearRow = Layout.BelowTrace;
                }

                display.FillRectangle(0, clearRow, Ili9341.Width, 1, Palette.Background);
                clearRow++;
                return false;
            }

            if (draws)
            {
                Draw();
                return false;
            }

            return lookFrom >= lookTo || !Find();
        }

        /// <summary>Something has changed, in pieces from one on up to another, which is not looked at.</summary>
        internal void Look(int from, int to)
        {
            if (hasTrace)
            {
                if (lookFrom >= lookTo)
                {
                    lookFrom = from;
                    lookTo = to;
                    return;
                }

                lookFrom = from < lookFrom ? from : lookFrom;
                lookTo = to > lookTo ? to : lookTo;
            }
        }

        private bool Find()
        {
            if (lookFrom == 0 && texts.Use(contents.SettingLanguage))
            {
                // no signature knows the language
                Forget(0, MostPieces);
            }

            for (int looks = 0; looks < LooksInStep && lookFrom < lookTo; looks++)
            {
                int index = lookFrom;
                piece.Writes = false;
                if (!Describe(index))
                {
                    lookFrom = lookTo;
                    return false;
                }

                if (piece.Signature != drawn[index])
                {
                    // once more, with its words
                    piece.Writes = true;
                    Describe(index);
                    place = index;
                    signature = piece.Signature;
                    drawn[index] = Undrawn;
                    draws = true;
                    painter.Begin();
                    return true;
                }

                lookFrom++;
            }

            return lookFrom < lookTo;
        }

        private void Draw()
        {
            if (painter.Step())
            {
                draws = false;
                drawn[place] = signature;
                int kind = piece.Kind;
                if (kind == PieceKind.Fill || kind == PieceKind.Disc || kind == PieceKind.Triangle)
                {
                    // what stands on it is gone
                    Forget(place + 1, place < Frame.Pieces ? Frame.EndOfGroup(place) : MostPieces);
                }
            }
        }

        private void Forget(int from, int to)
        {
            Array.Clear(drawn, from, to - from);
        }

        private bool Describe(int index)
        {
            if (index < Frame.Pieces)
            {
                Frame.Describe(index, shown, contents, piece);
                return true;
            }

            int own = index - Frame.Pieces;
            switch (shown)
            {
                case ScreenId.Start: return StartScreen.Describe(own, contents, piece);
                case ScreenId.ContactGuide: return ContactGuideScreen.Describe(own, contents, piece);
                case ScreenId.Paused: return PausedScreen.Describe(own, contents, piece);
                case ScreenId.Analysing: return ProgressScreen.Describe(own, TextId.PleaseWait, contents, piece);
                case ScreenId.Syncing: return ProgressScreen.Describe(own, TextId.KeepNear, contents, piece);
                case ScreenId.Result: return ResultScreen.Describe(own, contents, piece);
                case ScreenId.Findings: return FindingsScreen.Describe(own, contents, piece);
                case ScreenId.Stored: return StoredScreen.Describe(own, contents, piece);
                case ScreenId.History: return HistoryScreen.Describe(own, contents, piece);
                case ScreenId.Settings: return SettingsScreen.Describe(own, contents, piece);
                case ScreenId.PatientNumber: return PatientNumberScreen.Describe(own, contents, piece);
                case ScreenId.SelfTest: return SelfTestLinesScreen.Describe(own, contents, piece);
                case ScreenId.About: return AboutScreen.Describe(own, contents, piece);
                case ScreenId.Fault: return FaultScreen.Describe(own, contents, piece);
                case ScreenId.LowBattery: return LowBatteryScreen.Describe(own, contents, piece);
                default: return MonitorRow.Describe(index, shown, contents, monitor, piece);
            }
        }
    }
}
