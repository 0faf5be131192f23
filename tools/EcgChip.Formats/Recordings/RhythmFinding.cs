using System;
using System.Text;
using EcgChip.Signal;
using EcgChip.Signal.Rhythm;

namespace EcgChip.Formats.Recordings;

/// <summary>A finding of a stored record, as it is told to people and programs.</summary>
/// <param name="Code">The finding.</param>
/// <param name="Times">How often it was found.</param>
/// <param name="Value">Its value, in the unit that the code says.</param>
/// <param name="Start">Sample at which it begins, from the start of the recording.</param>
/// <param name="End">Sample at which it ends.</param>
public sealed record RhythmFinding(FindingCode Code, int Times, int Value, int Start, int End)
{
    private const double MsPerSecond = 1000;

    /// <summary>The code as contracts write it: <c>long-pause</c>.</summary>
    public string Name => Kebab(Code.ToString());

    /// <summary>True when a doctor should look at it.</summary>
    public bool NeedsDoctor => Screening.NeedsDoctor(Code, Value, Times);

    /// <summary>What it is, with its numbers.</summary>
    public string Text => Code switch
    {
        FindingCode.WideTachycardia => $"Fast heart, most beats ventricular: up to {Value} beats a minute",
        FindingCode.VentricularRun => $"Ventricular beats in a row: {Times} {Plural("run", Times)}, the longest of {Value}",
        FindingCode.LongPause => FormattableString.Invariant($"More than 3 s without a beat: {Times} {Plural("time", Times)}, the longest {Value / MsPerSecond:0.0} s"),
        FindingCode.AtrialFibrillation => $"Irregularly irregular rhythm, which suggests atrial fibrillation: {Value} s at a stretch",
        FindingCode.IrregularTachycardia => $"Fast and irregular heart: up to {Value} beats a minute",
        FindingCode.Tachycardia => $"Fast regular heart: up to {Value} beats a minute",
        FindingCode.Bradycardia => $"Slow heart: down to {Value} beats a minute",
        FindingCode.VentricularCouplet => $"Ventricular beats in pairs: {Value}",
        FindingCode.Bigeminy => $"Every second beat ventricular: {Value} at a stretch",
        FindingCode.Trigeminy => $"Every third beat ventricular: {Value} at a stretch",
        FindingCode.VentricularEctopy => $"Single ventricular beats: {Times}, {Value} an hour",
        FindingCode.SupraventricularRun => $"Early narrow beats in a row: {Times} {Plural("run", Times)}, the longest of {Value}",
        FindingCode.Pause => FormattableString.Invariant($"More than 2 s without a beat: {Times} {Plural("time", Times)}, the longest {Value / MsPerSecond:0.0} s"),
        FindingCode.SupraventricularCouplet => $"Early narrow beats in pairs: {Value}",
        FindingCode.SupraventricularEctopy => $"Single early narrow beats: {Times}, {Value} an hour",
        _ => $"Finding {(int)Code}, which this program does not know",
    };

    /// <summary>Seconds from the start of the recording.</summary>
    public static double Seconds(int sample) => sample / (double)SignalUnits.SampleRate;

    private static string Plural(string word, int count) => count == 1 ? word : word + "s";

    /// <summary>A name of several words as contracts write it: <c>long-pause</c>.</summary>
    internal static string Kebab(string name)
    {
        StringBuilder text = new();
        foreach (char character in name)
        {
            if (char.IsUpper(character) && text.Length > 0)
            {
                text.Append('-');
            }

            text.Append(char.ToLowerInvariant(character));
        }

        return text.ToString();
    }
}
