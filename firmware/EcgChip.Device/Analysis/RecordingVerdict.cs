using EcgChip.Inference;
using EcgChip.Records;
using EcgChip.Signal.Rhythm;

namespace EcgChip.Device.Analysis
{
    /// <summary>What is said of a recording whose rhythm is judged: what was found, the answer. It goes into the record.</summary>
    public static class RecordingVerdict
    {
        /// <summary>Completes a record.</summary>
        /// <param name="rhythm">The analysis of its rhythm, done.</param>
        /// <param name="infarction">What the infarction head says; null without one. It never changes the answer.</param>
        /// <param name="contents">The record, whole but for its findings, rates and answer.</param>
        public static void Conclude(RhythmAnalysis rhythm, InfarctionScore infarction, RecordContents contents)
        {
            RhythmFindings found = rhythm.Findings;
            FindingList findings = contents.Findings;
            findings.Clear();
            for (int i = 1; i <= RhythmFindings.LastCode; i++)
            {
                FindingCode code = (FindingCode)i;
                int times = found.Count(code);
                if (times > 0)
                {
                    findings.Add(i, times, found.Value(code), found.Start(code), found.End(code));
                }
            }

            RecordSummary summary = contents.Summary;
            summary.MeanHeartRate = rhythm.MeanRate;
            summary.LowestHeartRate = rhythm.LowestRate;
            summary.HighestHeartRate = rhythm.HighestRate;
            summary.SdnnMs = rhythm.SdnnMs;
            summary.RmssdMs = rhythm.RmssdMs;
            ScreeningAnswer answer = Screening.Answer(found, summary.GoodSamples, contents.SampleCount, contents.Beats.Count);
            summary.Answer = (int)answer;
            if (infarction != null && infarction.Value != RecordSummary.NotKnown
                && Screening.IsEnough(summary.GoodSamples, contents.SampleCount, contents.Beats.Count))
            {
                summary.InfarctionScore = infarction.Value;
                summary.InfarctionPatients = infarction.Patients;
            }
        }
    }
}
