namespace EcgChip.Signal
{
    /// <summary>What lowers the quality of the signal most.</summary>
    public enum QualityReason
    {
        /// <summary>Nothing does: the signal can be judged.</summary>
        None = 0,

        /// <summary>The signal leaves the ADC's good range.</summary>
        Clipping = 1,

        /// <summary>The signal does not move: an electrode that lies on cloth, a broken wire.</summary>
        Flat = 2,

        /// <summary>Hum of the mains.</summary>
        Mains = 3,

        /// <summary>The baseline swings: breathing deeply, moving, an electrode that slides.</summary>
        Wander = 4,

        /// <summary>Muscle noise between the beats.</summary>
        Muscle = 5,

        /// <summary>What lies between the beats is as steep as the beats themselves: electrodes that move, beats that are unsure.</summary>
        Motion = 6,
    }
}
