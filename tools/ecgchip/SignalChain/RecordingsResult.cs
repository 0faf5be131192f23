using System.Collections.Generic;

namespace EcgChip.Cli.SignalChain;

/// <summary>How the detector did on a database of recordings.</summary>
/// <param name="Variants">Each way in which all of them were played.</param>
/// <param name="Seconds">Seconds of each record that were played; null for all of it.</param>
public sealed record RecordingsResult(IReadOnlyList<MitBihVariant> Variants, double? Seconds)
{
    /// <summary>The bounds with what was reached.</summary>
    public IReadOnlyList<SignalFigure> Figures { get; } = MitBihTest.Figures(Variants);
}
