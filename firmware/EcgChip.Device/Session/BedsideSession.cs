using EcgChip.Device.Analysis;
using EcgChip.Device.Controls;
using EcgChip.Device.Monitoring;
using EcgChip.Device.Screens;
using EcgChip.Device.Seams;
using EcgChip.Inference;
using EcgChip.Records;
using EcgChip.Signal;

namespace EcgChip.Device.Session
{
    /// <summary>
    /// The session at the bedside: signal on the screen and every beat classified from power-up on, a recording when the button is pressed, its
    /// shapes judged once more by the seed network when it is over, the record stored. <see cref="Take"/> does what belongs to a
    /// sample; <see cref="DoSlice"/> does a slice of everything that can wait.
    /// </summary>
    public sealed class BedsideSession : ISignalListener
    {
        // The button is looked at with every fourth sample, 32 ms: contacts bounce for less.
        private const int ButtonMask = 3;

        // A signal settles for a second and a half, and is judged when the second that runs then is over.
        private const int LatestJudgement = SignalUnits.SampleRate * 5 / 2;

        // Samples are packed eight at a time.
        private const int BlockMask = 7;

        // A second press within 0.2 s is no press: a hand cannot mean it.
        private const int ButtonLockout = SignalUnits.SampleRate / 5 / (ButtonMask + 1);

        private readonly PressDetector startButton;
        private readonly MonitorScreen screen;
        private readonly RecordSaver saver;
        private readonly Recording recording;
        private readonly SignalPath path;
        private readonly ContactMonitor contact;
        private readonly BeatClassifier classifier;
        private readonly RecordingAnalysis analysis;
        private readonly RecordingVerdict verdict;
        private readonly IBeatListener observer;
        private readonly int recordingSeconds;
        private readonly int delaySamples;
        private readonly int modelIndex;

        private SessionState state;
        private FinishingStage stage;
        private int newest;
        private bool worked;

        /// <summary>A session.</summary>
        /// <param name="settings">How it shall work.</param>
        /// <param name="parts">What it works with.</param>
        public BedsideSession(FirmwareSettings settings, SessionParts parts)
        {
            startButton = new PressDetector(parts.Controls, ButtonLockout);
            screen = parts.Screen;
            observer = parts.Observer;
            recordingSeconds = settings.RecordingSeconds;

            RecordContents contents = Recording.MakeContents(recordingSeconds);
            contents.DeviceId = settings.DeviceId;
            contents.FrontEndGain = parts.FrontEnd.Gain;
            contents.MainsFrequency = (int)settings.Mains;
            modelIndex = contents.AddModel(new ModelReference(ModelRole.Live, parts.LiveModel.Name, parts.LiveModel.Hash));
            int analysisIndex = contents.AddModel(
                new ModelReference(ModelRole.Representative, parts.AnalysisModel.Name, parts.AnalysisModel.Hash));

            saver = new RecordSaver(parts.Log, settings.StoragePageBytes);
            path = new SignalPath(parts.FrontEnd, settings.Mains, settings.UsesPaperRule, settings.AcquisitionLeadUs, this);
            contact = path.Contact;
            recording = new Recording(recordingSeconds, contents, path.Ring, path.RingMask, path.DelaySamples);
            delaySamples = path.DelaySamples;
            classifier = new BeatClassifier(path, new NetworkRunner(new HeldModel(parts.LiveModel), LayerJob.ShortSliceIl), this);
            analysis = new RecordingAnalysis(new NetworkRunner(parts.AnalysisModel), analysisIndex, observer, recordingSeconds);
            verdict = new RecordingVerdict(recording, screen);
            state = SessionState.Monitoring;
        }

        private enum FinishingStage
        {
            ClassifyLastBeats,
            Analyse,
            Store,
        }

        /// <summary>What the device is doing.</summary>
        public SessionState State
        {
            get { return state; }
        }

        /// <summary>True while the recording is being written to flash: no sample is due then.</summary>
        public bool IsStoring
        {
            get { return state == SessionState.Storing; }
        }

