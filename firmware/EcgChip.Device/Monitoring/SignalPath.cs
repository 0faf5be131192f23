using EcgChip.Device.Sampling;
using EcgChip.Device.Seams;
using EcgChip.Inference;
using EcgChip.Signal;

namespace EcgChip.Device.Monitoring
{
    /// <summary>
    /// What happens with every sample: contact is judged, the sample conditioned and kept, R peaks found. Samples come in blocks
    /// (<see cref="RawSample.BlockLength"/>), because to call a filter costs the chip as much as a sample; where contact, quality or a second ends
    /// within a block, it is parted there, so that what is found is the same as sample by sample. A stretch is signal without a gap;
    /// filters and detector start anew with each. Inside, samples count from power-up as they are taken; what leaves this class has the delays
    /// of front end and filters removed. Beats wait in <see cref="Beats"/> until their window is complete and the network has time.
    /// </summary>
    public sealed class SignalPath
    {
        /// <summary>Samples that are kept, 4 s: so far may the classes of beats fall behind.</summary>
        private const int RingLength = 512;

        /// <summary>The paper's rule looks at 10 s at once: 16 s are kept then.</summary>
        private const int PaperRingLength = 2048;

        /// <summary>Longest interval that makes a heart rate: 20 a minute.</summary>
        private const int LongestInterval = 3 * SignalUnits.SampleRate;

        private const int BlockEnd = SignalQuality.BlockSamples - 1;

        // Five beats a second over what the ring keeps, or over the paper's 10 s.
        private const int WaitingBeats = 32;
        private const int PaperBeats = 64;

        private readonly Conditioner conditioner;
        private readonly ContactMonitor contact;
        private readonly RPeakDetector detector = new RPeakDetector();
        private readonly SignalQuality quality = new SignalQuality();
        private readonly LeadReversal reversal = new LeadReversal();
        private readonly PaperWindows paper;
        private readonly ISignalListener listener;
        private readonly short[] ring;
        private readonly int ringMask;
        private readonly int delaySamples;

        private bool inStretch;
        private bool judged;
        private int stretchStart;
        private int secondStart;
        private int leftOfSecond = SignalUnits.SampleRate;
        private int newest;
        private int lastPeak;
        private int windowEnd = -1;

        /// <summary>A path for one board.</summary>
        /// <param name="board">The board's front end.</param>
        /// <param name="mains">Mains frequency to filter out.</param>
        /// <param name="usesPaperRule">True when the paper's batch rule finds the R peaks in the place of the streaming detector.</param>
        /// <param name="acquisitionLeadUs">How long after a sample's due time the middle of its readings lies, in microseconds.</param>
        /// <param name="listener">Hears of the beats.</param>
        public SignalPath(FrontEndSettings board, MainsFrequency mains, bool usesPaperRule, int acquisitionLeadUs, ISignalListener listener)
        {
            this.listener = listener;
            conditioner = new Conditioner(board, mains);
            contact = new ContactMonitor(board);
            Beats = new LiveBeats(usesPaperRule ? PaperBeats : WaitingBeats);
            Rate = new HeartRate();
            ring = new short[usesPaperRule ? PaperRingLength : RingLength];
            ringMask = ring.Length - 1;
            paper = usesPaperRule ? new PaperWindows(ring, ringMask) : null;
            int delayUs = board.GroupDelayUs + Conditioner.GroupDelayUs - acquisitionLeadUs;
            delaySamples = (delayUs + SignalUnits.SampleIntervalUs / 2) / SignalUnits.SampleIntervalUs;
        }

        /// <summary>Contact, and whether the signal can be judged.</summary>
        public ContactMonitor Contact
        {
            get { return contact; }
        }

        /// <summary>How good the signal is, and why it is not better.</summary>
        public SignalQuality Quality
        {
            get { return quality; }
        }

        /// <summary>Which way round the electrodes are.</summary>
        public LeadOrientation Electrodes
        {
            get { return reversal.Orientation; }
        }

        /// <summary>Heart rate of what was found.</summary>
        public HeartRate Rate { get; }

        /// <summary>The beats that were found, with those that wait for their class.</summary>
        public LiveBeats Beats { get; }

