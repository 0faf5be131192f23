using System.Collections.Generic;
using System.Linq;

namespace EcgChip.Simulator.Board;

/// <summary>Which electrodes are on the patient, and when they come off. What that does to the signal is the front end's affair.</summary>
public sealed class Electrodes
{
    private readonly List<(bool Positive, double Start, double End)> losses = [];

    /// <summary>Lets an electrode be off for a while.</summary>
    /// <param name="positive">True for the positive input's electrode (left leg), false for the negative's (right arm).</param>
    /// <param name="startSeconds">From when, in seconds of the patient.</param>
    /// <param name="endSeconds">Until when.</param>
    public void Lose(bool positive, double startSeconds, double endSeconds) => losses.Add((positive, startSeconds, endSeconds));

    /// <summary>Whether the positive input's electrode is off.</summary>
    public bool PositiveIsOff(double seconds) => IsOff(true, seconds);

    /// <summary>Whether the negative input's electrode is off.</summary>
    public bool NegativeIsOff(double seconds) => IsOff(false, seconds);

    private bool IsOff(bool positive, double seconds) =>
        losses.Count > 0 && losses.Any(loss => loss.Positive == positive && seconds >= loss.Start && seconds < loss.End);
}
