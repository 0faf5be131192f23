using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Threading.Tasks;

namespace EcgChip.WeightsGen.Beats;

/// <summary>A network's beats of the whole database as the chip cuts them.</summary>
/// <param name="Records">What each record gave, by name.</param>
public sealed record BeatSet(IReadOnlyList<RecordBeats> Records)
{
    /// <summary>All beats, by record and time.</summary>
    public IReadOnlyList<Beat> Beats { get; } = [.. Records.SelectMany(record => record.Beats)];

    /// <summary>What the detector left out of some records; null where the R peaks are the annotations' own.</summary>
    public Detection? DetectionOf(Predicate<string> isWanted)
    {
        Detection[] wanted = [.. Records.Where(record => isWanted(record.Record)).Select(record => record.Detection).OfType<Detection>()];
        return wanted.Length == 0 ? null : new Detection(wanted.Sum(one => one.Missed), wanted.Sum(one => one.False));
    }

    /// <summary>Extracts the beats, or reads them from a cache file where the same code made them before.</summary>
    /// <param name="source">How beats are cut.</param>
    /// <param name="data">The folder that holds mitdb, or mitdb itself.</param>
    /// <param name="cacheFolder">Where the cache file is kept.</param>
    /// <param name="progress">Told how many of how many records are done; may come from several threads.</param>
    /// <exception cref="InputException">The records are not all there.</exception>
    public static BeatSet Load(BeatSource source, string data, string cacheFolder, Action<int, int>? progress = null)
    {
        ArgumentNullException.ThrowIfNull(source);
        IReadOnlyList<string> records = Recordings.All(data);
        string cache = BeatCache.FileOf(source, cacheFolder, records);
        if (BeatCache.TryRead(cache, source) is BeatSet cached)
            return cached;

        RecordBeats[] byRecord = new RecordBeats[records.Count];
        int done = 0;
        object gate = new();
        Parallel.For(0, records.Count, index =>
        {
            byRecord[index] = source.Extract(records[index]);
            lock (gate)
                progress?.Invoke(++done, records.Count);
        });
        BeatSet beats = new(byRecord);
        BeatCache.Write(cache, source, beats);
        return beats;
    }
}
