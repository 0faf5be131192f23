using System.Collections.Generic;
using System.Linq;
using EcgChip.Device.Seams;
using EcgChip.Inference;

namespace EcgChip.Simulator.Runs;

/// <summary>Keeps every beat that the firmware tells of.</summary>
internal sealed class BeatCollector : IBeatListener
{
    private const double FullConfidence = 255;

    private readonly SortedDictionary<int, FoundBeat> beats = [];

    /// <summary>Hears of every beat, too; null when nobody else wants to.</summary>
    public IBeatListener? Other { get; set; }

    /// <summary>The beats inside what was played, in order.</summary>
    public IReadOnlyList<FoundBeat> Within(int samples) => [.. beats.Values.Where(beat => beat.Sample >= 0 && beat.Sample < samples)];

    /// <inheritdoc/>
    public void BeatFound(int sampleIndex)
    {
        beats[sampleIndex] = new FoundBeat(sampleIndex, null, null);
        Other?.BeatFound(sampleIndex);
    }

    /// <inheritdoc/>
    public void BeatClassified(int sampleIndex, int beatClass, int confidence)
    {
        bool known = beatClass != BeatClass.Unclassified;
        beats[sampleIndex] = new FoundBeat(sampleIndex, known ? beatClass : null, known ? confidence / FullConfidence : null);
        Other?.BeatClassified(sampleIndex, beatClass, confidence);
    }
}
