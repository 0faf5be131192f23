namespace EcgChip.Signal
{
    /// <summary>
    /// Says sample by sample whether there is contact, and second by second whether the signal can be judged. Contact is lost at once
    /// and regained only after half a second without a fault, so that a loose electrode does not flicker on the screen. At power-up it
    /// believes in contact until the comparators say otherwise.
    /// </summary>
    public sealed class ContactMonitor
    {
        // A lead-off comparator must hold for 4 samples (32 ms): mains hum on a loose lead makes it chatter.
        private const int LeadOffSamples = 4;

        // A rail for half a second is no signal; an R peak that clips is much shorter.
        private const int RailSamples = SignalUnits.SampleRate / 2;
        private const int RailMarginCodes = 8;

        private const int RegainSamples = SignalUnits.SampleRate / 2;
        private const int SettlingSamples = SignalUnits.SampleRate * 3 / 2;

        // Poor: more than 1/16 of a second outside the ADC's good range, or between the beats more than 88/256 of the beats' own
        // steepness, or roughness as of muscle noise (mean second difference over 1/7 of the second's range). Measured: clean records
        // of the MIT-BIH database stay under 0.07 and 76/256 in 99 of 100 seconds; with electrode motion noise added as strong as
        // the beats, half the seconds lie above 80/256.
        private const int ClippedParts = 16;
        private const int HighestNoiseShare = 88;
        private const int RoughnessParts = 7;

        // A second that moves by less than 20 uV is no ECG, not even between two beats: a broken wire, a front end without power.
        private const int LeastRange = 4;

        private readonly int lowestGoodSum;
        private readonly int highestGoodSum;
        private readonly int lowestRailSum;
        private readonly int highestRailSum;

        private int leadOffRun;
        private int railRun;
        private int faultless;
        private int settled;
        private int inSecond;
        private int clipped;
        private int lowest;
        private int highest;
        private int roughness;
        private int previous;
        private int beforePrevious;

        /// <summary>A monitor for one board.</summary>
        public ContactMonitor(FrontEndSettings frontEnd)
        {
            lowestGoodSum = frontEnd.CodeOf(frontEnd.LowestGoodMillivolts) * Conditioner.ReadingsPerSample;
            highestGoodSum = frontEnd.CodeOf(frontEnd.HighestGoodMillivolts) * Conditioner.ReadingsPerSample;
            lowestRailSum = RailMarginCodes * Conditioner.ReadingsPerSample;
            highestRailSum = (frontEnd.FullScaleCode - RailMarginCodes) * Conditioner.ReadingsPerSample;
            State = ContactState.Settling;
            StartSecond();
        }

        /// <summary>What can be said of the signal now.</summary>
        public ContactState State { get; private set; }

        /// <summary>True when the electrode of the positive input (left leg) was off at the last fault.</summary>
        public bool PositiveOff { get; private set; }

        /// <summary>True when the electrode of the negative input (right arm) was off at the last fault.</summary>
        public bool NegativeOff { get; private set; }

        /// <summary>Seconds judged so far, by what they were judged: index with the state's number.</summary>
        public int[] SecondsByState { get; } = new int[(int)ContactState.Poor + 1];

        /// <summary>Takes the raw side of a sample; call before the sample is conditioned.</summary>
        /// <param name="readingSum">Sum of the sample's ADC readings.</param>
        /// <param name="positiveOff">Comparator LO+ of the AD8232.</param>
        /// <param name="negativeOff">Comparator LO- of the AD8232.</param>
        /// <returns>True when there is contact, so that the sample is worth conditioning.</returns>
        public bool AddReading(int readingSum, bool positiveOff, bool negativeOff)
        {
            bool leadOff = positiveOff || negativeOff;
            leadOffRun = leadOff ? leadOffRun + 1 : 0;
            railRun = readingSum <= lowestRailSum || readingSum >= highestRailSum ? railRun + 1 : 0;
            if (readingSum < lowestGoodSum || readingSum > highestGoodSum)
            {
                clipped++;
            }

            if (leadOffRun >= LeadOffSamples || railRun >= RailSamples)
            {
                State = ContactState.NoContact;
                PositiveOff = positiveOff;
                NegativeOff = negativeOff;
                faultless = 0;
            }
            else if (State == ContactState.NoContact)
            {
                faultless = leadOff || railRun > 0 ? 0 : faultless + 1;
                if (faultless >= RegainSamples)
                {
                    State = ContactState.Settling;
                    settled = 0;
                }
            }

            return State != ContactState.NoContact;
        }

        /// <summary>Takes the conditioned side of a sample that has contact.</summary>
        public void AddSample(int sample)
        {
            if (sample < lowest)
            {
                lowest = sample;
            }

            if (sample > highest)
            {
                highest = sample;
            }

            int bend = sample - (previous << 1) + beforePrevious;
            roughness += bend < 0 ? -bend : bend;
            beforePrevious = previous;
            previous = sample;
            if (State == ContactState.Settling && ++settled >= SettlingSamples)
            {
                State = ContactState.Good;
            }
        }

        /// <summary>Ends the sample; once a second it judges the second.</summary>
        /// <param name="noiseShare">The detector's <see cref="RPeakDetector.NoiseShare"/>.</param>
        /// <returns>True when a second was judged.</returns>
        public bool EndSample(int noiseShare)
        {
            if (++inSecond < SignalUnits.SampleRate)
            {
                return false;
            }

            if (State == ContactState.Good || State == ContactState.Poor)
            {
                int range = highest - lowest;
                bool poor = range < LeastRange
                    || clipped * ClippedParts > SignalUnits.SampleRate
                    || noiseShare > HighestNoiseShare
                    || roughness * RoughnessParts > range * SignalUnits.SampleRate;
                State = poor ? ContactState.Poor : ContactState.Good;
            }

            SecondsByState[(int)State]++;
            StartSecond();
            return true;
        }

        private void StartSecond()
        {
            inSecond = 0;
            clipped = 0;
            roughness = 0;
            lowest = int.MaxValue;
            highest = int.MinValue;
        }
    }
}
