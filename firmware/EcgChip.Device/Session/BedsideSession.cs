using EcgChip.Device.Monitoring;
using EcgChip.Device.Screens;
using EcgChip.Device.Seams;
using EcgChip.Inference;
using EcgChip.Records;
using EcgChip.Signal;

namespace EcgChip.Device.Session
{
    /// <summary>
    /// The session at the bedside: signal on the screen from power-up on, a recording when the button is pressed, its beats classified, the record
    /// stored. <see cref="Take"/> does what belongs to a sample; <see cref="DoSlice"/> does a slice of everything that can wait.
    /// </summary>
    public sealed class BedsideSession : IBeatListener
    {
        // A button's contacts bounce for some milliseconds; a second press within 0.2 s is the first one's bounce.
        private const int ButtonLockout = SignalUnits.SampleRate / 5;

        private readonly IControls controls;
        private readonly MonitorScreen screen;
        private readonly RecordSaver saver;
        private readonly Recording recording;
        private readonly SignalPath path;
        private readonly BeatClassifier classifier;
        private readonly IBeatListener observer;
        private readonly int recordingSeconds;
        private readonly int modelIndex;

        private bool takingSample;
        private bool startHeld;
        private int lockout;

        /// <summary>A session.</summary>
        /// <param name="settings">How it shall work.</param>
        /// <param name="parts">What it works with.</param>
        public BedsideSession(FirmwareSettings settings, SessionParts parts)
        {
            controls = parts.Controls;
            screen = parts.Screen;
            observer = parts.Observer;
            recordingSeconds = settings.RecordingSeconds;

            RecordContents contents = Recording.MakeContents(recordingSeconds);
            contents.DeviceId = settings.DeviceId;
            contents.FrontEndGain = parts.FrontEnd.Gain;
            contents.MainsFrequency = (int)settings.Mains;
            modelIndex = contents.AddModel(new ModelReference(ModelRole.Live, parts.Model.Name, parts.Model.Hash));

            recording = new Recording(recordingSeconds, contents);
            saver = new RecordSaver(parts.Log, settings.StoragePageBytes);
            path = new SignalPath(parts.FrontEnd, settings.Mains, settings.UsesPaperRule, settings.AcquisitionLeadUs, this);
            classifier = new BeatClassifier(path, new NetworkRunner(parts.Model), this);
            State = SessionState.Monitoring;
        }

        /// <summary>What the device is doing.</summary>
        public SessionState State { get; private set; }

        /// <summary>True when the last slice found nothing to do and no recording is under way.</summary>
        public bool IsIdle { get; private set; }

        /// <summary>Contact and quality of the signal.</summary>
        public ContactMonitor Contact
        {
            get { return path.Contact; }
        }

        /// <summary>Heart rate; after a recording that of the recording and what followed.</summary>
        public HeartRate Rate
        {
            get { return path.Rate; }
        }

        /// <summary>Takes a sample: everything that must not wait.</summary>
        /// <param name="index">Its index since power-up.</param>
        /// <param name="readingSum">Sum of its ADC readings.</param>
        /// <param name="positiveOff">Comparator LO+.</param>
        /// <param name="negativeOff">Comparator LO-.</param>
        public void Take(int index, int readingSum, bool positiveOff, bool negativeOff)
        {
            if (StartPressed())
            {
                Start(index);
            }

            takingSample = true;
            path.Add(index, readingSum, positiveOff, negativeOff);
            takingSample = false;
            if (path.HasSample)
            {
                screen.PushSample(path.Sample);
            }

            if (State == SessionState.Recording)
            {
                recording.Add(path.SampleIndex, path.Sample, path.HasSample ? path.Contact.State : ContactState.NoContact);
                EndWhenComplete();
            }

            if (path.SecondEnded)
            {
                ShowSecond();
            }
        }

        /// <summary>Samples were missed: the loop came too late for them.</summary>
        public void Miss()
        {
            path.BreakOff();
        }

        /// <summary>Does one slice of longer work: the screen first, then beats, then storage.</summary>
        /// <returns>False when there is nothing to do.</returns>
        public bool DoSlice()
        {
            bool worked = DoFirstSlice();
            IsIdle = !worked && (State == SessionState.Monitoring || State == SessionState.StorageFault);
            return worked;
        }

