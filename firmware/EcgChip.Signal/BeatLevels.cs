namespace EcgChip.Signal
{
    /// <summary>
    /// How high beats are and how high everything else, as running means: the thresholds between them, and how far the beats are to be trusted.
    /// Heights are in the summed units of <see cref="RPeakDetector"/>.
    /// </summary>
    internal sealed class BeatLevels
    {
        /// <summary>Parts of a threshold, a share or an interval are counted in 256ths.</summary>
        public const int PartBits = 8;

        // Running means: of beats by a quarter (upwards by half for the first three, by an eighth for overdue ones), of noise by a quarter.
        private const int LevelBits = 2;
        private const int EarlyLevelBits = 1;
        private const int OverdueLevelBits = 3;
        private const int EarlyBeats = 3;
        private const int NoiseBits = 2;

        // What is given up of the idea of how high a beat is with every sample of a long silence.
        private const int ForgetBits = 7;

        // How far a beat is from the others in height: mean over sixteen, in 1/16 of a 256th.
        private const int SpreadBits = 4;
        private const int SpreadFraction = 4;

        // The level that is known sinks by a thirty-second of the distance a beat; beats below a quarter of it are faint: after a long silence
        // that is noise, until it has held for some forty beats.
        private const int KnownLevelBits = 5;
        private const int FaintBits = 2;

        // Noise that is between the beats and among them: less than 88/256 of the beats' level, or beats that differ by less than 54/256 in height, and
        // the beats are to be trusted. The share of noise is a mean over four seconds. Measured on the MIT-BIH database with and without its noise
        // recordings: either by itself takes P waves for noise, or extrasystoles. Noise of 200/256 is nothing but noise.
        private const int DoubtfulNoiseShare = 88;
        private const int DoubtfulSpread = 54;
        private const int NothingButNoiseShare = 200;
        private const int ShareBits = 2;
        private const int ShareFraction = 4;

        private int beatLevel;

        // The level of beats before forgetting began: a pause is no noise. It follows downwards slowly.
        private int knownLevel;
        private int noiseLevel;
        private int spread;
        private int meanNoiseShare;

        /// <summary>The running mean of how high beats are; 0 while none is known.</summary>
        public int Beats
        {
            get { return beatLevel; }
        }

        /// <summary>Forgets everything.</summary>
        public void Reset()
        {
            beatLevel = 0;
            knownLevel = 0;
            noiseLevel = 0;
            spread = 0;
            meanNoiseShare = 0;
        }

        /// <summary>Takes the height of the highest hump so far as that of beats.</summary>
        public void Begin(int highest)
        {
            beatLevel = highest;
            knownLevel = highest;
        }

        /// <summary>The height that lies some 256ths of the way from noise to beats.</summary>
        public int Threshold(int parts)
        {
            return noiseLevel + (((beatLevel - noiseLevel) * parts) >> PartBits);
        }

        /// <summary>Counts a beat.</summary>
        /// <param name="height">How high its hump is.</param>
        /// <param name="beatsBefore">How many beats were counted before it.</param>
        /// <param name="isOverdue">True when it is a beat only because none came for so long.</param>
        public void AddBeat(int height, int beatsBefore, bool isOverdue)
        {
            if (beatLevel == 0)
            {
                beatLevel = height;
            }
            else
            {
                CountSpread(height);

                // One giant artefact must not lift the threshold over all that follows.
                int counted = height > beatLevel << 1 ? beatLevel << 1 : height;
                int bits = isOverdue ? OverdueLevelBits : LevelBits;
                beatLevel += (counted - beatLevel) >> (beatsBefore < EarlyBeats && height > beatLevel ? EarlyLevelBits : bits);
            }

            knownLevel = beatLevel > knownLevel ? beatLevel : knownLevel - ((knownLevel - beatLevel) >> KnownLevelBits);
        }

        /// <summary>Counts a hump that is no beat.</summary>
        public void AddNoise(int height)
        {
            noiseLevel += ((height > beatLevel ? beatLevel : height) - noiseLevel) >> NoiseBits;
        }

        /// <summary>Gives up a little of the idea of how high a beat is.</summary>
        public void Forget()
        {
            beatLevel -= beatLevel >> ForgetBits;
        }

        /// <summary>How doubtful the beats are: <see cref="RPeakDetector.JudgeSecond"/>.</summary>
        public int JudgeSecond()
        {
            meanNoiseShare += ((NoiseShare() << ShareFraction) - meanNoiseShare) >> ShareBits;
            int byNoise = meanNoiseShare * RPeakDetector.DoubtLimit / (DoubtfulNoiseShare << ShareFraction);
            int bySpread = (spread >> SpreadFraction) * RPeakDetector.DoubtLimit / DoubtfulSpread;
            int doubt = byNoise < bySpread ? byNoise : bySpread;
            int byNoiseAlone = meanNoiseShare * RPeakDetector.DoubtLimit / (NothingButNoiseShare << ShareFraction);
            doubt = byNoiseAlone > doubt ? byNoiseAlone : doubt;
            bool isFaint = beatLevel < knownLevel >> FaintBits;
            return doubt < RPeakDetector.MostDoubt && !isFaint ? doubt : RPeakDetector.MostDoubt;
        }

        private int NoiseShare()
        {
            if (knownLevel == 0)
            {
                return 0;
            }

            int share = (noiseLevel << PartBits) / knownLevel;
            return share > 1 << PartBits ? 1 << PartBits : share;
        }

        private void CountSpread(int height)
        {
            int distance = height - beatLevel;
            distance = distance < 0 ? -distance : distance;
            int share = distance > beatLevel ? 1 << PartBits : (distance << PartBits) / beatLevel;
            spread += ((share << SpreadFraction) - spread) >> SpreadBits;
        }
    }
}
