namespace EcgChip.WeightsGen.Training;

/// <summary>What an invented heart does; see <see cref="InventedHeart"/>.</summary>
public enum RhythmKind
{
    /// <summary>Sinus rhythm with single premature atrial beats, few or many.</summary>
    AtrialBeats,

    /// <summary>Stretches in which every second or third beat is a premature atrial one.</summary>
    AtrialBigeminy,

    /// <summary>Runs of atrial beats, short or long, a pause behind each.</summary>
    AtrialRuns,

    /// <summary>A sick sinus node: its own beats, of class N, are far apart, and between them an atrial rhythm of usual rate, of class S, runs for a while.</summary>
    SickSinus,

    /// <summary>Sinus rhythm in which single beats do not reach the ventricles: an interval of two, and every beat of class N.</summary>
    DroppedBeats,

    /// <summary>Atrial fibrillation: no interval is like another, and every beat is of class N.</summary>
    Fibrillation,

    /// <summary>The same with ventricular beats.</summary>
    FibrillationWithVentricular,

    /// <summary>Sinus rhythm with ventricular beats, single or in short runs.</summary>
    Ventricular,

    /// <summary>The same with stretches in which every second beat is one.</summary>
    VentricularBigeminy,
}
