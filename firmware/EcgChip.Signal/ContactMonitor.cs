namespace EcgChip.Signal
{
    /// <summary>
    /// Says sample by sample whether there is contact, and keeps what <see cref="SignalQuality"/> says second by second. Contact is lost at once
    /// and regained only after half a second without a fault, so that a loose electrode does not flicker on the screen. At power-up it
    /// believes in contact until the comparators say otherwise.
    /// </summary>
    public sealed class ContactMonitor
    {
        /// <summary>Flag: the comparator of the positive input (LO+, left leg) says that its electrode is off.</summary>
        public const int PositiveLead = 1;

        /// <summary>Flag: the comparator of the negative input (LO-, right arm) says that its electrode is off.</summary>
        public const int NegativeLead = 2;

        // A lead-off comparator must hold for 4 samples (32 ms): mains hum on a loose lead makes it chatter.
        private const int LeadOffSamples = 4;

        // A rail for half a second is no signal; an R peak that clips is much shorter.
        private const int RailSamples = SignalUnits.SampleRate / 2;
        private const int RailMarginCodes = 8;

        private const int RegainSamples = SignalUnits.SampleRate / 2;
        private const int SettlingSamples = SignalUnits.SampleRate * 3 / 2;

        private readonly int lowestGoodSum;
        private readonly int highestGoodSum;
        private readonly int lowestRailSum;
        private readonly int highestRailSum;

        private ContactState state;

        // True while there is contact and no comparator and no rail is being counted: then a reading in the good range changes nothing.
        private bool undoubted;
        private int leadOffRun;
        private int railRun;
        private int faultless;
        private int settled;
        private int leftOfSecond;
        private int clipped;
        private int leadsOff;

        /// <summary>A monitor for one board.</summary>
        public ContactMonitor(FrontEndSettings frontEnd)
        {
            lowestRailSum = RailMarginCodes * Conditioner.ReadingsPerSample;
            highestRailSum = (frontEnd.FullScaleCode - RailMarginCodes) * Conditioner.ReadingsPerSample;

            // What is at a rail is not in the good range, whatever the settings say.
            int lowestGood = frontEnd.CodeOf(frontEnd.LowestGoodMillivolts) * Conditioner.ReadingsPerSample;
            int highestGood = frontEnd.CodeOf(frontEnd.HighestGoodMillivolts) * Conditioner.ReadingsPerSample;
            lowestGoodSum = lowestGood > lowestRailSum ? lowestGood : lowestRailSum + 1;
            highestGoodSum = highestGood < highestRailSum ? highestGood : highestRailSum - 1;
            state = ContactState.Settling;
            undoubted = true;
            StartSecond();
        }

        /// <summary>What can be said of the signal now.</summary>
        public ContactState State
        {
            get { return state; }
        }

        /// <summary>
        /// The electrodes that were off at the last fault, <see cref="PositiveLead"/> (left leg), <see cref="NegativeLead"/> (right arm) or both;
        /// 0 when the signal stood at a rail.
        /// </summary>
        public int LeadsOff
        {
            get { return leadsOff; }
        }

        /// <summary>Samples of the second that runs that lie outside the ADC's good range.</summary>
        public int Clipped
        {
            get { return clipped; }
        }

        /// <summary>Seconds judged so far, by what they were judged: index with the state's number.</summary>
        public int[] SecondsByState { get; } = new int[(int)ContactState.Poor + 1];

        /// <summary>
        /// Tells how many of the samples that come next can be taken as one: nothing changes with their readings, no second ends and no state
        /// begins among them, but with the last. They are conditioned then and ended with <see cref="EndSamples"/>.
        /// </summary>
        /// <param name="readingSums">Sums of ADC readings. Whatever a sample has above its sum sends it to <see cref="AddReading"/>.</param>
        /// <param name="from">Where the first of them stands.</param>
        /// <param name="count">How many, at least 1.</param>
        /// <returns>0 when the first must be taken by itself, with <see cref="AddReading"/>.</returns>
        public int Undoubted(int[] readingSums, int from, int count)
        {
            if (!undoubted)
            {
                return 0;
            }

            int end = from + (leftOfSecond < count ? leftOfSecond : count);
            if (state == ContactState.Settling && end - from >= SettlingSamples - settled)
            {
                // The sample that the signal has settled with counts as good already, those before it do not.
                int before = SettlingSamples - settled - 1;
                end = from + (before > 0 ? before : 1);
            }

            int least = lowestGoodSum;
            int most = highestGoodSum;
            for (int i = from; i < end; i++)
            {
                int sum = readingSums[i];
                if (sum < least || sum > most)
                {
                    return i - from;
                }
            }

            return end - from;
        }

        /// <summary>Takes the raw side of one sample; call before the sample is conditioned.</summary>
        /// <param name="readingSum">Sum of the sample's ADC readings.</param>
        /// <param name="leads">
        /// What the AD8232's comparators say: <see cref="PositiveLead"/> and <see cref="NegativeLead"/>, or 0 when both electrodes are on.
        /// </param>
        /// <returns>True when there is contact, so that the sample is worth conditioning.</returns>
        public bool AddReading(int readingSum, int leads)
        {
            if (undoubted && leads == 0 && readingSum >= lowestGoodSum && readingSum <= highestGoodSum)
            {
                return true;
            }

            AddDoubtfulReading(readingSum, leads);
            undoubted = leadOffRun == 0 && railRun == 0 && state != ContactState.NoContact;
            return state != ContactState.NoContact;
        }

        /// <summary>Ends samples that have contact: one, or as many as <see cref="Undoubted"/> told.</summary>
        /// <param name="count">How many.</param>
        /// <returns>Samples left of the second; with none <see cref="JudgeSecond"/> must judge now.</returns>
        public int EndSamples(int count)
        {
            if (state == ContactState.Settling)
            {
                settled += count;
                if (settled >= SettlingSamples)
                {
                    state = ContactState.Good;
                }
            }

            leftOfSecond -= count;
            return leftOfSecond;
        }

        /// <summary>Ends a sample without contact.</summary>
        /// <returns>Samples left of the second; with none <see cref="JudgeSecond"/> must judge now.</returns>
        public int EndWithoutContact()
        {
            leftOfSecond--;
            return leftOfSecond;
        }

        /// <summary>Judges the second that is over, and begins the next.</summary>
        /// <param name="isGood">True when its signal can be judged: <see cref="SignalQuality"/> says so.</param>
        public void JudgeSecond(bool isGood)
        {
            if (state == ContactState.Good || state == ContactState.Poor)
            {
                state = isGood ? ContactState.Good : ContactState.Poor;
            }

            SecondsByState[(int)state]++;
            StartSecond();
        }

        private void AddDoubtfulReading(int readingSum, int leads)
        {
            bool leadOff = leads != 0;
            leadOffRun = leadOff ? leadOffRun + 1 : 0;
            railRun = readingSum <= lowestRailSum || readingSum >= highestRailSum ? railRun + 1 : 0;
            if (readingSum < lowestGoodSum || readingSum > highestGoodSum)
            {
                clipped++;
            }

            if (leadOffRun >= LeadOffSamples || railRun >= RailSamples)
            {
                state = ContactState.NoContact;
                leadsOff = leads;
                faultless = 0;
            }
            else if (state == ContactState.NoContact)
            {
                faultless = leadOff || railRun > 0 ? 0 : faultless + 1;
                if (faultless >= RegainSamples)
                {
                    state = ContactState.Settling;
                    settled = 0;
                }
            }
        }

        private void StartSecond()
        {
            leftOfSecond = SignalUnits.SampleRate;
            clipped = 0;
        }
    }
}
