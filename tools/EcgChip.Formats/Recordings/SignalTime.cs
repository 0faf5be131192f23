using System;

namespace EcgChip.Formats.Recordings;

/// <summary>For how many samples the signal could be judged; each null where the record does not say.</summary>
/// <param name="Good">Samples of good signal.</param>
/// <param name="Poor">Samples of a signal too poor to judge.</param>
/// <param name="NoContact">Samples without contact.</param>
/// <param name="Late">Samples that were read late and brought back to their time by interpolation.</param>
public sealed record SignalTime(int? Good, int? Poor, int? NoContact, int? Late)
{
    private const double All = 100;

    /// <summary>Percentage of good signal, with one decimal; null where nothing was judged.</summary>
    public double? GoodPercent => Percent(Good);

    /// <summary>Percentage of signal too poor to judge.</summary>
    public double? PoorPercent => Percent(Poor);

    /// <summary>Percentage of the time without contact.</summary>
    public double? NoContactPercent => Percent(NoContact);

    // long: three counts of a record may add up to more than an int holds
    private double? Percent(int? samples) => (long?)Good + Poor + NoContact is long judged and > 0 ? Math.Round(All * samples!.Value / judged, 1) : null;
}
