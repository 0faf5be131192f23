using System.Collections.Generic;
using System.Linq;
using EcgChip.Scoring;

namespace EcgChip.Cli.SignalChain;

/// <summary>How the detector did on all records, played in one way. Percentages are 0 to 100, null where there was nothing to find.</summary>
/// <param name="Name">In which way.</param>
/// <param name="Beats">True beats.</param>
/// <param name="Missed">Of them missed.</param>
/// <param name="False">Found where there are none.</param>
/// <param name="Se">Sensitivity, gross.</param>
/// <param name="Ppv">Positive predictivity, gross.</param>
/// <param name="SeOutside">Sensitivity without beats where the device would not judge.</param>
/// <param name="ShutdownPercent">Time in which it would not.</param>
/// <param name="WorstSe">The record with the lowest sensitivity.</param>
/// <param name="WorstPpv">The record with the lowest positive predictivity.</param>
public sealed record MitBihVariant(
    string Name, int Beats, int Missed, int False, double? Se, double? Ppv, double? SeOutside, double? ShutdownPercent,
    (string Record, double? Percent) WorstSe, (string Record, double? Percent) WorstPpv)
{
    /// <summary>Of a score.</summary>
    public static MitBihVariant Of(string name, Score score)
    {
        System.ArgumentNullException.ThrowIfNull(score);
        return new(
            name, score.Confusion.Beats, score.Confusion.MissedBeats, score.Confusion.FalseBeats, score.Gross.Qrs.Se, score.Gross.Qrs.Ppv,
            score.GrossShutdown.SeOutside, score.GrossShutdown.Percent,
            Lowest(score.Records.Select(record => (record.Name, record.Figures.Qrs.Se))),
            Lowest(score.Records.Select(record => (record.Name, record.Figures.Qrs.Ppv))));
    }

    private static (string Record, double? Percent) Lowest(IEnumerable<(string Record, double? Percent)> all) =>
        all.Where(each => each.Percent is not null).OrderBy(each => each.Percent).FirstOrDefault(("-", null));
}
