namespace EcgChip.Signal
{
    /// <summary>
    /// What the R-R intervals around a beat say of it, as features for a network: whether it comes early or late by the rhythm that runs, and
    /// how steady that is. A premature beat of the atria looks like any other; only its intervals tell.
    /// <para>
    /// Streaming and causal: what a beat is held to is made of the intervals before its own. Its next interval has to be waited for, up to
    /// <see cref="LatestEnd"/>, which keeps to the rhythm, so that a class never comes too late. A next beat counts if it was found in a
    /// block of samples (<see cref="BlockEnd"/>) that had ended by then; otherwise the interval is taken for as long as it is known to be.
    /// </para>
    /// <para>
    /// Every beat that is found counts, whatever it turns out to be and whether or not its signal is good: features must not depend on
    /// when a second was judged. A beat that is never added (it was lost) makes one long interval of two. With a new stretch of signal all begins anew.
    /// </para>
    /// Use: <see cref="Begin"/> where a stretch begins; for every beat in its order <see cref="Add"/>, then <see cref="Write"/>.
    /// </summary>
    public sealed class RhythmContext
    {
        /// <summary>Features of a beat.</summary>
        public const int FeatureCount = 9;

        /// <summary>Stands for a next interval of which nothing is known: the stretch of signal has ended.</summary>
        public const int Unknown = 0;

        /// <summary>Stands for a next interval that did not end in time.</summary>
        public const int Overdue = -1;

        /// <summary>Samples are looked at in blocks of 8: a beat found at sample n counts as found at <c>n | BlockEnd</c>.</summary>
        public const int BlockEnd = 7;

        /// <summary>Longest wait for a next beat, in samples: half of what is kept of the signal.</summary>
        public const int LongestWait = 2 * SignalUnits.SampleRate;

        /// <summary>The largest magnitude of a feature, 1 in the float networks.</summary>
        public const int Largest = 127;

        // Over three seconds (20 beats a minute) it makes no difference how long an interval is.
        private const int LongestInterval = 3 * SignalUnits.SampleRate;

        // Intervals, means and quantiles are in 1/256 of a sample where they are compared; 75 beats a minute until one is known.
        private const int FractionBits = 8;
        private const int FirstMean = (60 * SignalUnits.SampleRate / 75) << FractionBits;

        // The filters' delay, the rest of a block and the network's last layers take up to 30 samples (measured on the chip's clock): the class is
        // there before the second beat behind its own.
        private const int SamplesToClass = 30;

        // An R peak is found 32 samples later at most, unless it is very small; a beat that is a quarter late comes late.
        private const int SamplesToFind = 32;
        private const int LateBits = 2;

        private const int Capacity = 16;
        private const int CapacityMask = Capacity - 1;
        private const int MeanOf = 8;

        // The long means forget in 64 intervals: a pause now and then still shows in them, and what the rhythm was a minute ago.
        private const int LongMeanOf = 64;

        // The quartiles follow in steps of a 128th of the mean, half a sample at least, three times that until they have seen sixteen intervals: towards
        // their own side by 3/2 of it, back by 1/2; the upper tenth by 9/2 of it and 1/2.
        private const int StepBits = 7;
        private const int LeastStep = 1 << (FractionBits - 1);
        private const int FastSteps = 3;

        // A feature of 127 is an interval twice as long, or changes from one to the next by a quarter of the mean.
        private const int PartScale = Largest + 1;
        private const int ChangeScale = 4 * Largest;

        // Intervals are compared with the one before, the one before that and the third: every second or third beat early is regular, fibrillation is not.
        private const int FarthestCompared = 3;
        private const int LeastCompared = 4;
        private const int Compared = Capacity - 1;

        // A beat comes neither early nor late from 87 to 130 hundredths of the mean on.
        private const int EarlyPercent = 87;
        private const int LatePercent = 130;
        private const int LeastHistory = 2;

        // No beat has come yet.
        private const int Never = int.MinValue;

        private readonly short[] intervals = new short[Capacity];

