using EcgChip.Device.Analysis;
using EcgChip.Device.Controls;
using EcgChip.Device.Monitoring;
using EcgChip.Device.Sampling;
using EcgChip.Device.Screens;
using EcgChip.Device.Seams;
using EcgChip.Inference;
using EcgChip.Records;
using EcgChip.Signal;

namespace EcgChip.Device.Session
{
    /// <summary>
    /// The session at the bedside: signal on the screen and every beat classified from power-up on, a recording when the button is pressed, its
    /// shapes judged once more by the seed network when it is over, the record stored. <see cref="Take"/> does what belongs to
    /// samples; <see cref="DoSlice"/> does a slice of everything that can wait.
    /// </summary>
    public sealed class BedsideSession
    {
        // A look at link and log costs as much as a filter: every eighth slot without other work has one, and once there is something to do it goes on
        // without rests. The link's port holds twice the longest request meanwhile.
        private const int Rests = 8;

        private readonly ButtonReader buttons;
        private readonly DeviceScreens screens;
        private readonly MonitorScreen screen;
        private readonly BedsideFlow flow;
        private readonly SignalPath path;
        private readonly SessionListener listener;
        private readonly RecordingCourse course;
        private readonly ContactMonitor contact;
        private readonly BeatClassifier classifier;
        private readonly SessionStorage storage;
        private readonly LinkWatch link;
        private readonly int usualSeconds;
        private readonly int longestSeconds;
        private readonly short[] ring;
        private readonly int ringMask;
        private readonly int delaySamples;

        private bool worked;
        private int wantedSeconds;
        private int rests;
        private bool keepsUp;

        /// <summary>A session.</summary>
        /// <param name="settings">How it shall work.</param>
        /// <param name="parts">What it works with.</param>
        public BedsideSession(FirmwareSettings settings, SessionParts parts)
        {
            buttons = new ButtonReader(parts.Controls);
            screens = parts.Screens;
            screen = screens.Monitor;
            usualSeconds = settings.RecordingSeconds;
            longestSeconds = settings.LongestSeconds;

            RecordContents contents = parts.NewContents(settings);
            ConvolutionBuffers shared = new ConvolutionBuffers();
            NetworkRunner analyst = new NetworkRunner(parts.AnalysisModel, LayerJob.LongSliceIl, shared);
            InfarctionScore infarction = null;
            if (parts.InfarctionModel != null)
            {
                infarction = new InfarctionScore(parts.InfarctionModel, analyst);
            }

            listener = new SessionListener(screens, parts.Observer);
            path = new SignalPath(parts.FrontEnd, settings.Mains, settings.UsesPaperRule, settings.AcquisitionLeadUs, listener);
            contact = path.Contact;
            ring = path.Ring;
            ringMask = path.RingMask;
            Recording recording = new Recording(longestSeconds, contents, path.Ring, path.RingMask, path.DelaySamples);
            delaySamples = path.DelaySamples;
            NetworkRunner live = new NetworkRunner(new HeldModel(parts.LiveModel), LayerJob.ShortSliceIl, shared);
            classifier = new BeatClassifier(path, live, shared, listener);
            RecordingFinish finish = new RecordingFinish(
                recording, new RecordingAnalysis(analyst, SessionParts.AnalysisIndex, infarction, parts.Observer, longestSeconds),
                parts.Log, settings.StoragePageBytes, screens);
            course = new RecordingCourse(recording, finish, path);
            listener.Attach(path, course);
            if (parts.Link != null)
            {
                parts.Link.Contents = contents;
                parts.Link.Log = parts.Log;
            }

            storage = new SessionStorage(settings, parts);
            flow = new BedsideFlow(this, settings, parts);
            link = new LinkWatch(parts.Link, flow, screens, storage);
        }

        /// <summary>What the device is doing.</summary>
        public SessionState State
        {
            get { return course.State; }
        }

        /// <summary>True while something is being written to flash: no sample is due then.</summary>
        public bool IsStoring
        {
            get { return keepsUp || course.State == SessionState.Storing; }
        }

