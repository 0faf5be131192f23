using System.Linq;
using EcgChip.Signal.Rhythm;

namespace EcgChip.Signal.Tests.Rhythm;

/// <summary>Findings as a test reads them.</summary>
internal static class Found
{
    /// <summary>All codes that were found, the most urgent first.</summary>
    public static FindingCode[] Codes(this RhythmFindings findings) =>
        [.. Enumerable.Range(1, RhythmFindings.LastCode).Select(code => (FindingCode)code).Where(code => findings.Count(code) > 0)];

    /// <summary>Everything that is said of everything found, places less a shift.</summary>
    public static string Text(this RhythmFindings findings, int shift = 0) => string.Join(
        "; ",
        findings.Codes().Select(code =>
            $"{code} {findings.Count(code)} {findings.Value(code)} {findings.Start(code) - shift}-{findings.End(code) - shift}"));
}