        /// <summary>True when the last slice found nothing to do and no recording is under way.</summary>
        public bool IsIdle
        {
            get { return !worked && (state == SessionState.Monitoring || state == SessionState.StorageFault); }
        }

        /// <summary>Sample index at which the recording begins that was made last, or runs.</summary>
        public int RecordingStart
        {
            get { return recording.Start; }
        }

        /// <summary>Contact and quality of the signal.</summary>
        public ContactMonitor Contact
        {
            get { return contact; }
        }

        /// <summary>Heart rate; after a recording that of the recording and what followed.</summary>
        public HeartRate Rate
        {
            get { return path.Rate; }
        }

        /// <summary>Takes a sample: everything that must not wait.</summary>
        /// <param name="index">Its index since power-up.</param>
        /// <param name="readingSum">Sum of its ADC readings.</param>
        /// <param name="leadsOff">The comparators, as <see cref="ContactMonitor.AddReading"/> takes them.</param>
        /// <param name="isLate">True when it was read late and is interpolated.</param>
        public void Take(int index, int readingSum, int leadsOff, bool isLate)
        {
            if ((index & ButtonMask) == 0 && startButton.Step())
            {
                Start(index);
            }

            newest = index - delaySamples;
            int sample = path.Add(index, readingSum, leadsOff);
            if (sample == SignalPath.NoSample)
            {
                TakeNoContact();
                return;
            }

            screen.PushSample(sample);
            if (state == SessionState.Recording)
            {
                Record(index, isLate);
            }
        }

        /// <summary>Samples were missed: the loop came too late for them.</summary>
        /// <param name="samples">How many.</param>
        public void Miss(int samples)
        {
            path.BreakOff();
            if (state == SessionState.Recording)
            {
                recording.AddSamples(newest);
                recording.AddGap(newest + samples);
            }
        }

        /// <summary>Draws one piece of what is wanted on the screen and not shown.</summary>
        /// <returns>False when there is nothing to draw.</returns>
        public bool Draw()
        {
            return !screen.Step();
        }

        /// <summary>Does one slice of other work that can wait: beats first, then what follows a recording.</summary>
        /// <returns>
        /// False when there is nothing to do; and when <see cref="IsStoring"/> begins or ends, which changes when samples are due.
        /// </returns>
        public bool DoSlice()
        {
            worked = classifier.DoSlice();
            if (!worked && (state == SessionState.Analysing || state == SessionState.Storing))
            {
                worked = FinishRecording();
            }

            return worked;
        }

        /// <summary>Ends the recording that runs, if any, with the sample taken last; what there is of it is kept.</summary>
        public void StopRecording()
        {
            if (state == SessionState.Recording)
            {
                recording.AddSamples(newest);
                recording.EndNow();
            }
        }

        /// <summary>No more samples come: beats that still miss a part of their signal get no class.</summary>
        public void EndMonitoring()
        {
            path.BreakOff();
        }

        /// <inheritdoc/>
        public void BeatFound(int sampleIndex)
        {
            if (state == SessionState.Recording)
            {
                recording.BeatFound(sampleIndex);
            }

            // While a sample is taken, the screen has those before it only.
            screen.MarkR(newest - sampleIndex - 1);
            if (observer != null)
            {
                observer.BeatFound(sampleIndex);
            }
        }

        /// <inheritdoc/>
        public void BeatClassified(int sampleIndex, int beatClass, int confidence)
        {
            if (state == SessionState.Recording || state == SessionState.Analysing)
            {
                recording.BeatClassified(sampleIndex, beatClass, confidence, modelIndex);
            }

            screen.PushBeatClass(beatClass);
            if (observer != null)
            {
                observer.BeatClassified(sampleIndex, beatClass, confidence);
            }
        }

