namespace EcgChip.Signal
{
    /// <summary>
    /// How good the signal is, once a second: an index from 100 (clean) to 0, and what lowers it. Six things are measured, each gives an index of its
    /// own, <c>100 - 50 m / limit</c> rounded down and held to 0..100, which sinks as the measure m grows and is 50, the border between good and
    /// poor, at the measure's limit; the lowest of the six is the index, and its measure the reason. docs/quality.md has the measurements behind the limits.
    /// <para>
    /// Electrodes that move and beats that are too strong for the ADC both clip, both swing. What tells them apart is whether the beats are in doubt: as long
    /// as they are not (<see cref="SureDoubt"/>), clipped tops cost nothing, and what swings or bends is weighed against how strong the beats are.
    /// </para>
    /// <para>
    /// The samples are looked at in blocks of eight, a second judged from whole blocks: what lies between two blocks' ends and a second's is carried on.
    /// </para>
    /// </summary>
    public sealed class SignalQuality
    {
        /// <summary>Samples of a block.</summary>
        public const int BlockSamples = 8;

        /// <summary>A signal that is clean.</summary>
        public const int Clean = 100;

        /// <summary>The border: an index below it is poor.</summary>
        public const int LowestGood = 50;

        /// <summary>Mains hum at the border, amplitude in 5 uV units: 0.5 mV as the ADC sees it.</summary>
        public const int HumLimit = 100;

        /// <summary>Doubt below which beats are sure.</summary>
        public const int SureDoubt = RPeakDetector.DoubtLimit * 3 / 4;

        /// <summary>
        /// <see cref="RPeakDetector.BeatLevel"/> of beats as they mostly are, R of some 1.2 mV: where beats are sure and stronger, more swing and more bend are
        /// allowed, twice as much at most.
        /// </summary>
        public const int OrdinaryBeat = 3000;

        /// <summary>The same of beats so strong that their R peaks leave the ADC's range.</summary>
        public const int StrongBeat = 5400;

        /// <summary>Swing of the baseline within a second at the border, in 5 uV units, with ordinary beats.</summary>
        public const int SwingLimit = 300;

        /// <summary>Bend between the beats at the border: the range of the signal over this,</summary>
        public const int BendParts = 9;

        /// <summary>but no less than this, in 5 uV units: a heart that pauses leaves nothing but the noise of the amplifier.</summary>
        public const int LeastBendLimit = 12;

        /// <summary>and no more than this, with ordinary beats: noise widens the range that it is measured by.</summary>
        public const int MostBendLimit = 40;

        /// <summary>Range of a second at the border, in 5 uV units: no ECG moves by less than 20 uV, not even between two beats.</summary>
        public const int LeastRange = 4;

        /// <summary>Seconds in a row that must be flat to count as such: a heart may pause for five.</summary>
        public const int FlatSeconds = 6;

        /// <summary>Samples of a second outside the ADC's good range at the border: 1/16;</summary>
        public const int ClippedLimit = SignalUnits.SampleRate / 16;

        /// <summary>where beats are sure and strong a quarter: their tops cost nothing.</summary>
        public const int MostClippedLimit = SignalUnits.SampleRate / 4;

        // A complex of 120 ms touches three blocks: of four in a row one at least lies beside it.
        private const int GroupMask = 3;
        private const int BendsInBlock = 3;

        private const int StrengthBits = 8;
        private const int OrdinaryStrength = 1 << StrengthBits;

        // Hum that is not quite at the notch's frequency is taken out only in part: what bends then is hum, too, and no muscle.
        private const int HumOfBendNumerator = 2;
        private const int HumOfBendDenominator = 3;

        private readonly int[] secondsByReason = new int[(int)QualityReason.Motion + 1];

        private int lowest;
        private int highest;
        private int lastRange;
        private int blocks;
        private int groupBend;
        private int bendSum;
        private int groups;
        private int flatRun;
        private int lowestLevel;
        private int highestLevel;

        /// <summary>A measurement that begins with the next block.</summary>
        public SignalQuality()
        {
            Reset();
        }

        /// <summary>Index of the second judged last, 0 to 100.</summary>
        public int Index { get; private set; }

        /// <summary>What lowers it; <see cref="QualityReason.None"/> while it is good.</summary>
        public QualityReason Reason { get; private set; }

        /// <summary>Sum of the indices of all seconds judged so far.</summary>
        public int IndexSum { get; private set; }

        /// <summary>Seconds judged so far by their reason: index with the reason's number.</summary>
        public int[] SecondsByReason
        {
            get { return secondsByReason; }
        }

        /// <summary>A new stretch of signal begins: what was measured before says nothing about it.</summary>
        public void Reset()
        {
            lastRange = 0;
            flatRun = 0;
            groupBend = int.MaxValue;
            blocks = 0;
            StartSecond();
        }

