namespace EcgChip.Signal.Rhythm
{
    /// <summary>
    /// Single premature narrow beats, couplets, runs of three or more. The class alone does not make a beat supraventricular: a network that
    /// sees one beat's shape cannot tell. A narrow beat counts that comes early against the running mean of the regular intervals: by a fifth,
    /// or by a tenth when the network says S. The intervals of a rhythm that is irregular throughout say nothing, and are not to be given.
    /// </summary>
    internal sealed class SupraventricularRules
    {
        /// <summary>Beats that make a run.</summary>
        internal const int RunBeats = 3;

        /// <summary>
        /// With so many early beats in a row the rhythm itself is a faster one: from there on it is the measure (Binici et al. 2010 call runs
        /// of 20 excessive).
        /// </summary>
        internal const int NewRhythmBeats = 20;

        // Early is what comes before this share of the mean interval, in hundredths.
        private const int EarlyOfNormal = 80;
        private const int EarlyOfSupraventricular = 90;
        private const int Hundred = 100;

        // A mean is trusted from the fourth interval on, and forgets an eighth each time from the eighth on.
        private const int LeastIntervals = 4;
        private const int MeanIntervals = 8;

        // An interval counts for at most a quarter more than the mean.
        private const int LongestGrowth = 4;

        private readonly RhythmFindings findings;
        private int meanOf;

        // Eight times the mean, so that small changes are not lost.
        private int scaledMean;
        private int row;
        private int rowStart;
        private int rowEnd;
        private int beforePeak;
        private bool beforeIsNarrow;

        internal SupraventricularRules(RhythmFindings findings)
        {
            this.findings = findings;
        }

        /// <summary>True when the beat given last came early.</summary>
        internal bool LastIsEarly
        {
            get { return row > 0; }
        }

        /// <summary>Takes the next beat of a stretch.</summary>
        internal void Add(int peak, int beatClass)
        {
            bool narrow = BeatKind.IsNarrow(beatClass);
            int interval = peak - beforePeak;
            bool clean = narrow && beforeIsNarrow;
            beforePeak = peak;
            beforeIsNarrow = narrow;
            if (!clean)
            {
                EndRow();
                return;
            }

            int share = beatClass == BeatKind.Supraventricular ? EarlyOfSupraventricular : EarlyOfNormal;
            if (meanOf >= LeastIntervals && interval * MeanIntervals * Hundred < scaledMean * share)
            {
                row++;
                rowEnd = peak;
                if (row == 1)
                {
                    rowStart = peak;
                }

                if (row == NewRhythmBeats)
                {
                    EndRow();
                    scaledMean = interval * MeanIntervals;
                }

                return;
            }

            bool afterEarly = row > 0;
            EndRow();

            // The interval behind an early beat is longer than the rhythm.
            if (!afterEarly)
            {
                TakeInterval(interval);
            }
        }

        /// <summary>The stretch is over: what the rhythm was is forgotten.</summary>
        internal void Break()
        {
            EndRow();
            meanOf = 0;
            beforeIsNarrow = false;
        }

        private void TakeInterval(int interval)
        {
            // A pause shall not make the beats behind it early; a rhythm that has grown slower is learnt in some beats.
            int longest = scaledMean + scaledMean / LongestGrowth;
            if (meanOf >= LeastIntervals && interval * MeanIntervals > longest)
            {
                interval = longest / MeanIntervals;
            }

            if (meanOf < MeanIntervals)
            {
                meanOf++;
                scaledMean = meanOf == 1 ? interval * MeanIntervals : scaledMean + (interval * MeanIntervals - scaledMean) / meanOf;
            }
            else
            {
                scaledMean += interval - scaledMean / MeanIntervals;
            }
        }

        private void EndRow()
        {
            if (row == 1)
            {
                findings.AddCounted(FindingCode.SupraventricularEctopy, rowStart, rowEnd);
            }
            else if (row >= RunBeats)
            {
                findings.AddLargest(FindingCode.SupraventricularRun, rowStart, rowEnd, row);
            }
            else if (row > 1)
            {
                findings.AddCounted(FindingCode.SupraventricularCouplet, rowStart, rowEnd);
            }

            row = 0;
        }
    }
}
