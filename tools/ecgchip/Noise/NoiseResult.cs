using System.Collections.Generic;
using System.Linq;

namespace EcgChip.Cli.Noise;

/// <summary>What came of the noise stress test.</summary>
/// <param name="Points">Each record at each strength of each noise.</param>
/// <param name="Models">Name, role and hash of the models that classified the beats.</param>
public sealed record NoiseResult(IReadOnlyList<NoisePoint> Points, IReadOnlyList<(string Name, string Role, string Hash)> Models)
{
    /// <summary>What has to be reached, each with what was.</summary>
    public IReadOnlyList<NoiseTarget> Targets => [.. Points.SelectMany(NoiseTarget.Of)];

    /// <summary>The targets that were missed.</summary>
    public IReadOnlyList<NoiseTarget> Missed => [.. Targets.Where(target => !target.IsMet)];
}