        /// <summary>True when the last slice found nothing to do and no recording is under way.</summary>
        public bool IsIdle
        {
            get { return !worked && !keepsUp && !storage.IsWanted && !course.IsBusy; }
        }

        /// <summary>Sample index at which the recording begins that was made last, or runs.</summary>
        public int RecordingStart
        {
            get { return course.Start; }
        }

        /// <summary>Contact and quality of the signal.</summary>
        public ContactMonitor Contact
        {
            get { return contact; }
        }

        /// <summary>The signal, with its quality.</summary>
        public SignalPath Signal
        {
            get { return path; }
        }

        /// <summary>Heart rate; after a recording that of the recording and what followed.</summary>
        public HeartRate Rate
        {
            get { return path.Rate; }
        }

        /// <summary>The buttons, to be looked at with every fourth sample; what they tell goes to <see cref="Press"/>.</summary>
        public ButtonReader Buttons
        {
            get { return buttons; }
        }

        /// <summary>Where the user is.</summary>
        public BedsideFlow Flow
        {
            get { return flow; }
        }

        /// <summary>Seconds of the recording that runs which are good, so far as they are judged.</summary>
        public int GoodSeconds
        {
            get { return course.GoodSeconds; }
        }

        /// <summary>True where a recording is held that could not be stored.</summary>
        public bool HoldsRecording
        {
            get { return course.State == SessionState.StorageFault; }
        }

        /// <summary>Log and settings.</summary>
        public SessionStorage Storage
        {
            get { return storage; }
        }

        /// <summary>Starts a recording at once, wherever the electrodes are; or, where one is held that could not be stored, to store it.</summary>
        /// <param name="index">Index since power-up of the sample that comes next; all before it must have been taken.</param>
        public void Start(int index)
        {
            if (course.State == SessionState.Monitoring)
            {
                Begin(index, usualSeconds);
                flow.Enter(BedsideState.Recording);
            }
            else if (course.State == SessionState.StorageFault)
            {
                course.StoreAgain();
                flow.Enter(BedsideState.Analysing);
            }
        }

        /// <summary>A button was pressed.</summary>
        /// <param name="pressed">Which, and how.</param>
        /// <param name="index">Index since power-up of the sample that comes next; all before it must have been taken.</param>
        public void Press(SessionEvent pressed, int index)
        {
            flow.Handle(pressed);
            BeginWanted(index);
        }

        /// <summary>A recording is to begin with the sample behind those that are being taken.</summary>
        /// <param name="seconds">How long it shall be.</param>
        public void BeginWithNextSample(int seconds)
        {
            wantedSeconds = seconds < longestSeconds ? seconds : longestSeconds;
        }

        /// <summary>Drops the recording that runs: nothing of it is kept.</summary>
        public void DropRecording()
        {
            course.Drop();
        }

        /// <summary>Stores what is held once more: nothing new may take the place of a recording that could not be stored.</summary>
        public void StoreAgain()
        {
            course.StoreAgain();
        }

        /// <summary>Takes samples of one block: everything that must not wait longer. It does not matter how a block is parted.</summary>
        /// <param name="block">What the front end gave (<see cref="RawSample"/>), sample i at <c>i &amp; RawSample.BlockMask</c>.</param>
        /// <param name="first">Index of the first since power-up.</param>
        /// <param name="last">Index of the last.</param>
        /// <returns>Index of the sample with which the next ones should be taken, together with all before it.</returns>
        public int Take(int[] block, int first, int last)
        {
            SignalPath signal = path;
            RecordingCourse recording = course;
            int delay = delaySamples;
            int index = first;
            int taken = 0;
            while (index <= last)
            {
                int raw = block[index & RawSample.BlockMask];
                taken = signal.Add(block, index, last - index + 1);
                if (taken == 0)
                {
                    recording.Newest = index - delay;
                    index++;
                    recording.AddNoContact();
                    continue;
                }

                screen.PushSamples(ring, ringMask, index, taken);
                index += taken;
                recording.Newest = index - 1 - delay;
                if (raw >= RawSample.Late)
                {
                    recording.CountLate();
                }
            }

            if (taken > 0 && (last & RawSample.BlockMask) == RawSample.BlockMask && recording.State == SessionState.Recording)
            {
                recording.Fill(last);
            }

            if (wantedSeconds > 0)
            {
                BeginWanted(last + 1);
            }

            return signal.DueAfter(last);
        }

