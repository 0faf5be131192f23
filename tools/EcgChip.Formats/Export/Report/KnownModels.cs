using System.Collections.Generic;

namespace EcgChip.Formats.Export.Report;

/// <summary>
/// The figures of the networks that the project ever shipped, by hash, each with its protocol: what a result is worth. From the heads of the generated models; a test
/// holds them to the firmware's.
/// </summary>
internal static class KnownModels
{
    /// <summary>What is said of a network that is not in the table.</summary>
    public const string Unknown = "figures not known to this program";

    private static readonly Dictionary<string, string> Figures = new()
    {
        ["389ba90a9e278ec8"] = "MIT-BIH DS2, by patient, the device's own R peaks, int8: 96.1 % of 49,660 beats right; V: Se 96.1 %, +P 94.2 %; S: Se 85.6 %, +P 59.0 %",
        ["82fac9fa432dfd9f"] = "MIT-BIH DS2, by patient, the device's own R peaks, int8: 92.5 % of 49,660 beats right; V: Se 96.1 %, +P 93.5 %; S: Se 18.2 %, +P 16.5 %",
        ["83bec19133260dca"] = "MIT-BIH, by beat, 3,174 beats of a balanced list, reference R peaks, int8: 97.3 % right",
        ["53b62345c1e7a0cb"] = "PTB, 26 patients (8 with an infarction), by patient, int8: accuracy 84.6 % (66.5 to 93.8); research only, no result",
    };

    /// <summary>A network's figures with their protocol.</summary>
    public static string FiguresOf(string hash) => Figures.GetValueOrDefault(hash, Unknown);
}