        // How much intervals differ that lie one, two and three beats apart, each sorted: as many as there are of them, in rows. What is larger than
        // a byte counts as its largest: that is over a quarter of any mean, alone and as one of two in the middle.
        private readonly byte[] changes = new byte[FarthestCompared * Compared];
        private int count;
        private int lastPeak = Never;

        // Of the beat added last: its interval in samples, 0 for the first; and what those before it come to.
        private int own;
        private int recentSum;
        private int mean = FirstMean;
        private int upper;
        private int lower;
        private int upperTenth;
        private int longMean;
        private int longIrregularity;

        /// <summary>The sample up to which the last beat's next one is waited for.</summary>
        public int LatestEnd
        {
            get { return lastPeak + Wait(); }
        }

        /// <summary>True where the beat added last came neither early nor late, or too little is known to say so.</summary>
        public bool IsInTime
        {
            get
            {
                int interval = (own << FractionBits) * 100;
                return count < LeastHistory || (interval > mean * EarlyPercent && interval < mean * LatePercent);
            }
        }

        /// <summary>A stretch of signal begins: nothing is known.</summary>
        public void Begin()
        {
            count = 0;
            recentSum = 0;
            lastPeak = Never;
            own = 0;
            mean = FirstMean;
            longIrregularity = 0;
        }

        /// <summary>Goes on to the next beat.</summary>
        /// <param name="peak">Sample index of its R peak.</param>
        public void Add(int peak)
        {
            if (own > 0)
            {
                Learn(own);
            }

            int interval = lastPeak != Never ? peak - lastPeak : 0;
            own = interval > LongestInterval ? LongestInterval : interval;
            lastPeak = peak;
            if (count > 0)
            {
                int some = count < MeanOf ? count : MeanOf;
                mean = ((recentSum << FractionBits) + (some >> 1)) / some;
            }
            else if (own > 0)
            {
                mean = own << FractionBits;
                upper = mean;
                lower = mean;
                upperTenth = mean;
                longMean = mean;
            }

            JudgeSteadiness();
        }

        /// <summary>Writes the features of the beat added last, -127 to 127.</summary>
        /// <param name="next">Samples to the next R peak, where it was found in time; else <see cref="Overdue"/>, or <see cref="Unknown"/>.</param>
        /// <param name="features">
        /// Takes, in 128ths less 128: its interval over the mean of the eight before; the next interval over that mean, a quarter more at most; then, in
        /// 508ths, the median change from one to the next of the sixteen before over their mean; as the first, its interval over the upper and over
        /// the lower quartile; as the third, how far intervals are from repeating themselves (the least, over one, two and three beats, of the change that
        /// three eighths of the sixteen stay below); as the first, its interval over what nine tenths stay below, and over the mean of the last 64; and
        /// the mean, over the last 64 beats, of how far intervals are from repeating themselves.
        /// </param>
        public void Write(int next, sbyte[] features)
        {
            int usual = mean;
            int before = own > 0 ? own << FractionBits : usual;
            features[0] = Part(before, usual);
            features[1] = Part(Next(next), usual);
            features[2] = OfMean(Median());
            features[3] = Part(before, count > 0 ? upper : usual);
            features[4] = Part(before, count > 0 ? lower : usual);
            features[5] = OfMean(Least());
            features[6] = Part(before, count > 0 ? upperTenth : usual);
            features[7] = Part(before, count > 0 ? longMean : usual);
            features[8] = (sbyte)((longIrregularity + (1 << (FractionBits - 1))) >> FractionBits);
        }

        // Part of adding a beat, because the long mean must not depend on which beats are judged.
        private void JudgeSteadiness()
        {
            int known = count;
            int scaled = OfMean(Least()) << FractionBits;
            longIrregularity += (scaled - longIrregularity) / (known < LongMeanOf ? known + 1 : LongMeanOf);
        }

        // The median change from one interval to the next.
        private int Median()
        {
            int known = count;
            if (known < LeastHistory)
            {
                return 0;
            }

            byte[] list = changes;
            int compared = known < Capacity ? known - 1 : Compared;
            int middle = compared >> 1;
            return (compared & 1) != 0 ? list[middle] : (list[middle - 1] + list[middle]) >> 1;
        }