        /// <inheritdoc/>
        public void BeatWithdrawn(int sampleIndex, int ago)
        {
            if (state == SessionState.Recording || state == SessionState.Analysing)
            {
                recording.BeatClassified(sampleIndex, BeatClass.Unclassified, 0, modelIndex);
            }

            screen.WithdrawBeatClass(ago);
            if (observer != null)
            {
                observer.BeatClassified(sampleIndex, BeatClass.Unclassified, 0);
            }
        }

        /// <inheritdoc/>
        public void SecondJudged()
        {
            ContactState quality = contact.State;
            screen.SetContact(quality);
            screen.SetHeartRate(quality == ContactState.Good ? path.Rate.Now : HeartRate.Unknown);
            switch (state)
            {
                case SessionState.Recording:
                    JudgeRecordedSecond(quality);
                    screen.SetRecording(recording.Length / SignalUnits.SampleRate, recordingSeconds);
                    break;
                case SessionState.Analysing:
                    screen.SetActivity("ANALYSING");
                    break;
                case SessionState.StorageFault:
                    screen.SetActivity("NOT SAVED");
                    break;
                default:
                    screen.SetActivity("");
                    break;
            }
        }

        // With a recording that could not be stored, a press tries again to store it: nothing new may take its place.
        private void Start(int index)
        {
            if (state == SessionState.Monitoring)
            {
                path.Rate.Reset();
                recording.Begin(index, recordingSeconds);
                screen.SetResult(null, null);
                recording.SetQuality(contact.State);
                state = SessionState.Recording;
            }
            else if (state == SessionState.StorageFault)
            {
                state = SessionState.Analysing;
                stage = FinishingStage.Store;
            }
        }

        // Without contact the gap says it.
        private void JudgeRecordedSecond(ContactState quality)
        {
            if (quality != ContactState.NoContact)
            {
                recording.AddSamples(newest);
                recording.JudgeSecond(quality);
            }
        }

        private void Record(int index, bool isLate)
        {
            if (isLate)
            {
                recording.CountLate(newest);
            }

            if ((index & BlockMask) == BlockMask && !recording.AddSamples(newest))
            {
                EndWhenComplete();
            }
        }

        // When there is contact again, it has to settle first.
        private void TakeNoContact()
        {
            if (state == SessionState.Recording)
            {
                recording.AddSamples(newest - 1);
                bool more = recording.AddGap(newest);
                recording.SetQuality(ContactState.Settling);
                if (!more)
                {
                    EndWhenComplete();
                }
            }
        }

        // The last beat is reported up to a second after its R peak, and its second judged; later, where the signal had to settle.
        private void EndWhenComplete()
        {
            int since = newest - recording.End;
            if (since >= RPeakDetector.LatestReport && (path.IsJudged || since >= LatestJudgement))
            {
                path.EndPaperWindow();
                state = SessionState.Analysing;
                stage = FinishingStage.ClassifyLastBeats;
            }
        }

        private bool FinishRecording()
        {
            if (state == SessionState.Analysing)
            {
                return Analyse();
            }

            if (!saver.Step())
            {
                return true;
            }

            EndStoring();
            return false;
        }

        // Nothing more is done in a slot once storing begins: the pages are written when no sample is due.
        private bool Analyse()
        {
            switch (stage)
            {
                case FinishingStage.ClassifyLastBeats:
                    if (classifier.HasBeatBefore(recording.End))
                    {
                        return false;
                    }

                    analysis.Begin(recording.EndSamples(), recording.Start);
                    stage = FinishingStage.Analyse;
                    return true;

                case FinishingStage.Analyse:
                    if (analysis.Step() && verdict.Step())
                    {
                        stage = FinishingStage.Store;
                    }

                    return true;

                default:
                    BeginStoring();
                    return false;
            }
        }

        private void BeginStoring()
        {
            screen.SetActivity("STORING");
            state = SessionState.Storing;
            if (saver.Begin(recording.Contents) != LogStatus.Working)
            {
                EndStoring();
            }
        }

        private void EndStoring()
        {
            state = saver.Status == LogStatus.Ok ? SessionState.Monitoring : SessionState.StorageFault;
        }
    }
}
