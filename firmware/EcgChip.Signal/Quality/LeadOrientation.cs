namespace EcgChip.Signal
{
    /// <summary>Which way round the electrodes are.</summary>
    public enum LeadOrientation
    {
        /// <summary>It cannot be said: too few beats, no P waves, an irregular or a fast heart.</summary>
        Unknown = 0,

        /// <summary>As they should be: right arm to the negative input, left leg to the positive one.</summary>
        Upright = 1,

        /// <summary>Very likely exchanged: everything stands upside down.</summary>
        LikelySwapped = 2,
    }
}
