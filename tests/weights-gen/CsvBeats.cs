using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Linq;
using EcgChip.WeightsGen.Beats;

namespace EcgChip.WeightsGen.Tests;

/// <summary>Beats in the CSV form in which they are common, as NumPy writes it.</summary>
internal static class CsvBeats
{
    /// <summary>A folder with a file to learn from and one to test.</summary>
    public static void WriteFolder(string folder)
    {
        Directory.CreateDirectory(folder);
        File.WriteAllLines(Path.Combine(folder, BeatTables.LearningFile), TestBeats.Make(40).Select(Row));
        File.WriteAllLines(Path.Combine(folder, BeatTables.TestFile), TestBeats.Make(6, seed: 8).Select(Row));
    }

    /// <summary>A beat's row.</summary>
    public static string Row(Beat beat) => string.Join(',', Fields(beat));

    /// <summary>The fields of a beat's row: values over 127, and the class.</summary>
    public static List<string> Fields(Beat beat) =>
        [.. beat.Values.Select(value => value / (double)Beat.Largest).Append(beat.Class).Select(number => number.ToString("e18", CultureInfo.InvariantCulture))];
}