        /// <summary>Looks at a block of samples.</summary>
        /// <param name="ring">Conditioned samples, sample n at n &amp; mask.</param>
        /// <param name="mask">The ring's length less 1; the length is a power of 2.</param>
        /// <param name="first">The block's first sample, a multiple of <see cref="BlockSamples"/>.</param>
        /// <returns>True with every fourth block: <see cref="AddLevel"/> wants the baseline then.</returns>
        public bool AddBlock(short[] ring, int mask, int first)
        {
            // Every second sample for the range, and the three bends around those between them: straight on, because on the chip the
            // counting of a loop costs as much as the work in it.
            int at = first & mask;
            int low = lowest;
            int high = highest;
            int a = ring[at];
            int b = ring[at + 2];
            if (a > b)
            {
                high = a > high ? a : high;
                low = b < low ? b : low;
            }
            else
            {
                high = b > high ? b : high;
                low = a < low ? a : low;
            }

            int bend = a + b - (ring[at + 1] << 1);
            int sum = bend < 0 ? -bend : bend;
            a = ring[at + 4];
            bend = a + b - (ring[at + 3] << 1);
            sum += bend < 0 ? -bend : bend;
            b = ring[at + 6];
            if (a > b)
            {
                high = a > high ? a : high;
                low = b < low ? b : low;
            }
            else
            {
                high = b > high ? b : high;
                low = a < low ? a : low;
            }

            bend = a + b - (ring[at + 5] << 1);
            sum += bend < 0 ? -bend : bend;
            lowest = low;
            highest = high;
            int least = groupBend;
            least = sum < least ? sum : least;
            int count = blocks + 1;
            blocks = count;
            if ((count & GroupMask) != 0)
            {
                groupBend = least;
                return false;
            }

            // The least of four blocks lies beside the QRS complexes, whatever the detector takes for one.
            groupBend = int.MaxValue;
            bendSum += least;
            groups++;
            return true;
        }

        /// <summary>Takes the baseline that was taken out of the signal, four times a second.</summary>
        /// <param name="level">The baseline, in 5 uV units.</param>
        public void AddLevel(int level)
        {
            if (level < lowestLevel)
            {
                lowestLevel = level;
            }

            if (level > highestLevel)
            {
                highestLevel = level;
            }
        }

        /// <summary>Judges the second that is over, and begins the next.</summary>
        /// <param name="clipped">Its samples outside the ADC's good range.</param>
        /// <param name="hum">Amplitude of the mains hum, in 5 uV units.</param>
        /// <param name="doubt">How doubtful the beats are: <see cref="RPeakDetector.JudgeSecond"/>.</param>
        /// <param name="beatLevel">How strong the beats are: <see cref="RPeakDetector.BeatLevel"/>.</param>
        /// <param name="counts">False while contact settles: then the second is in neither <see cref="IndexSum"/> nor <see cref="SecondsByReason"/>.</param>
        public void Judge(int clipped, int hum, int doubt, int beatLevel, bool counts)
        {
            Index = Clean;
            Reason = QualityReason.None;
            int range = highest < lowest ? 0 : highest - lowest;
            int bend = groups == 0 ? 0 : bendSum / groups;
            int moves = range > bend ? range : bend;
            flatRun = moves < LeastRange ? flatRun + 1 : 0;
            if (flatRun >= FlatSeconds)
            {
                Take(2 * LeastRange - moves, LeastRange, QualityReason.Flat);
            }

            bool isSure = doubt < SureDoubt;
            int strength = isSure ? Strength(beatLevel) : OrdinaryStrength;
            Take(hum, HumLimit, QualityReason.Mains);
            Take(highestLevel < lowestLevel ? 0 : highestLevel - lowestLevel, (SwingLimit * strength) >> StrengthBits, QualityReason.Wander);
            Take(clipped, isSure && beatLevel >= StrongBeat ? MostClippedLimit : ClippedLimit, QualityReason.Clipping);
            bool isHum = hum * BendsInBlock * HumOfBendDenominator > bend * HumOfBendNumerator;
            Take(bend, BendLimit(range, strength), isHum ? QualityReason.Mains : QualityReason.Muscle);
            Take(doubt, RPeakDetector.DoubtLimit, QualityReason.Motion);
            if (Index >= LowestGood)
            {
                Reason = QualityReason.None;
            }

            if (counts)
            {
                IndexSum += Index;
                secondsByReason[(int)Reason]++;
            }

            lastRange = range;
            StartSecond();
        }

        // How strong the beats are, in 256ths of ordinary ones: no less than these, and no more than twice as strong.
        private static int Strength(int beatLevel)
        {
            if (beatLevel <= OrdinaryBeat)
            {
                return OrdinaryStrength;
            }

            return beatLevel >= 2 * OrdinaryBeat ? 2 * OrdinaryStrength : (beatLevel << StrengthBits) / OrdinaryBeat;
        }

        // A second may lie between two beats: the range is that of two.
        private int BendLimit(int range, int strength)
        {
            int limit = (range > lastRange ? range : lastRange) * BendsInBlock / BendParts;
            int most = (MostBendLimit * BendsInBlock * strength) >> StrengthBits;
            if (limit > most)
            {
                return most;
            }

            return limit > LeastBendLimit * BendsInBlock ? limit : LeastBendLimit * BendsInBlock;
        }

        private void Take(int measure, int limit, QualityReason reason)
        {
            // Rounded down, so that what is over its limit is poor by however little.
            int index = Clean - (measure * (Clean - LowestGood) + limit - 1) / limit;
            index = index < 0 ? 0 : index;
            if (index < Index)
            {
                Index = index;
                Reason = reason;
            }
        }

        private void StartSecond()
        {
            lowest = int.MaxValue;
            highest = int.MinValue;
            bendSum = 0;
            groups = 0;
            lowestLevel = int.MaxValue;
            highestLevel = int.MinValue;
        }
    }
}
