namespace EcgChip.Signal.Rhythm
{
    /// <summary>
    /// What a recording's rhythm may show, the most urgent first. The numbers stand in stored records and never change; <see
    /// cref="RhythmAnalysis"/> and docs/findings.md say by which rule each is found.
    /// </summary>
    public enum FindingCode
    {
        /// <summary>More than 100/min, most beats ventricular: wide-tachycardia. Value: highest rate, beats a minute.</summary>
        WideTachycardia = 1,

        /// <summary>Three or more ventricular beats in a row: ventricular-run. Value: beats of the longest.</summary>
        VentricularRun = 2,

        /// <summary>More than 3 s without a beat: long-pause. Value: the longest, in ms.</summary>
        LongPause = 3,

        /// <summary>Irregularly irregular rhythm, which suggests atrial fibrillation: atrial-fibrillation. Value: seconds of the longest stretch.</summary>
        AtrialFibrillation = 4,

        /// <summary>More than 100/min, narrow and irregular: irregular-tachycardia. Value: highest rate, beats a minute.</summary>
        IrregularTachycardia = 5,

        /// <summary>More than 100/min, narrow and regular: tachycardia. Value: highest rate, beats a minute.</summary>
        Tachycardia = 6,

        /// <summary>Less than 50/min: bradycardia. Value: lowest rate, beats a minute.</summary>
        Bradycardia = 7,

        /// <summary>Two ventricular beats in a row: ventricular-couplet. Value: how many couplets.</summary>
        VentricularCouplet = 8,

        /// <summary>Every second beat ventricular: bigeminy. Value: ventricular beats of the longest stretch.</summary>
        Bigeminy = 9,

        /// <summary>Every third beat ventricular: trigeminy. Value: ventricular beats of the longest stretch.</summary>
        Trigeminy = 10,

        /// <summary>Single ventricular beats: ventricular-ectopy. Value: beats an hour.</summary>
        VentricularEctopy = 11,

        /// <summary>Three or more premature narrow beats in a row: supraventricular-run. Value: beats of the longest.</summary>
        SupraventricularRun = 12,

        /// <summary>More than 2 s and at most 3 s without a beat: pause. Value: the longest, in ms.</summary>
        Pause = 13,

        /// <summary>Two premature narrow beats in a row: supraventricular-couplet. Value: how many couplets.</summary>
        SupraventricularCouplet = 14,

        /// <summary>Single premature narrow beats: supraventricular-ectopy. Value: beats an hour.</summary>
        SupraventricularEctopy = 15,
    }
}
