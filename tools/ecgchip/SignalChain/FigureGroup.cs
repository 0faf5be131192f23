using System.Collections.Generic;

namespace EcgChip.Cli.SignalChain;

/// <summary>Figures that belong together.</summary>
/// <param name="Title">Title of their table.</param>
/// <param name="How">How they were measured.</param>
/// <param name="Figures">The figures.</param>
public sealed record FigureGroup(string Title, string How, IReadOnlyList<SignalFigure> Figures);
