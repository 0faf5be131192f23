namespace EcgChip.Signal.Rhythm
{
    /// <summary>
    /// From findings to an answer. Which findings a doctor should see stands here and nowhere else, with the reasons:
    /// <list type="bullet">
    /// <item>Always: wide tachycardia and ventricular runs (may become life-threatening), a pause over 3 s (Kusumoto et al. 2018), irregularly
    /// irregular rhythm (stroke; Hindricks et al. 2020), irregular tachycardia (atrial fibrillation that is too short to say so),
    /// bigeminy, trigeminy (Lown and Wolf 1971, grade 2 by their rate).</item>
    /// <item>Bradycardia at 40/min or less and regular tachycardia at 131/min or more: where one sign alone asks for urgent review (Royal College
    /// of Physicians 2017, NEWS2). In between, both belong to sleep, sport, fever, fear.</item>
    /// <item>Single ventricular beats from 30 an hour on (Lown and Wolf 1971, grade 2), three at least: one or two may be a mistake of the
    /// network, and in a recording of 30 s one is already 120 an hour. Couplets (grade 4) from two on, for the same reason.</item>
    /// <item>A run of early narrow beats of 20 or more (Binici et al. 2010).</item>
    /// <item>Never alone: single supraventricular beats and couplets, which are found by their time only, and pauses up to 3 s.</item>
    /// </list>
    /// </summary>
    public static class Screening
    {
        /// <summary>Good signal below which nothing can be said, in samples: 10 s, the length of a usual resting ECG.</summary>
        public const int LeastGoodSamples = 10 * SignalUnits.SampleRate;

        /// <summary>Bradycardia that a doctor should see: this rate or less.</summary>
        public const int AlarminglySlow = 40;

        /// <summary>Regular tachycardia that a doctor should see: this rate or more.</summary>
        public const int AlarminglyFast = 131;

        /// <summary>Single ventricular beats an hour that a doctor should see.</summary>
        public const int FrequentVentricular = 30;

        /// <summary>Single ventricular beats below which their rate is not trusted.</summary>
        public const int LeastVentricular = 3;

        /// <summary>Ventricular couplets below which they are not trusted.</summary>
        public const int LeastCouplets = 2;

        /// <summary>True for a finding that a doctor should look at.</summary>
        /// <param name="code">The finding.</param>
        /// <param name="value">Its value, in the unit that the code says.</param>
        /// <param name="count">How often it was found.</param>
        public static bool NeedsDoctor(FindingCode code, int value, int count)
        {
            switch (code)
            {
                case FindingCode.WideTachycardia:
                case FindingCode.VentricularRun:
                case FindingCode.LongPause:
                case FindingCode.AtrialFibrillation:
                case FindingCode.IrregularTachycardia:
                case FindingCode.Bigeminy:
                case FindingCode.Trigeminy:
                    return count > 0;
                case FindingCode.VentricularCouplet:
                    return count >= LeastCouplets;
                case FindingCode.Bradycardia:
                    return count > 0 && value <= AlarminglySlow;
                case FindingCode.Tachycardia:
                    return value >= AlarminglyFast;
                case FindingCode.VentricularEctopy:
                    return count >= LeastVentricular && value >= FrequentVentricular;
                case FindingCode.SupraventricularRun:
                    return value >= SupraventricularRules.NewRhythmBeats;
                default:
                    return false;
            }
        }

        /// <summary>
        /// The finding to name: the most urgent of those that a doctor should see, else the most urgent of all; 0 when nothing was found.
        /// </summary>
        public static FindingCode MostUrgent(RhythmFindings findings)
        {
            FindingCode first = 0;
            for (int i = 1; i <= RhythmFindings.LastCode; i++)
            {
                FindingCode code = (FindingCode)i;
                int count = findings.Count(code);
                if (NeedsDoctor(code, findings.Value(code), count))
                {
                    return code;
                }

                if (count > 0 && first == 0)
                {
                    first = code;
                }
            }

            return first;
        }

        /// <summary>
        /// The answer. What was found in good signal holds however short it is; to say that there is nothing takes 10 s of good signal, and half
        /// of the recording.
        /// </summary>
        /// <param name="findings">What was found.</param>
        /// <param name="goodSamples">Samples of good signal.</param>
        /// <param name="samples">Samples of the recording.</param>
        /// <param name="beats">Beats found: without two of them, there is no rhythm to judge.</param>
        public static ScreeningAnswer Answer(RhythmFindings findings, int goodSamples, int samples, int beats)
        {
            FindingCode urgent = MostUrgent(findings);
            if (urgent != 0 && NeedsDoctor(urgent, findings.Value(urgent), findings.Count(urgent)))
            {
                return ScreeningAnswer.ShowADoctor;
            }

            return IsEnough(goodSamples, samples, beats) ? ScreeningAnswer.NoFinding : ScreeningAnswer.Repeat;
        }

        /// <summary>True when a recording says enough to be called without finding: 10 s of good signal, half of it, and two beats.</summary>
        /// <param name="goodSamples">Samples of good signal.</param>
        /// <param name="samples">Samples of the recording.</param>
        /// <param name="beats">Beats found.</param>
        public static bool IsEnough(int goodSamples, int samples, int beats)
        {
            return goodSamples >= LeastGoodSamples && goodSamples * 2 >= samples && beats >= 2;
        }
    }
}
