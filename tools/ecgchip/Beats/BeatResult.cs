using System.Collections.Generic;
using System.Linq;

namespace EcgChip.Cli.Beats;

/// <summary>What came of the bench of beats.</summary>
/// <param name="Records">Which records were asked for.</param>
/// <param name="Variants">The ways in which they were played; the first is as they were recorded.</param>
/// <param name="Models">Name, role and hash of the models that classified the beats.</param>
/// <param name="HasTargets">True where all of DS2 was played whole, which the targets are about.</param>
public sealed record BeatResult(
    string Records, IReadOnlyList<BeatVariant> Variants, IReadOnlyList<(string Name, string Role, string Hash)> Models, bool HasTargets)
{
    /// <summary>The records as they were recorded.</summary>
    public BeatVariant AsRecorded => Variants[0];

    /// <summary>What has to be reached, each with what was; empty where not all of DS2 was played.</summary>
    public IReadOnlyList<BeatTarget> Targets => HasTargets ? BeatTarget.Of(AsRecorded.Score.Gross) : [];

    /// <summary>The targets that were missed.</summary>
    public IReadOnlyList<BeatTarget> Missed => [.. Targets.Where(target => !target.IsMet)];
}
