using System.Collections.Generic;
using System.Linq;
using EcgChip.Scoring;
using EcgChip.Signal;
using EcgChip.Simulator.Runs;

namespace EcgChip.Cli.Scores;

/// <summary>
/// Where the device found atrial fibrillation: its own beats and live classes, played through the firmware's rule as for a recording, however long.
/// Poor signal and lost contact part what lies on both sides; nothing is called so under 20 s.
/// </summary>
public static class FoundFibrillation
{
    /// <summary>The episodes, in seconds from the start of what was played.</summary>
    public static IReadOnlyList<RhythmEpisode> Episodes(SimulationResult result, QualityLog quality) =>
        [.. PlayedRhythm.Of(result, quality).Irregular.Select(stretch => new RhythmEpisode(Seconds(stretch.Start), Seconds(stretch.End)))];

    private static double Seconds(int sample) => sample / (double)SignalUnits.SampleRate;
}
