using EcgChip.Device.Screens;
using EcgChip.Device.Session;
using EcgChip.Records;
using EcgChip.Signal.Rhythm;

namespace EcgChip.Device.Analysis
{
    /// <summary>
    /// What is said of a recording whose beats have their last classes: its summary, what its rhythm shows, the answer. It goes into the record
    /// and on the screen. A resumable job: <see cref="Step"/> until it says true, then it is ready for another.
    /// </summary>
    public sealed class RecordingVerdict
    {
        private readonly Recording recording;
        private readonly MonitorScreen screen;

        // Made when a recording is over and given back at once: nothing of it takes room while one runs.
        private RhythmAnalysis rhythm;

        /// <summary>A verdict on what <paramref name="recording"/> holds when it is asked for.</summary>
        public RecordingVerdict(Recording recording, MonitorScreen screen)
        {
            this.recording = recording;
            this.screen = screen;
        }

        /// <summary>One bounded slice; true when the record is complete and the screen says what it says.</summary>
        public bool Step()
        {
            if (rhythm == null)
            {
                if (recording.Summarise())
                {
                    rhythm = new RhythmAnalysis(recording);
                }

                return false;
            }

            if (!rhythm.Step())
            {
                return false;
            }

            Conclude(recording.Contents);
            rhythm = null;
            return true;
        }

        private void Conclude(RecordContents contents)
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
            screen.SetResult(ResultWords.Of(answer), ResultWords.Of(answer, Screening.MostUrgent(found)));
        }
    }
}
