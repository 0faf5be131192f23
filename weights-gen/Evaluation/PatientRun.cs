using System;
using System.Globalization;
using System.Linq;
using EcgChip.WeightsGen.Beats;

namespace EcgChip.WeightsGen.Evaluation;

/// <summary>What DS2 said of a model: a line of the log, figures in percent with two digits.</summary>
/// <param name="Model">Hash of the int8 model.</param>
/// <param name="Network">Its name.</param>
/// <param name="Figures">Values of the columns behind these two, as written.</param>
public sealed record PatientRun(string Model, string Network, string Figures)
{
    /// <summary>Names of the columns.</summary>
    public const string Header = "model,network,beats,missed,false,float,int8,agreement,float_S_se,float_S_ppv,float_V_se,float_V_ppv,int8_S_se,int8_S_ppv,int8_V_se,int8_V_ppv";

    private const int SupraventricularClass = 1;
    private const int VentricularClass = 2;

    /// <summary>The run of an evaluation on DS2.</summary>
    public static PatientRun Of(string network, EvaluationResult result)
    {
        ArgumentNullException.ThrowIfNull(result);
        string[] figures =
        [
            result.InFloat.Beats.ToString(CultureInfo.InvariantCulture),
            Text(result.Detection?.Missed), Text(result.Detection?.False),
            Text(result.InFloat.Accuracy), Text(result.InInt8.Accuracy), Text(result.Agreement),
            .. ClassFigures(result.InFloat), .. ClassFigures(result.InInt8),
        ];
        return new PatientRun(result.ModelHash, network, string.Join(',', figures));
    }

    /// <summary>The run as a line of the log.</summary>
    public string ToCsv() => $"{Model},{Network},{Figures}";

    /// <summary>The run of a line of the log.</summary>
    /// <exception cref="FormatException">It is no such line.</exception>
    public static PatientRun FromCsv(string line)
    {
        ArgumentNullException.ThrowIfNull(line);
        string[] fields = line.Split(',', 3);
        return line.Count(letter => letter == ',') == Header.Count(letter => letter == ',')
            ? new PatientRun(fields[0], fields[1], fields[2])
            : throw new FormatException($"\"{line}\" has not the columns {Header}");
    }

    /// <summary>The figure of a column, as written.</summary>
    public string this[string column] => Figures.Split(',')[Array.IndexOf(Header.Split(','), column) - 2];

    /// <summary>The run as the head of a generated file gives it.</summary>
    public string ToSentence()
    {
        string Figure(string column) => this[column];
        string of = Figure("missed").Length == 0 ? string.Empty : $" that the detector found ({Figure("missed")} missed, {Figure("false")} false)";
        return $"Accuracy on the {Figure("beats")} beats of DS2's 22 patients{of}: float {Figure("float")} %, int8 {Figure("int8")} %; "
            + $"int8 S: Se {Figure("int8_S_se")} %, +P {Figure("int8_S_ppv")} %; V: Se {Figure("int8_V_se")} %, +P {Figure("int8_V_ppv")} %.";
    }

    private static string[] ClassFigures(Confusion confusion) =>
    [
        Text(confusion.Sensitivity(SupraventricularClass)), Text(confusion.PositivePredictivity(SupraventricularClass)),
        Text(confusion.Sensitivity(VentricularClass)), Text(confusion.PositivePredictivity(VentricularClass)),
    ];

    private static string Text(double? percent) => percent?.ToString("0.00", CultureInfo.InvariantCulture) ?? string.Empty;

    private static string Text(int? count) => count?.ToString(CultureInfo.InvariantCulture) ?? string.Empty;
}
