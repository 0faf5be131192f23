using EcgChip.Device.Seams;
using EcgChip.Signal;

namespace EcgChip.Device.Monitoring
{
    /// <summary>
    /// What happens with every sample: contact is judged, the sample conditioned, R peaks found, beats cut. A stretch is signal without
    /// a gap; filters, detector and cutter start anew with each. Sample indices that leave this class have the delays of front end
    /// and filters removed.
    /// </summary>
    public sealed class SignalPath
    {
        private readonly Conditioner conditioner;
        private readonly RPeakDetector detector = new RPeakDetector();
        private readonly PendingBeats pending = new PendingBeats();
        private readonly IBeatListener listener;
        private readonly bool usesPaperRule;
        private readonly int delaySamples;

        private bool inStretch;
        private bool judged;
        private bool cutting;
        private bool paused;
        private int stretchStart;
        private int cutterStart;
        private int lastPeak;

        /// <summary>A path for one board.</summary>
        /// <param name="board">The board's front end.</param>
        /// <param name="mains">Mains frequency to filter out.</param>
        /// <param name="usesPaperRule">True when the paper's batch rule finds the R peaks in the place of the streaming detector.</param>
        /// <param name="acquisitionLeadUs">How long after a sample's due time the middle of its readings lies, in microseconds.</param>
        /// <param name="listener">Hears of the beats.</param>
        public SignalPath(FrontEndSettings board, MainsFrequency mains, bool usesPaperRule, int acquisitionLeadUs, IBeatListener listener)
        {
            this.listener = listener;
            this.usesPaperRule = usesPaperRule;
            conditioner = new Conditioner(board, mains);
            Contact = new ContactMonitor(board);
            Cutter = new BeatCutter(usesPaperRule);
            Rate = new HeartRate();
            int delayUs = board.GroupDelayUs + Conditioner.GroupDelayUs - acquisitionLeadUs;
            delaySamples = (delayUs + SignalUnits.SampleIntervalUs / 2) / SignalUnits.SampleIntervalUs;
        }

        /// <summary>Contact and quality.</summary>
        public ContactMonitor Contact { get; }

        /// <summary>Heart rate of what was found.</summary>
        public HeartRate Rate { get; }

        /// <summary>Cuts the beats for the classifier.</summary>
        public BeatCutter Cutter { get; }

        /// <summary>True when the last sample was taken with contact.</summary>
        public bool HasSample
        {
            get { return inStretch; }
        }

        /// <summary>The last conditioned sample, in 5 uV units; means something only with <see cref="HasSample"/>.</summary>
        public int Sample { get; private set; }

        /// <summary>Sample index of <see cref="Sample"/>, delays removed.</summary>
        public int SampleIndex { get; private set; }

        /// <summary>True when the sample taken last ended a second, which is now judged.</summary>
        public bool SecondEnded { get; private set; }

        /// <summary>Takes a sample.</summary>
        /// <param name="index">Its index since power-up.</param>
        /// <param name="readingSum">Sum of its ADC readings.</param>
        /// <param name="positiveOff">Comparator LO+.</param>
        /// <param name="negativeOff">Comparator LO-.</param>
        public void Add(int index, int readingSum, bool positiveOff, bool negativeOff)
        {
            SampleIndex = index - delaySamples;
            if (Contact.AddReading(readingSum, positiveOff, negativeOff))
            {
                if (!inStretch)
                {
                    StartStretch(index);
                }

                Sample = conditioner.Process(readingSum);
                Contact.AddSample(Sample);
                detector.Add(Sample);
                if (cutting)
                {
                    Cutter.AddSample(Sample);
                }

                TakePeaks();
                Rate.Pass(SampleIndex);
            }
            else
            {
                BreakOff();
            }

            SecondEnded = Contact.EndSample(detector.NoiseShare);
            if (SecondEnded)
            {
                EndSecond();
            }
        }

        /// <summary>The signal is interrupted: contact lost, or samples missed. What comes next is a new stretch.</summary>
        public void BreakOff()
        {
            if (inStretch)
            {
                inStretch = false;
                Rate.BreakOff();
                cutting = false;
                Cutter.End();
            }
        }