        /// <summary>The last conditioned samples, in 5 uV units.</summary>
        public short[] Ring
        {
            get { return ring; }
        }

        /// <summary>Sample i stands in <see cref="Ring"/> at <c>i &amp; RingMask</c>.</summary>
        public int RingMask
        {
            get { return ringMask; }
        }

        /// <summary>False while the signal of the stretch that runs is not judged yet, for the first time.</summary>
        public bool IsJudged
        {
            get { return judged || !inStretch; }
        }

        /// <summary>The sample taken last with contact, counted from power-up.</summary>
        public int Newest
        {
            get { return newest; }
        }

        /// <summary>Samples by which front end and filters delay the signal: what is taken as sample i is sample i less this.</summary>
        public int DelaySamples
        {
            get { return delaySamples; }
        }

        /// <summary>Takes as many of the samples that come next as can be taken as one.</summary>
        /// <param name="block">What the front end gave (<see cref="RawSample"/>), sample i at <c>i &amp; RawSample.BlockMask</c>.</param>
        /// <param name="index">Index of the first since power-up.</param>
        /// <param name="count">How many there are, at least 1, up to the block's end at most.</param>
        /// <returns>How many were taken; 0 when the first was, and there is no contact: nothing is in the ring for it.</returns>
        public int Add(int[] block, int index, int count)
        {
            int at = index & RawSample.BlockMask;
            int taken = contact.Undoubted(block, at, count);
            if (taken == 0)
            {
                int raw = block[at];
                int sum = raw & RawSample.SumMask;
                if (!contact.AddReading(sum, (raw >> RawSample.SumBits) & RawSample.LeadsMask))
                {
                    LoseContact();
                    leftOfSecond = contact.EndWithoutContact();
                    if (leftOfSecond == 0)
                    {
                        EndSecond(index);
                    }

                    return 0;
                }

                block[at] = sum;
                taken = 1;
            }

            if (!inStretch)
            {
                StartStretch(index);
            }

            if (paper != null)
            {
                int room = paper.RoomFrom(index);
                taken = taken < room ? taken : room;
            }

            short[] samples = ring;
            int mask = ringMask;
            int last = index + taken - 1;
            conditioner.Process(block, at, taken, samples, mask, index);
            newest = last;
            if ((last & BlockEnd) == BlockEnd)
            {
                EndBlock(last - BlockEnd);
            }

            int left = contact.EndSamples(taken);
            leftOfSecond = left;
            if (detector.Add(samples, mask, index, taken))
            {
                TakePeaks();
            }

            if (paper != null && paper.RoomFrom(last + 1) == 0)
            {
                SearchPaperWindow();
            }

            if (left == 0)
            {
                EndSecond(last);
            }

            return taken;
        }

        /// <summary>
        /// The sample with which all those that wait should be taken: the last of its block, or earlier the last of a second, which is to be judged,
        /// or of a beat's window, which the network waits for.
        /// </summary>
        /// <param name="last">The sample taken last.</param>
        public int DueAfter(int last)
        {
            int due = (last + 1) | RawSample.BlockMask;
            int second = last + leftOfSecond;
            int window = windowEnd;
            due = second < due ? second : due;
            return window > last && window < due ? window : due;
        }

        /// <summary>Measuring is over, and what was measured last is as good as the rest: the last beat counts, too.</summary>
        public void End()
        {
            if (inStretch && paper == null && detector.End(newest + 1))
            {
                TakePeaks();
            }

            BreakOff();
        }

        /// <summary>
        /// The signal is interrupted: contact lost or samples missed. What comes next is a new stretch, and beats whose window
        /// the interruption cuts off get no class.
        /// </summary>
        public void BreakOff()
        {
            if (inStretch)
            {
                inStretch = false;
                EndPaperWindow();
                Rate.BreakOff();
                Beats.EndStretch();
                Beats.SpoilSince(newest - BedsideWindow.SamplesAfterR + 1);

                // A stretch that was never judged may have been anything.
                if (!judged)
                {
                    Spoil(stretchStart);
                }
            }
        }