        /// <summary>Samples were missed: the loop came too late for them.</summary>
        /// <param name="samples">How many.</param>
        public void Miss(int samples)
        {
            path.BreakOff();
            course.Miss(samples);
        }

        /// <summary>Draws one piece of what is wanted on the screen and not shown.</summary>
        /// <returns>False when there is nothing to draw.</returns>
        public bool Draw()
        {
            return !screens.Step();
        }

        /// <summary>Draws one more piece when there is nothing else to do; none of the trace, which <see cref="Draw"/> has drawn.</summary>
        /// <returns>False when there is nothing to draw.</returns>
        public bool DrawMore()
        {
            return !screens.StepMore();
        }

        /// <summary>Does one slice of other work that can wait: beats first, then what follows a recording.</summary>
        /// <returns>
        /// False when there is nothing to do; and when <see cref="IsStoring"/> begins or ends, which changes when samples are due.
        /// </returns>
        public bool DoSlice()
        {
            if (keepsUp)
            {
                return KeepUp();
            }

            worked = classifier.DoSlice();
            if (worked)
            {
                return true;
            }

            if (course.HasEnded)
            {
                course.HasEnded = false;
                flow.Handle(SessionEvent.RecordingOver);
                return true;
            }

            SessionState state = course.State;
            if ((state == SessionState.Analysing || state == SessionState.Storing) && !classifier.HasBeatBefore(course.End))
            {
                worked = course.Step();
                if (!course.IsBusy)
                {
                    storage.MakeRoom();
                    flow.Handle(course.State == SessionState.Monitoring ? SessionEvent.RecordStored : SessionEvent.StoringFailed);
                }
            }

            // When storing begins nothing more is done in this slot.
            if (worked || course.State == SessionState.Storing)
            {
                return worked;
            }

            if (listener.SecondPassed)
            {
                listener.SecondPassed = false;
                flow.JudgeSecond(contact.State);
                flow.Second();
                return true;
            }

            rests--;
            if (rests > 0)
            {
                return false;
            }

            bool busy = course.IsBusy;
            if (storage.List(screens) || link.Step(busy))
            {
                rests = 0;
                return true;
            }

            // Who asks something over the link has an answer first.
            rests = link.HasSession ? 0 : Rests;
            keepsUp = !busy && storage.IsWanted;
            return false;
        }

        /// <summary>Ends the recording that runs, if any, with the sample taken last; what there is of it is kept.</summary>
        public void StopRecording()
        {
            course.Stop();
        }

        /// <summary>No more samples come: beats that still miss a part of their signal get no class.</summary>
        public void EndMonitoring()
        {
            path.End();
        }

        // No sample is due meanwhile.
        private bool KeepUp()
        {
            keepsUp = !storage.Step();
            if (storage.HasFailed && course.State == SessionState.Monitoring)
            {
                flow.Fail(TextId.FaultInternal);
            }

            return keepsUp;
        }

        private void BeginWanted(int index)
        {
            int seconds = wantedSeconds;
            wantedSeconds = 0;
            if (seconds > 0 && course.State == SessionState.Monitoring)
            {
                Begin(index, seconds);
            }
        }

        private void Begin(int index, int seconds)
        {
            storage.EndListing();
            course.Begin(index, seconds);
            course.Contents.PatientNumber = flow.PatientNumber;
            storage.SetStart(course.Contents);
            ScreenContents shown = screens.Contents;
            shown.SecondsLeft = seconds;
            shown.GoodSeconds = 0;
            shown.Findings = null;
        }
    }
}
