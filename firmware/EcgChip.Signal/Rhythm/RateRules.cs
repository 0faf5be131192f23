namespace EcgChip.Signal.Rhythm
{
    /// <summary>
    /// Heart rate over a recording, and what follows from it: bradycardia, tachycardia, pauses. A rate is that of eight intervals in a row, as
    /// on the screen; a fast one is wide when most of its beats are ventricular, else irregular when more than half of its changes from one interval
    /// between narrow beats to the next are larger than a tenth of the mean, else regular: so that no tachycardia goes without a name.
    /// </summary>
    internal sealed class RateRules
    {
        /// <summary>Below this the heart is slow, beats a minute (Kusumoto et al. 2018, guideline on bradycardia: 50).</summary>
        internal const int SlowBelow = 50;

        /// <summary>Above this it is fast, beats a minute (Page et al. 2015, guideline on supraventricular tachycardia: 100).</summary>
        internal const int FastAbove = 100;

        /// <summary>Longer than this without a beat is a pause, samples: 2 s.</summary>
        internal const int PauseSamples = 2 * SignalUnits.SampleRate;

        /// <summary>Longer than this it is a long one, samples: 3 s (Kusumoto et al. 2018).</summary>
        internal const int LongPauseSamples = 3 * SignalUnits.SampleRate;

        private const int SamplesPerMinute = 60 * SignalUnits.SampleRate;
        private const int MsPerSample = SignalUnits.SampleIntervalUs / 1000;
        private const int Intervals = 8;
        private const int Tenths = 10;

        // With fewer changes between narrow beats, what is irregular is the ectopic beats.
        private const int LeastCompared = 4;

        // Over 5 s without a beat the rate before tells nothing of the rate after, as on the screen.
        private const int LongestInterval = 5 * SignalUnits.SampleRate;

        private readonly RhythmFindings findings;
        private int intervals;
        private int samples;
        private int lowest;
        private int highest;
        private int firstBeat;

        // The stretch that is slow or fast now: what it is (0 for neither), where it begins, its most extreme rate.
        private int run;
        private int runStart;
        private int runEnd;
        private int runRate;

        internal RateRules(RhythmFindings findings)
        {
            this.findings = findings;
            lowest = HeartRate.Unknown;
            highest = HeartRate.Unknown;
        }

        /// <summary>Mean rate of all intervals in good signal, or <see cref="HeartRate.Unknown"/> with fewer than two.</summary>
        internal int Mean
        {
            get { return intervals < 2 ? HeartRate.Unknown : Rate(intervals, samples); }
        }

        internal int Lowest
        {
            get { return lowest; }
        }

        internal int Highest
        {
            get { return highest; }
        }

        /// <summary>Samples of all intervals in good signal.</summary>
        internal int Samples
        {
            get { return samples; }
        }

        /// <summary>Takes a beat whose interval to the beat before lies in good signal.</summary>
        /// <param name="source">The recording.</param>
        /// <param name="beat">The beat.</param>
        /// <param name="first">First beat of the stretch of good signal.</param>
        internal void Add(IRhythmSource source, int beat, int first)
        {
            int peak = source.RPeak(beat);
            int before = source.RPeak(beat - 1);
            int interval = peak - before;
            intervals++;
            samples += interval;
            if (interval > LongPauseSamples)
            {
                findings.AddLargest(FindingCode.LongPause, before, peak, interval * MsPerSample);
            }
            else if (interval > PauseSamples)
            {
                findings.AddLargest(FindingCode.Pause, before, peak, interval * MsPerSample);
            }

            if (interval > LongestInterval)
            {
                EndRun();
                firstBeat = beat;
            }

            int oldest = beat - Intervals;
            if (oldest < first || oldest < firstBeat)
            {
                return;
            }

            int start = source.RPeak(oldest);
            int span = peak - start;
            int rate = Rate(Intervals, span);
            lowest = lowest == HeartRate.Unknown || rate < lowest ? rate : lowest;
            highest = rate > highest ? rate : highest;

            // Compared before it is rounded: 100.4/min is more than 100.
            int kind = 0;
            if (Intervals * SamplesPerMinute < SlowBelow * span)
            {
                kind = (int)FindingCode.Bradycardia;
            }
            else if (Intervals * SamplesPerMinute > FastAbove * span)
            {
                kind = KindOfTachycardia(source, oldest, beat, span);
            }

            if (kind != run)
            {
                EndRun();
                run = kind;
                runStart = start;
                runRate = rate;
            }

            runEnd = peak;
            bool slower = kind == (int)FindingCode.Bradycardia;
            if (slower ? rate < runRate : rate > runRate)
            {
                runRate = rate;
            }
        }

        /// <summary>The stretch of good signal is over.</summary>
        internal void EndRun()
        {
            if (run == (int)FindingCode.Bradycardia)
            {
                findings.AddSmallest(FindingCode.Bradycardia, runStart, runEnd, runRate);
            }
            else if (run != 0)
            {
                findings.AddLargest((FindingCode)run, runStart, runEnd, runRate);
            }

            run = 0;
        }

        private static int KindOfTachycardia(IRhythmSource source, int oldest, int newest, int span)
        {
            int ventricular = source.ClassOf(oldest) == BeatKind.Ventricular ? 1 : 0;
            int compared = 0;
            int changes = 0;
            int previousPeak = source.RPeak(oldest);
            bool previousIsNarrow = BeatKind.IsNarrow(source.ClassOf(oldest));
            int previous = 0;
            for (int beat = oldest + 1; beat <= newest; beat++)
            {
                int peak = source.RPeak(beat);
                int interval = peak - previousPeak;
                int beatClass = source.ClassOf(beat);
                bool narrow = BeatKind.IsNarrow(beatClass);
                bool clean = narrow && previousIsNarrow;
                if (clean && previous > 0)
                {
                    int change = interval - previous;
                    change = change < 0 ? -change : change;
                    compared++;
                    changes += change * Tenths * Intervals > span ? 1 : 0;
                }

                ventricular += beatClass == BeatKind.Ventricular ? 1 : 0;
                previous = clean ? interval : 0;
                previousPeak = peak;
                previousIsNarrow = narrow;
            }

            if (2 * ventricular > Intervals + 1)
            {
                return (int)FindingCode.WideTachycardia;
            }

            return (int)(compared >= LeastCompared && 2 * changes > compared ? FindingCode.IrregularTachycardia : FindingCode.Tachycardia);
        }

        private static int Rate(int intervalCount, int span)
        {
            return (int)(((long)intervalCount * SamplesPerMinute + span / 2) / span);
        }
    }
}