        /// <summary>
        /// Looks at a beat for what it says of the electrodes: beats in order of time, none that is known to lie in poor signal. The vote of one
        /// whose second turns out poor later stays, one of at least eleven.
        /// </summary>
        /// <param name="rPeak">Its R peak, delays removed.</param>
        public void LookAtElectrodes(int rPeak)
        {
            // A network that is far behind may have let the beat be overwritten.
            int peak = rPeak + delaySamples;
            if (peak >= stretchStart && newest - peak < ringMask - LeadReversal.SamplesBeforeR)
            {
                reversal.AddBeat(ring, ringMask, peak);
            }
        }

        /// <summary>With the paper's rule, finds the beats of a window that is not full yet: for the end of a recording.</summary>
        public void EndPaperWindow()
        {
            if (paper != null)
            {
                SearchPaperWindow();
            }
        }

        // A block whose first part lies before the stretch is not looked at.
        private void EndBlock(int first)
        {
            if (first >= stretchStart && quality.AddBlock(ring, ringMask, first))
            {
                quality.AddLevel(conditioner.Baseline);
            }
        }

        // What an electrode does before it comes off is never judged: the second that it comes off in is worth nothing.
        private void LoseContact()
        {
            if (inStretch)
            {
                BreakOff();
                Spoil(secondStart > stretchStart ? secondStart : stretchStart);
            }
        }

        private void StartStretch(int index)
        {
            inStretch = true;
            judged = false;
            stretchStart = index;
            lastPeak = int.MinValue;
            conditioner.Reset();
            detector.Reset(index);
            quality.Reset();

            // Electrodes may have been put on anew.
            reversal.Reset();
            if (paper != null)
            {
                paper.Begin(index);
            }
        }

        private void EndSecond(int index)
        {
            ContactState before = contact.State;
            bool counts = before == ContactState.Good || before == ContactState.Poor;
            int doubt = detector.JudgeSecond();
            quality.Judge(contact.Clipped, conditioner.TakeHum(), doubt, detector.BeatLevel, counts);
            contact.JudgeSecond(quality.Reason == QualityReason.None);
            leftOfSecond = SignalUnits.SampleRate;
            ContactState state = contact.State;
            Rate.Pass(index - delaySamples);

            // While contact settles no second is judged: what the first judgement says holds for all that came before it.
            if (state == ContactState.Poor)
            {
                Rate.BreakOff();
                Spoil(judged || secondStart < stretchStart ? secondStart : stretchStart);
            }

            secondStart = index + 1;
            judged = state == ContactState.Poor || state == ContactState.Good;
            listener.SecondJudged();
        }

        // A second is judged when it is over, and a class may be there before: it is taken back then.
        private void Spoil(int since)
        {
            Beats.SpoilSince(since);
            int peak;
            int ago;
            while (Beats.TryWithdrawSince(since, out peak, out ago))
            {
                listener.BeatWithdrawn(peak - delaySamples, ago);
            }
        }

        private void TakePeaks()
        {
            int peak;
            while (detector.TryNext(out peak))
            {
                if (paper == null && peak > lastPeak)
                {
                    // After so long a silence the detector takes ever smaller humps for beats.
                    if (lastPeak > int.MinValue && peak - lastPeak > LongestInterval)
                    {
                        Rate.BreakOff();
                    }

                    lastPeak = peak;
                    Found(peak);
                }
            }
        }

        private void SearchPaperWindow()
        {
            paper.Search(newest);
            int peak;
            while (paper.TryNext(out peak))
            {
                Found(peak);
            }
        }

        private void Found(int peak)
        {
            // An interval counts only where the signal can be judged: a rate made of noise would look like a finding.
            ContactState state = contact.State;
            if (state == ContactState.Good)
            {
                Rate.AddRPeak(peak - delaySamples);
            }

            windowEnd = peak + BedsideWindow.SamplesAfterR;
            listener.BeatFound(peak - delaySamples);
            if (!Beats.Add(peak, newest | RhythmContext.BlockEnd, stretchStart, state == ContactState.Poor))
            {
                listener.BeatClassified(peak - delaySamples, BeatClass.Unclassified, 0);
            }
        }
    }
}
