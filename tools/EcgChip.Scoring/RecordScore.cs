namespace EcgChip.Scoring;

/// <summary>One recording, compared.</summary>
/// <param name="Name">The record's name.</param>
/// <param name="Confusion">True against found beats, as far as they are scored.</param>
public sealed record RecordScore(string Name, Confusion Confusion)
{
    /// <summary>True beats that are scored.</summary>
    public int Beats => Confusion.Beats;

    /// <summary>How long the scored part of the recording is; 0 where nobody said.</summary>
    public double ScoredSeconds { get; init; }

    /// <summary>How much of it the device would not judge, in seconds.</summary>
    public double ShutdownSeconds { get; init; }

    /// <summary>What the device would not judge.</summary>
    public ShutdownScore Shutdown => ShutdownScore.Of(Confusion, ShutdownSeconds, ScoredSeconds);

    /// <summary>Sensitivity and positive predictivity.</summary>
    public Figures Figures { get; } = Figures.Of(Confusion);
}
