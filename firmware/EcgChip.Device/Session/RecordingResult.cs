using EcgChip.Device.Screens;
using EcgChip.Inference;
using EcgChip.Records;
using EcgChip.Signal.Rhythm;

namespace EcgChip.Device.Session
{
    /// <summary>Puts what a recording says on the screens.</summary>
    public static class RecordingResult
    {
        private const int All = 100;

        /// <summary>Shows a record whose summary, findings and answer are there.</summary>
        public static void Show(RecordContents record, ScreenContents contents)
        {
            RecordSummary summary = record.Summary;
            contents.HeartRateMean = summary.MeanHeartRate;
            contents.HeartRateLowest = summary.LowestHeartRate;
            contents.HeartRateHighest = summary.HighestHeartRate;
            contents.Answer = (ScreeningAnswer)summary.Answer;
            contents.Findings = record.Findings.Count > 0 ? record.Findings : null;
            int samples = record.SampleCount;
            contents.QualityPercent = samples > 0 ? (int)((long)summary.GoodSamples * All / samples) : ScreenContents.Unknown;
            contents.InfarctionScore = summary.InfarctionScore;
            contents.InfarctionResearchOnly = summary.InfarctionPatients < HeadModel.EnoughPatients;
            for (int i = 0; i < contents.ClassCounts.Length; i++)
            {
                contents.ClassCounts[i] = summary.ClassCounts[i];
            }
        }
    }
}
