using System;
using System.IO;

namespace EcgChip.WeightsGen.Beats;

/// <summary>CSV files of beats that were given in place of recordings, see <see cref="BeatTable"/>.</summary>
/// <param name="Learning">The file that is learnt from.</param>
/// <param name="Test">The file that is tested; null where one file was given, of which nobody knows which beats are for testing.</param>
public sealed record BeatTables(string Learning, string? Test)
{
    /// <summary>The learning file of a folder.</summary>
    public const string LearningFile = "mitbih_train.csv";

    /// <summary>The test file of a folder.</summary>
    public const string TestFile = "mitbih_test.csv";

    private const string Extension = ".csv";

    /// <summary>The tables that <c>--data</c> names: a CSV file, or a folder that holds the two files; null where it names neither.</summary>
    /// <param name="data">The file or folder.</param>
    /// <param name="preferred">True where tables are meant though the folder holds recordings, too; else recordings are.</param>
    /// <exception cref="InputException">The folder holds only one of the two.</exception>
    public static BeatTables? Find(string data, bool preferred = false)
    {
        ArgumentNullException.ThrowIfNull(data);
        if (!Directory.Exists(data))
            return data.EndsWith(Extension, StringComparison.OrdinalIgnoreCase) ? new BeatTables(data, null) : null;

        if (!preferred && Recordings.AreIn(data))
            return null;

        string learning = Path.Combine(data, LearningFile);
        string test = Path.Combine(data, TestFile);
        return (File.Exists(learning), File.Exists(test)) switch
        {
            (true, true) => new BeatTables(learning, test),
            (true, false) => throw Missing(test, learning),
            (false, true) => throw Missing(learning, test),
            _ => null,
        };
    }

    private static InputException Missing(string file, string other) =>
        new($"{file} is missing beside {Path.GetFileName(other)}: put it there, or give one file with --data.");
}
