namespace EcgChip.Scoring;

/// <summary>One recording, compared.</summary>
/// <param name="Name">The record's name.</param>
/// <param name="Confusion">True against found beats, as far as they are scored.</param>
public sealed record RecordScore(string Name, Confusion Confusion)
{
    /// <summary>True beats that are scored.</summary>
    public int Beats => Confusion.Beats;

    /// <summary>Sensitivity and positive predictivity.</summary>
    public Figures Figures { get; } = Figures.Of(Confusion);
}
