using System;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using EcgChip.Signal;

namespace EcgChip.WeightsGen.Beats;

/// <summary>
/// The CSV form in which beats of the paper are common (Kaggle, "ECG Heartbeat Categorization Dataset"): a beat a row, 187 values of 0 to 1 at 125 Hz, zeros behind
/// the beat, and a label 0 to 4 for N, S, V, F, Q; no header. The chip's beats have the same form in steps of 1/127: a value is rounded to the nearest.
/// </summary>
public static class BeatTable
{
    private const int Columns = BeatWindow.Length + 1;

    /// <summary>Reads a file.</summary>
    /// <param name="path">The file; its name without an extension is the beats' record, and their line's number stands for the annotation's sample.</param>
    /// <param name="progress">Told what part of the file, 0 to 1, is read.</param>
    /// <exception cref="InputException">It cannot be read, or a row is not as above; the message says which.</exception>
    public static RecordBeats Read(string path, Action<double>? progress = null)
    {
        string record = Path.GetFileNameWithoutExtension(path);
        List<Beat> beats = [];
        try
        {
            using StreamReader reader = new(path);
            int line = 0;
            while (reader.ReadLine() is string row)
            {
                line++;
                (sbyte[] values, int label) = Parse(row, path, line);
                beats.Add(new Beat(record, 0, line, label, values));
                progress?.Invoke((double)reader.BaseStream.Position / reader.BaseStream.Length);
            }
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            throw new InputException($"{path} cannot be read ({fault.Message.TrimEnd('.')}): give a CSV file of beats with --data.", fault);
        }

        return beats.Count > 0
            ? new RecordBeats(record, beats, Detection: null)
            : throw new InputException($"{path} has no beats: copy it again from its source.");
    }

    private static (sbyte[] Values, int Label) Parse(string row, string path, int line)
    {
        ReadOnlySpan<char> text = row;
        int columns = text.Count(',') + 1;
        if (columns != Columns)
            throw Bad(path, line, $"has {columns} columns and not the {Columns} of {BeatWindow.Length} values and a label");

        sbyte[] values = new sbyte[BeatWindow.Length];
        int column = 0;
        foreach (Range range in text.Split(','))
        {
            ReadOnlySpan<char> field = text[range];
            if (!double.TryParse(field, NumberStyles.Float, CultureInfo.InvariantCulture, out double number))
                throw Bad(path, line, $"has \"{field}\" in column {column + 1}, which is no number");
            if (column == BeatWindow.Length)
                return (values, Label(number, path, line));
            if (!(number >= 0 && number <= 1))
                throw Bad(path, line, $"has {field} in column {column + 1}, which is not from 0 to 1");

            values[column++] = (sbyte)Math.Round(number * Beat.Largest, MidpointRounding.AwayFromZero);
        }

        throw new InvalidOperationException("A row with all its columns has a label.");
    }

    private static int Label(double number, string path, int line) =>
        number >= 0 && number < ClassNames.Count && number == Math.Floor(number)
            ? (int)number
            : throw Bad(path, line, string.Create(CultureInfo.InvariantCulture, $"has the label {number}, which is none of 0 to {ClassNames.Count - 1} for N, S, V, F, Q"));

    private static InputException Bad(string path, int line, string what) =>
        new($"{path}, line {line.ToString(CultureInfo.InvariantCulture)}, {what}: copy the file again from its source.");
}
