namespace EcgChip.Signal.Rhythm
{
    /// <summary>
    /// Single ventricular beats, couplets, runs of three or more, and every second or third beat ventricular, three times in a row at least.
    /// </summary>
    internal sealed class VentricularRules
    {
        /// <summary>Ventricular beats that make a run (Al-Khatib et al. 2017, guideline on ventricular arrhythmias: three).</summary>
        internal const int RunBeats = 3;

        // Ventricular beats that make a bigeminy or trigeminy: three.
        private const int PatternBeats = 3;
        private const int BigeminyDistance = 2;
        private const int TrigeminyDistance = 3;

        private readonly RhythmFindings findings;

        // Ventricular beats in a row that end with the last beat.
        private int row;
        private int rowStart;
        private int rowEnd;

        // Single ventricular beats at the same distance, in beats.
        private int lastVentricular;
        private int distance;
        private int pattern;
        private int patternStart;
        private int patternEnd;

        internal VentricularRules(RhythmFindings findings)
        {
            this.findings = findings;
            Reset();
        }

        /// <summary>Takes the next beat of a stretch.</summary>
        internal void Add(int beat, int peak, int beatClass)
        {
            if (beatClass != BeatKind.Ventricular)
            {
                EndRow();
                return;
            }

            row++;
            rowEnd = peak;
            if (row == 1)
            {
                rowStart = peak;
            }

            AddToPattern(beat, peak);
        }

        /// <summary>The stretch is over, or a beat has no class.</summary>
        internal void Break()
        {
            EndRow();
            EndPattern();
            Reset();
        }

        private void AddToPattern(int beat, int peak)
        {
            int steps = beat - lastVentricular;
            bool known = lastVentricular >= 0;
            if (known && steps == distance)
            {
                pattern++;
            }
            else
            {
                EndPattern();
                if (known && (steps == BigeminyDistance || steps == TrigeminyDistance))
                {
                    // Two ventricular beats may be the beginning of a pattern; the first of them is where the last one ended.
                    distance = steps;
                    pattern = 2;
                    patternStart = patternEnd;
                }
            }

            patternEnd = peak;
            lastVentricular = beat;
        }

        private void EndRow()
        {
            if (row == 1)
            {
                findings.AddCounted(FindingCode.VentricularEctopy, rowStart, rowEnd);
            }
            else if (row >= RunBeats)
            {
                findings.AddLargest(FindingCode.VentricularRun, rowStart, rowEnd, row);
            }
            else if (row > 1)
            {
                findings.AddCounted(FindingCode.VentricularCouplet, rowStart, rowEnd);
            }

            row = 0;
        }

        private void EndPattern()
        {
            if (pattern >= PatternBeats)
            {
                FindingCode code = distance == BigeminyDistance ? FindingCode.Bigeminy : FindingCode.Trigeminy;
                findings.AddLargest(code, patternStart, patternEnd, pattern);
            }

            pattern = 0;
            distance = 0;
        }

        private void Reset()
        {
            lastVentricular = -1;
        }
    }
}
