using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Threading.Tasks;

namespace EcgChip.WeightsGen.Beats;

/// <summary>All annotated beats of the database as the chip cuts them, from a cache file where the same code made them before.</summary>
public static class BeatSet
{
    /// <summary>Extracts, or reads from the cache, the beats of all records.</summary>
    /// <param name="data">The folder that holds mitdb, or mitdb itself.</param>
    /// <param name="cacheFolder">Where the cache file is kept.</param>
    /// <param name="progress">Told how many of how many records are done; may come from several threads.</param>
    /// <exception cref="InputException">The records are not all there.</exception>
    public static IReadOnlyList<Beat> Load(string data, string cacheFolder, Action<int, int>? progress = null)
    {
        IReadOnlyList<string> records = Recordings.All(data);
        string cache = Path.Combine(cacheFolder, $"beats-{BeatCache.KeyOf(records)}.bin");
        if (BeatCache.TryRead(cache) is IReadOnlyList<Beat> cached)
            return cached;

        List<Beat>[] byRecord = new List<Beat>[records.Count];
        int done = 0;
        object gate = new();
        Parallel.For(0, records.Count, index =>
        {
            byRecord[index] = BeatExtractor.Extract(records[index]);
            lock (gate)
                progress?.Invoke(++done, records.Count);
        });
        List<Beat> beats = [.. byRecord.SelectMany(list => list)];
        BeatCache.Write(cache, beats);
        return beats;
    }
}
