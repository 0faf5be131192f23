namespace EcgChip.Records
{
    /// <summary>A recording in a few numbers, each of which may be <see cref="NotKnown"/>.</summary>
    public sealed class RecordSummary
    {
        /// <summary>The number could not be told. It is never shown or sent on as a number.</summary>
        public const int NotKnown = -1;

        /// <summary>The highest <see cref="InfarctionScore"/>.</summary>
        public const int CertainInfarction = 255;

        /// <summary>Mean heart rate in beats a minute.</summary>
        public int MeanHeartRate;

        /// <summary>Lowest heart rate in beats a minute.</summary>
        public int LowestHeartRate;

        /// <summary>Highest heart rate in beats a minute.</summary>
        public int HighestHeartRate;

        /// <summary>Beats of each class, in the order N, S, V, F, Q.</summary>
        public readonly int[] ClassCounts = new int[BeatList.ClassCount];

        /// <summary>Beats that were found but not classified.</summary>
        public int UnclassifiedCount;

        /// <summary>Samples of good signal. The three sample counts are seconds times the record's sample rate.</summary>
        public int GoodSamples;

        /// <summary>Samples of a signal too poor to judge.</summary>
        public int PoorSamples;

        /// <summary>Samples without contact.</summary>
        public int NoContactSamples;

        /// <summary>Samples that were read late and brought back to their time by interpolation.</summary>
        public int LateSamples;

        /// <summary>What the recording says to who made it: 0 no finding, 1 show a doctor, 2 repeat.</summary>
        public int Answer;

        /// <summary>Standard deviation of the intervals between normal beats, in ms.</summary>
        public int SdnnMs;

        /// <summary>Root mean square of the differences between neighbouring intervals of normal beats, in ms.</summary>
        public int RmssdMs;

        /// <summary>How sure the infarction head is, 0 to <see cref="CertainInfarction"/>; known exactly where the patients are.</summary>
        public int InfarctionScore;

        /// <summary>Patients whose beats the head was trained on that gave the score.</summary>
        public int InfarctionPatients;

        /// <summary>A summary of which nothing is known.</summary>
        public RecordSummary()
        {
            Clear();
        }

        /// <summary>Makes everything <see cref="NotKnown"/>.</summary>
        public void Clear()
        {
            MeanHeartRate = NotKnown;
            LowestHeartRate = NotKnown;
            HighestHeartRate = NotKnown;
            for (int i = 0; i < ClassCounts.Length; i++)
            {
                ClassCounts[i] = NotKnown;
            }

            UnclassifiedCount = NotKnown;
            GoodSamples = NotKnown;
            PoorSamples = NotKnown;
            NoContactSamples = NotKnown;
            LateSamples = NotKnown;
            Answer = NotKnown;
            SdnnMs = NotKnown;
            RmssdMs = NotKnown;
            InfarctionScore = NotKnown;
            InfarctionPatients = NotKnown;
        }

        /// <summary>True when every number is <see cref="NotKnown"/> or not negative, and those of infarction fit together.</summary>
        internal bool IsSound()
        {
            for (int i = 0; i < ClassCounts.Length; i++)
            {
                if (ClassCounts[i] < NotKnown)
                {
                    return false;
                }
            }

            return MeanHeartRate >= NotKnown && LowestHeartRate >= NotKnown && HighestHeartRate >= NotKnown && UnclassifiedCount >= NotKnown
                && GoodSamples >= NotKnown && PoorSamples >= NotKnown && NoContactSamples >= NotKnown && LateSamples >= NotKnown
                && Answer >= NotKnown && SdnnMs >= NotKnown && RmssdMs >= NotKnown
                && InfarctionScore >= NotKnown && InfarctionScore <= CertainInfarction && InfarctionPatients >= NotKnown
                && (InfarctionScore == NotKnown) == (InfarctionPatients == NotKnown);
        }
    }
}
