using System.Collections.Generic;
using System.Linq;

namespace EcgChip.Cli.SignalChain;

/// <summary>What was measured of the signal chain.</summary>
/// <param name="Groups">Figures on test signals.</param>
/// <param name="Recordings">Figures on a database of recordings; null where none was played.</param>
public sealed record SignalResult(IReadOnlyList<FigureGroup> Groups, RecordingsResult? Recordings)
{
    /// <summary>Every figure.</summary>
    public IEnumerable<SignalFigure> Figures => Groups.SelectMany(group => group.Figures).Concat(Recordings?.Figures ?? []);

    /// <summary>The figures that are not within their bounds.</summary>
    public IReadOnlyList<SignalFigure> Broken => [.. Figures.Where(figure => !figure.IsMet)];
}
