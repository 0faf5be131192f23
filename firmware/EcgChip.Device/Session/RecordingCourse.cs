using EcgChip.Device.Monitoring;
using EcgChip.Device.Sampling;
using EcgChip.Inference;
using EcgChip.Records;
using EcgChip.Signal;

namespace EcgChip.Device.Session
{
    /// <summary>The course of a recording: begun, filled sample by sample, over, analysed, stored; and what there is of it told whenever it is asked.</summary>
    internal sealed class RecordingCourse
    {
        // A signal settles for a second and a half, and is judged when the second that runs then is over.
        private const int LatestJudgement = SignalUnits.SampleRate * 5 / 2;

        // Samples are packed sixteen at a time, and with every block once they are the recording's last.
        private const int PackingMask = (2 * RawSample.BlockLength) - 1;

        /// <summary>Index of the sample taken last, as the filtered signal counts: it comes later than it was measured.</summary>
        public int Newest;

        /// <summary>How far it is; for others to read. Fields, as this and the next are looked at with every slice.</summary>
        public SessionState State;

        /// <summary>True when a recording has come to its end; whoever has told that sets it back.</summary>
        public bool HasEnded;

        private readonly Recording recording;
        private readonly RecordingFinish finish;
        private readonly SignalPath path;
        private int seconds;

        /// <summary>No recording as yet.</summary>
        /// <param name="recording">Holds it.</param>
        /// <param name="finish">Analyses and stores it.</param>
        /// <param name="path">Where samples come from.</param>
        public RecordingCourse(Recording recording, RecordingFinish finish, SignalPath path)
        {
            this.recording = recording;
            this.finish = finish;
            this.path = path;
            State = SessionState.Monitoring;
        }

        /// <summary>True while a recording runs, or is analysed or stored.</summary>
        public bool IsBusy
        {
            get { return State != SessionState.Monitoring && State != SessionState.StorageFault; }
        }

        /// <summary>Sample index at which the recording begins that was made last, or runs.</summary>
        public int Start
        {
            get { return recording.Start; }
        }

        /// <summary>Sample index at which it ends.</summary>
        public int End
        {
            get { return recording.End; }
        }

        /// <summary>What is recorded.</summary>
        public RecordContents Contents
        {
            get { return recording.Contents; }
        }

        /// <summary>Seconds of it which are good, so far as they are judged.</summary>
        public int GoodSeconds
        {
            get { return recording.GoodSamples / SignalUnits.SampleRate; }
        }

        /// <summary>Seconds until it is as long as it shall be.</summary>
        public int SecondsLeft
        {
            get { return seconds - (recording.Length / SignalUnits.SampleRate); }
        }

        /// <summary>Begins a recording.</summary>
        /// <param name="index">Index since power-up of its first sample.</param>
        /// <param name="seconds">How long it shall be.</param>
        public void Begin(int index, int seconds)
        {
            this.seconds = seconds;
            path.Rate.Reset();
            recording.Begin(index, seconds);
            recording.SetQuality(path.Contact.State);
            State = SessionState.Recording;
        }

        /// <summary>Ends the recording that runs, if any, with the sample taken last; what there is of it is kept.</summary>
        public void Stop()
        {
            if (State == SessionState.Recording)
            {
                recording.AddSamples(Newest);
                recording.EndNow();
            }
        }

        /// <summary>Drops the recording that runs: nothing of it is kept.</summary>
        public void Drop()
        {
            if (State == SessionState.Recording)
            {
                State = SessionState.Monitoring;
            }
        }

        /// <summary>Stores what is held once more: nothing new may take the place of a recording that could not be stored.</summary>
        public void StoreAgain()
        {
            if (State == SessionState.StorageFault)
            {
                State = SessionState.Analysing;
                finish.StoreAgain();
            }
        }

        /// <summary>A slice of analysing and storing.</summary>
        /// <returns>False when there was nothing to do.</returns>
        public bool Step()
        {
            bool worked = finish.Step();
            State = finish.State;
            return worked;
        }

        /// <summary>A sample was read late and brought back to its time.</summary>
        public void CountLate()
        {
            if (State == SessionState.Recording)
            {
                recording.CountLate(Newest);
            }
        }

        /// <summary>Packs what has come, when there is enough of it.</summary>
        /// <param name="last">Index of the sample taken last, as it was measured; a block is complete.</param>
        public void Fill(int last)
        {
            if (((last & PackingMask) == PackingMask || Newest >= recording.End - 1) && !recording.AddSamples(Newest))
            {
                EndWhenComplete();
            }
        }

        /// <summary>The sample taken last was measured without contact. When there is contact again, the signal has to settle first.</summary>
        public void AddNoContact()
        {
            if (State == SessionState.Recording)
            {
                recording.AddSamples(Newest - 1);
                recording.JudgeSecond(ContactState.Settling);
                bool more = recording.AddGap(Newest);
                if (!more)
                {
                    EndWhenComplete();
                }
            }
        }

        /// <summary>Samples were missed: the loop came too late for them.</summary>
        /// <param name="samples">How many.</param>
        public void Miss(int samples)
        {
            if (State == SessionState.Recording)
            {
                recording.AddSamples(Newest);
                recording.AddGap(Newest + samples);
            }

            Newest += samples;
        }

        /// <summary>A second was judged. Without contact the gap says it.</summary>
        /// <param name="quality">What it was.</param>
        public void JudgeSecond(ContactState quality)
        {
            if (quality != ContactState.NoContact)
            {
                recording.AddSamples(path.Newest - path.DelaySamples);
                recording.JudgeSecond(quality);
            }
        }

        /// <summary>An R peak was found.</summary>
        /// <param name="sampleIndex">Its sample index.</param>
        public void BeatFound(int sampleIndex)
        {
            if (State == SessionState.Recording)
            {
                recording.BeatFound(sampleIndex);
            }
        }

        /// <summary>A beat was classified, or its class was taken back.</summary>
        /// <param name="sampleIndex">Sample index of its R peak.</param>
        /// <param name="beatClass">A <see cref="BeatClass"/>.</param>
        /// <param name="confidence">0 to 255 for 0 to 1.</param>
        public void BeatClassified(int sampleIndex, int beatClass, int confidence)
        {
            if (State == SessionState.Recording || State == SessionState.Analysing)
            {
                recording.BeatClassified(sampleIndex, beatClass, confidence, SessionParts.LiveIndex);
            }
        }

        // The last beat is reported up to a second after its R peak, and its second judged; later, where the signal had to settle.
        private void EndWhenComplete()
        {
            int since = Newest - recording.End;
            if (since >= RPeakDetector.LatestReport && (path.IsJudged || since >= LatestJudgement))
            {
                path.EndPaperWindow();
                State = SessionState.Analysing;
                finish.Begin();
                HasEnded = true;
            }
        }
    }
}