        // The least, over one, two and three beats, of the change that three eighths stay below.
        private int Least()
        {
            int known = count;
            if (known < LeastHistory)
            {
                return 0;
            }

            byte[] list = changes;
            int some = known < Capacity ? known : Capacity;
            int least = list[LowOf(some - 1)];
            int row = Compared;
            for (int apart = 2; apart <= FarthestCompared && known - apart >= LeastCompared; apart++)
            {
                int low = list[row + LowOf(some - apart)];
                least = low < least ? low : least;
                row += Compared;
            }

            return least;
        }

        private sbyte OfMean(int change)
        {
            return Held((change * (ChangeScale << FractionBits) + (mean >> 1)) / mean);
        }

        // Enters how much an interval differs from those before it, in the place of what the oldest interval, which it will replace, differed from those behind it.
        private void Compare(int interval)
        {
            short[] each = intervals;
            byte[] list = changes;
            int at = count;
            int oldest = each[at & CapacityMask];
            int row = 0;
            for (int apart = 1; apart <= FarthestCompared && apart <= at; apart++)
            {
                int change = interval - each[(at - apart) & CapacityMask];
                change = change < 0 ? -change : change;
                int compared = Capacity - apart;
                int gone = byte.MaxValue;
                if (at >= Capacity)
                {
                    gone = each[(at + apart) & CapacityMask] - oldest;
                    gone = gone < 0 ? -gone : gone;
                }
                else
                {
                    // There is room yet: the last place is held by one that none is larger than.
                    compared = at - apart + 1;
                    list[row + compared - 1] = byte.MaxValue;
                }

                SortedValues.Replace(list, row, compared, InByte(gone), InByte(change));
                row += Compared;
            }
        }

        private static byte InByte(int change)
        {
            return (byte)(change < byte.MaxValue ? change : byte.MaxValue);
        }

        private static int LowOf(int compared)
        {
            return (compared * 3) >> 3;
        }

        private int Wait()
        {
            int usual = mean >> FractionBits;
            int late = usual + (usual >> LateBits) + SamplesToFind;
            int inTime = 2 * usual - SamplesToClass;
            int wait = late < inTime ? late : inTime;
            wait = wait < LongestWait ? wait : LongestWait;
            return wait > BedsideWindow.SamplesAfterR ? wait : BedsideWindow.SamplesAfterR;
        }

        private int Next(int next)
        {
            int usual = mean;
            int most = usual + (usual >> LateBits);
            int known = next == Overdue ? (Wait() - SamplesToFind) << FractionBits : next << FractionBits;
            if (next <= Unknown)
            {
                known = known > usual ? known : usual;
            }

            // Compared in samples: an interval of many hours would leave 32 bits.
            return next > LongestInterval || known > most ? most : known;
        }

        private void Learn(int interval)
        {
            Compare(interval);
            recentSum += interval - (count < MeanOf ? 0 : intervals[(count - MeanOf) & CapacityMask]);
            intervals[count & CapacityMask] = (short)interval;
            int step = mean >> StepBits;
            step = step > LeastStep ? step : LeastStep;
            step = count < Capacity ? step * FastSteps : step;
            int more = (3 * step) >> 1;
            int less = step >> 1;
            upper += interval << FractionBits > upper ? more : -less;
            lower += interval << FractionBits > lower ? less : -more;
            upper = upper > LeastStep ? upper : LeastStep;
            lower = lower > LeastStep ? lower : LeastStep;
            int scaled = interval << FractionBits;
            upperTenth += scaled > upperTenth ? 3 * more : -less;
            upperTenth = upperTenth > LeastStep ? upperTenth : LeastStep;
            count++;
            longMean += (scaled - longMean) / (count < LongMeanOf ? count : LongMeanOf);
            longMean = longMean > LeastStep ? longMean : LeastStep;
        }

        // 128 * (interval - of) / of, rounded, halves up.
        private static sbyte Part(int interval, int of)
        {
            return Held((interval * PartScale + (of >> 1)) / of - PartScale);
        }

        private static sbyte Held(int feature)
        {
            return (sbyte)(feature > Largest ? Largest : feature < -Largest ? -Largest : feature);
        }
    }
}
