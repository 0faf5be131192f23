using System.Collections.Generic;

namespace EcgChip.WeightsGen.Beats;

/// <summary>What one record gave.</summary>
/// <param name="Record">Its name.</param>
/// <param name="Beats">Its beats in order of time.</param>
/// <param name="Detection">What the detector left out; null where the R peaks are the annotations' own.</param>
public sealed record RecordBeats(string Record, IReadOnlyList<Beat> Beats, Detection? Detection);
