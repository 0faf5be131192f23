using EcgChip.Signal.Rhythm;

namespace EcgChip.Device.Screens
{
    /// <summary>What a recording says, in lines of at most <see cref="MonitorLayout.AdviceLength"/> characters.</summary>
    internal static class ResultWords
    {
        /// <summary>What stands around the score of the infarction head.</summary>
        public const string Infarction = "INFARCT 0.00";

        /// <summary>Where in it the first digit stands; behind it the point and two more.</summary>
        public const int InfarctionDigits = 8;

        /// <summary>Said of what means nothing for this patient.</summary>
        public const string ResearchOnly = "RESEARCH ONLY";

        /// <summary>The answer.</summary>
        public static string Of(ScreeningAnswer answer)
        {
            switch (answer)
            {
                case ScreeningAnswer.ShowADoctor:
                    return "SHOW A DOCTOR";
                case ScreeningAnswer.Repeat:
                    return "REPEAT";
                default:
                    return "NO FINDING";
            }
        }

        /// <summary>Why: the most urgent finding where a doctor should see it, the signal where it was not enough.</summary>
        public static string Of(ScreeningAnswer answer, FindingCode finding)
        {
            if (answer != ScreeningAnswer.ShowADoctor)
            {
                return answer == ScreeningAnswer.Repeat ? "POOR SIGNAL" : "";
            }

            switch (finding)
            {
                case FindingCode.WideTachycardia:
                    return "FAST AND WIDE";
                case FindingCode.VentricularRun:
                    return "RUN OF V";
                case FindingCode.LongPause:
                    return "LONG PAUSE";
                case FindingCode.AtrialFibrillation:
                    return "IRREGULAR";
                case FindingCode.IrregularTachycardia:
                    return "FAST, UNEVEN";
                case FindingCode.Tachycardia:
                    return "VERY FAST";
                case FindingCode.Bradycardia:
                    return "VERY SLOW";
                case FindingCode.VentricularCouplet:
                    return "PAIRS OF V";
                case FindingCode.Bigeminy:
                    return "EVERY 2ND V";
                case FindingCode.Trigeminy:
                    return "EVERY 3RD V";
                case FindingCode.VentricularEctopy:
                    return "MANY V BEATS";
                default:
                    return "FAST RUN";
            }
        }
    }
}