        /// <summary>Lets the beats found so far be cut although their window is not full. Beats are cut again after <see cref="StartCutting"/>.</summary>
        public void EndCutting()
        {
            paused = true;
            cutting = false;
            Cutter.End();
        }

        /// <summary>Begins to cut beats from the next sample on. Beats that still wait for their class never get one.</summary>
        public void StartCutting()
        {
            paused = false;
            DropPending();
            ArmCutter(SampleIndex + delaySamples + 1);
            cutting = inStretch;
        }

        /// <summary>
        /// Sample index, delays removed, of the beat that the cutter gave last. To be asked for at once: the next stretch counts anew.
        /// </summary>
        public int CutBeat
        {
            get { return Cutter.RPeak + cutterStart - delaySamples; }
        }

        /// <summary>
        /// Takes a cut beat out of those that wait for their class. Beats found before it that were not cut are given up as unclassified.
        /// </summary>
        /// <param name="peak">Sample index of its R peak, from <see cref="CutBeat"/>.</param>
        /// <returns>True when it may be classified: false when its signal is poor, or it was given up meanwhile.</returns>
        public bool TakePending(int peak)
        {
            if (usesPaperRule)
            {
                Found(peak);
            }

            while (pending.Count > 0 && pending.FirstPeak < peak)
            {
                GiveUpFirst();
            }

            if (pending.Count == 0 || pending.FirstPeak != peak)
            {
                return false;
            }

            bool poor = pending.FirstIsPoor;
            if (poor)
            {
                GiveUpFirst();
                return false;
            }

            pending.RemoveFirst();
            return true;
        }

        /// <summary>
        /// Gives up the beat that has waited longest if it was found before a cut beat and not cut: one at a time, so that many of them do not
        /// make one long slice.
        /// </summary>
        /// <param name="peak">Sample index of the cut beat's R peak.</param>
        /// <returns>False when there is none.</returns>
        public bool GiveUpOneBefore(int peak)
        {
            if (pending.Count == 0 || pending.FirstPeak >= peak)
            {
                return false;
            }

            GiveUpFirst();
            return true;
        }

        /// <summary>Gives up all beats that still wait for their class.</summary>
        public void DropPending()
        {
            while (pending.Count > 0)
            {
                GiveUpFirst();
            }
        }

        private void EndSecond()
        {
            // While contact settles no second is judged: what the first judgement says holds for all that came before it.
            if (Contact.State == ContactState.Poor)
            {
                Rate.BreakOff();
                pending.MarkPoorSince(judged ? SampleIndex - SignalUnits.SampleRate : stretchStart - delaySamples);
            }

            judged = Contact.State == ContactState.Poor || Contact.State == ContactState.Good;
        }

        private void StartStretch(int index)
        {
            inStretch = true;
            judged = false;
            stretchStart = index;
            lastPeak = int.MinValue;
            conditioner.Reset();
            detector.Reset();

            // The beats of a recording that is being analysed stay with the cutter until they are classified.
            if (!paused)
            {
                DropPending();
                ArmCutter(index);
                cutting = true;
            }
        }

        private void ArmCutter(int firstSample)
        {
            Cutter.Reset();
            cutterStart = firstSample;
        }

        private void TakePeaks()
        {
            int peak;
            while (detector.TryNext(out peak))
            {
                if (usesPaperRule)
                {
                    continue;
                }

                int index = peak + stretchStart;
                if (index <= lastPeak)
                {
                    continue;
                }

                lastPeak = index;
                Found(index - delaySamples);
                if (cutting && index >= cutterStart)
                {
                    Cutter.AddRPeak(index - cutterStart);
                }
            }
        }

        private void Found(int sampleIndex)
        {
            // An interval counts only where the signal can be judged: a rate made of noise would look like a finding.
            if (Contact.State == ContactState.Good)
            {
                Rate.AddRPeak(sampleIndex);
            }

            listener.BeatFound(sampleIndex);
            if (!pending.Add(sampleIndex, Contact.State == ContactState.Poor))
            {
                listener.BeatClassified(sampleIndex, Inference.BeatClass.Unclassified, 0);
            }
        }

        private void GiveUpFirst()
        {
            int peak = pending.FirstPeak;
            pending.RemoveFirst();
            listener.BeatClassified(peak, Inference.BeatClass.Unclassified, 0);
        }
    }
}
