namespace EcgChip.WeightsGen.Pictures;

/// <summary>What a stroke or a word of a picture is; <see cref="Palette"/> says its colour on paper and on a dark screen.</summary>
public enum Ink
{
    /// <summary>The first class; the others follow, up to <see cref="Class5"/>.</summary>
    Class1,

    /// <summary>The second class.</summary>
    Class2,

    /// <summary>The third class.</summary>
    Class3,

    /// <summary>The fourth class.</summary>
    Class4,

    /// <summary>The fifth class.</summary>
    Class5,

    /// <summary>Words, and lines that stand for something.</summary>
    Text,

    /// <summary>Words that may be overlooked.</summary>
    Faint,

    /// <summary>A chart's grid.</summary>
    Grid,

    /// <summary>The millimetres of ECG paper.</summary>
    Millimetres,

    /// <summary>Its lines every 5 mm.</summary>
    FiveMillimetres,

    /// <summary>Something pointed at.</summary>
    Mark,
}