        /// <summary>Ends the recording that runs, if any, with the sample taken last; what there is of it is kept.</summary>
        public void StopRecording()
        {
            if (State == SessionState.Recording)
            {
                recording.EndNow();
            }
        }

        /// <summary>No more samples come: what was found is cut and classified with the slices that follow.</summary>
        public void EndMonitoring()
        {
            path.EndCutting();
        }

        /// <inheritdoc/>
        public void BeatFound(int sampleIndex)
        {
            // The paper's rule finds the last window's beats when the recording is over already.
            if (State == SessionState.Recording || State == SessionState.Analysing)
            {
                recording.BeatFound(sampleIndex);
            }

            // While a sample is being taken, the screen has those before it only.
            screen.MarkR(path.SampleIndex - sampleIndex - (takingSample ? 1 : 0));
            if (observer != null)
            {
                observer.BeatFound(sampleIndex);
            }
        }

        /// <inheritdoc/>
        public void BeatClassified(int sampleIndex, int beatClass, int confidence)
        {
            if (State == SessionState.Recording || State == SessionState.Analysing)
            {
                recording.BeatClassified(sampleIndex, beatClass, confidence, modelIndex);
            }

            screen.PushBeatClass(beatClass);
            if (observer != null)
            {
                observer.BeatClassified(sampleIndex, beatClass, confidence);
            }
        }

        private bool DoFirstSlice()
        {
            if (!screen.Step())
            {
                return true;
            }

            if (classifier.DoSlice())
            {
                return true;
            }

            switch (State)
            {
                case SessionState.Analysing:
                    // Nothing is left to classify.
                    path.DropPending();
                    BeginStoring();
                    return true;
                case SessionState.Storing:
                    if (saver.Step())
                    {
                        EndStoring();
                    }

                    return true;
                default:
                    return false;
            }
        }

        // With a recording that could not be stored, a press tries again to store it: nothing new may take its place.
        private void Start(int index)
        {
            if (State == SessionState.Monitoring)
            {
                path.Rate.Reset();
                recording.Begin(index, recordingSeconds);
                State = SessionState.Recording;
            }
            else if (State == SessionState.StorageFault)
            {
                path.EndCutting();
                State = SessionState.Analysing;
            }
        }

        private bool StartPressed()
        {
            bool held = controls.StartHeld;
            bool pressed = held && !startHeld && lockout == 0;
            startHeld = held;
            if (pressed)
            {
                lockout = ButtonLockout;
            }
            else if (lockout > 0)
            {
                lockout--;
            }

            return pressed;
        }

        private void EndWhenComplete()
        {
            if (recording.IsComplete)
            {
                recording.TakeRate(path.Rate);
            }

            // The last beat is reported up to a second after its R peak.
            int last = recording.Start + recording.Length;
            if (recording.IsComplete && path.SampleIndex >= last + RPeakDetector.LatestReport)
            {
                path.EndCutting();
                State = SessionState.Analysing;
            }
        }

        private void BeginStoring()
        {
            LogStatus status = saver.Begin(recording.Finish());
            if (status == LogStatus.Working)
            {
                State = SessionState.Storing;
                return;
            }

            EndStoring();
        }

        private void EndStoring()
        {
            State = saver.Status == LogStatus.Ok ? SessionState.Monitoring : SessionState.StorageFault;
            path.StartCutting();
        }

        private void ShowSecond()
        {
            screen.SetContact(path.Contact.State);
            screen.SetHeartRate(path.Contact.State == ContactState.Good ? path.Rate.Now : HeartRate.Unknown);
            switch (State)
            {
                case SessionState.Recording:
                    screen.SetRecording(recording.Length / SignalUnits.SampleRate, recordingSeconds);
                    break;
                case SessionState.Analysing:
                    screen.SetActivity("ANALYSING");
                    break;
                case SessionState.Storing:
                    screen.SetActivity("STORING");
                    break;
                case SessionState.StorageFault:
                    screen.SetActivity("NOT SAVED");
                    break;
                default:
                    screen.SetActivity("");
                    break;
            }
        }
    }
}
