using System;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Linq;
using EcgChip.WeightsGen.Weights;

namespace EcgChip.WeightsGen.Report;

/// <summary>A training's log, a line an epoch, read by its columns' names: columns that come later do no harm.</summary>
public sealed class EpochLog
{
    // The log gives scores with three digits.
    private const double ScoreTolerance = 0.0006;

    private readonly Dictionary<string, double[]> _columns;

    private EpochLog(Dictionary<string, double[]> columns)
    {
        _columns = columns;
    }

    /// <summary>Epochs in it.</summary>
    public int Epochs => this["epoch"].Length;

    /// <summary>Values of a column, an epoch each; empty where there is none of that name.</summary>
    public double[] this[string column] => _columns.GetValueOrDefault(column, []);

    /// <summary>Reads a log; null where there is none, or it has no epoch yet.</summary>
    /// <exception cref="InputException">The file is no such log.</exception>
    public static EpochLog? TryRead(string path)
    {
        if (!File.Exists(path))
            return null;

        string[] lines = [.. File.ReadAllLines(path).Where(line => line.Length > 0)];
        if (lines.Length < 2)
            return null;

        string[] names = lines[0].Split(',');
        Dictionary<string, double[]> columns = names.ToDictionary(name => name, _ => new double[lines.Length - 1], StringComparer.Ordinal);
        for (int i = 1; i < lines.Length; i++)
        {
            string[] fields = lines[i].Split(',');
            for (int k = 0; k < names.Length; k++)
            {
                if (fields.Length != names.Length || !double.TryParse(fields[k], NumberStyles.Float, CultureInfo.InvariantCulture, out columns[names[k]][i - 1]))
                    throw new InputException($"{path} is no log of a training (line {i + 1}): take the CSV that weights-gen train wrote.");
            }
        }

        return columns.ContainsKey("epoch") ? new EpochLog(columns) : throw new InputException($"{path} has no column \"epoch\": take the CSV that weights-gen train wrote.");
    }

    /// <summary>True where the log's best epoch and its score are those of the weights.</summary>
    public bool IsOf(Origin origin)
    {
        ArgumentNullException.ThrowIfNull(origin);
        int at = Array.IndexOf(this["epoch"], origin.BestEpoch);
        return at >= 0 && at < this["validation_score"].Length && Math.Abs(this["validation_score"][at] - origin.ValidationScore) < ScoreTolerance;
    }
}
