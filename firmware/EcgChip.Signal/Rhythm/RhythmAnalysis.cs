namespace EcgChip.Signal.Rhythm
{
    /// <summary>
    /// Judges the rhythm of a finished recording. A resumable job, made for one recording: <see cref="Step"/> until it says true. Nothing is
    /// judged across a gap or a poor stretch. Each finding's rule stands with the part that finds it; docs/findings.md has them all with their
    /// sources, figures, and what a single lead cannot show.
    /// </summary>
    public sealed class RhythmAnalysis
    {
        /// <summary>
        /// A rhythm is called irregularly irregular from 20 s on: the diagnosis asks for 30 s (Hindricks et al. 2020, ESC guideline), of which a
        /// recording of 30 s loses what lies before its first and behind its last beat.
        /// </summary>
        public const int LeastIrregularSamples = 20 * SignalUnits.SampleRate;

        private const int SamplesPerHour = 3600 * SignalUnits.SampleRate;

        private readonly IRhythmSource source;
        private readonly RhythmFindings findings = new RhythmFindings();
        private readonly IrregularRhythm irregular = new IrregularRhythm();
        private readonly RateRules rate;
        private readonly VentricularRules ventricular;
        private readonly SupraventricularRules supraventricular;
        private readonly HeartRateVariability variability = new HeartRateVariability();
        private int beat;
        private int firstOfStretch;

        // A beat is taken in two slices: its rate and its neighbours first, then whether the rhythm is irregular.
        private bool rateTaken;

        // Early beats are looked for behind the others, where it is settled whether the rhythm is irregular.
        private int settledBeat;
        private bool settledIsNormal;
        private bool stretchOver;
        private bool ended;
        private bool wasIrregular;
        private int irregularFrom;

        // Where the last irregular stretch ended.
        private int irregularTo;
        private int irregularSamples;

        /// <summary>An analysis of a recording, which must stay as it is meanwhile.</summary>
        public RhythmAnalysis(IRhythmSource source)
        {
            this.source = source;
            rate = new RateRules(findings);
            ventricular = new VentricularRules(findings);
            supraventricular = new SupraventricularRules(findings);
        }

        /// <summary>What was found; whole when <see cref="Step"/> has said true.</summary>
        public RhythmFindings Findings
        {
            get { return findings; }
        }

        /// <summary>Mean heart rate over all intervals in good signal, beats a minute, or <see cref="HeartRate.Unknown"/>.</summary>
        public int MeanRate
        {
            get { return rate.Mean; }
        }

        /// <summary>Lowest rate over eight intervals, or <see cref="HeartRate.Unknown"/>.</summary>
        public int LowestRate
        {
            get { return rate.Lowest; }
        }

        /// <summary>Highest rate over eight intervals, or <see cref="HeartRate.Unknown"/>.</summary>
        public int HighestRate
        {
            get { return rate.Highest; }
        }

        /// <summary>SDNN in ms; -1 where the recording is too short for it or not clean, or the rhythm irregular.</summary>
        public int SdnnMs
        {
            get { return irregularSamples > 0 ? HeartRateVariability.Unknown : variability.SdnnMs; }
        }

        /// <summary>RMSSD in ms; -1 where the recording is too short for it or not clean, or the rhythm irregular.</summary>
        public int RmssdMs
        {
            get { return irregularSamples > 0 ? HeartRateVariability.Unknown : variability.RmssdMs; }
        }

        /// <summary>Samples in which the rhythm is irregularly irregular, in stretches that are long enough.</summary>
        public int IrregularSamples
        {
            get { return irregularSamples; }
        }

        /// <summary>A part of a beat further, some 400,000 instructions at most; true when the analysis is over.</summary>
        public bool Step()
        {
            if (rateTaken)
            {
                TakeRhythm();
                return false;
            }

            if (settledBeat < beat && (stretchOver || (irregular.IsJudged && source.RPeak(settledBeat) <= irregular.SettledTo)))
            {
                Settle();
                return false;
            }

            if (ended)
            {
                return true;
            }

            if (stretchOver)
            {
                EndStretch();
            }
            else if (beat == source.BeatCount || (beat > firstOfStretch && !source.IsGood(source.RPeak(beat - 1), source.RPeak(beat))))
            {
                stretchOver = true;
            }
            else if (beat == firstOfStretch && !source.IsGood(source.RPeak(beat), source.RPeak(beat)))
            {
                // A beat in poor signal says nothing, alone as little as beside others.
                beat++;
                firstOfStretch = beat;
                settledBeat = beat;
            }
            else
            {
                TakeRate();
            }

            return false;
        }

        private void TakeRate()
        {
            int peak = source.RPeak(beat);
            int beatClass = source.ClassOf(beat);
            if (beat > firstOfStretch)
            {
                rate.Add(source, beat, firstOfStretch);
            }

            if (BeatKind.IsKnown(beatClass))
            {
                ventricular.Add(beat, peak, beatClass);
            }
            else
            {
                ventricular.Break();
            }

            rateTaken = true;
        }

        private void TakeRhythm()
        {
            rateTaken = false;
            bool now = irregular.Add(source.RPeak(beat), source.ClassOf(beat));
            if (now && !wasIrregular)
            {
                irregularFrom = irregular.Since;
            }
            else if (!now && wasIrregular)
            {
                EndIrregular(irregular.Since);
            }

            wasIrregular = now;
            beat++;
        }

        private void Settle()
        {
            int peak = source.RPeak(settledBeat);
            int beatClass = source.ClassOf(settledBeat);
            bool inIrregular = wasIrregular && peak >= irregularFrom;
            if (inIrregular || peak < irregularTo)
            {
                supraventricular.Break();
            }
            else
            {
                supraventricular.Add(peak, beatClass);
            }

            bool normal = beatClass == BeatKind.Normal && !supraventricular.LastIsEarly;
            if (settledBeat > firstOfStretch)
            {
                variability.Add(peak - source.RPeak(settledBeat - 1), normal && settledIsNormal);
            }

            settledIsNormal = normal;
            settledBeat++;
        }

        private void EndStretch()
        {
            if (wasIrregular)
            {
                EndIrregular(source.RPeak(beat - 1));
                wasIrregular = false;
            }

            irregular.BreakOff();
            rate.EndRun();
            ventricular.Break();
            supraventricular.Break();
            variability.Break();
            firstOfStretch = beat;
            stretchOver = false;
            if (beat == source.BeatCount)
            {
                SetHourly(FindingCode.VentricularEctopy);
                SetHourly(FindingCode.SupraventricularEctopy);
                ended = true;
            }
        }

        private void EndIrregular(int end)
        {
            irregularTo = end;
            int length = end - irregularFrom;
            if (length >= LeastIrregularSamples)
            {
                findings.AddLargest(FindingCode.AtrialFibrillation, irregularFrom, end, length / SignalUnits.SampleRate);
                irregularSamples += length;
            }
        }

        private void SetHourly(FindingCode code)
        {
            if (rate.Samples > 0)
            {
                findings.SetValue(code, (int)((long)findings.Count(code) * SamplesPerHour / rate.Samples));
            }
        }
    }
}
