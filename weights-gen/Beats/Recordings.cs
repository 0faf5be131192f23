using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;

namespace EcgChip.WeightsGen.Beats;

/// <summary>The records of the MIT-BIH Arrhythmia Database (Moody and Mark 2001) under a data folder.</summary>
public static class Recordings
{
    /// <summary>Folder of the database inside a data folder.</summary>
    public const string DatabaseFolder = "mitdb";

    /// <summary>How the data set is named in models and reports.</summary>
    public const string DatabaseName = "MIT-BIH Arrhythmia Database 1.0.0";

    /// <summary>Annotator of the reference annotations.</summary>
    public const string ReferenceAnnotator = ".atr";

    private const int RecordCount = 48;

    /// <summary>True for a folder that holds mitdb, or records.</summary>
    public static bool AreIn(string folder) =>
        Directory.Exists(Path.Combine(folder, DatabaseFolder)) || Directory.EnumerateFiles(folder, "*" + ReferenceAnnotator).Any();

    /// <summary>Paths, without an extension, of all 48 records, by name.</summary>
    /// <param name="data">The folder that holds mitdb, or mitdb itself.</param>
    /// <exception cref="InputException">It holds not all of them.</exception>
    public static IReadOnlyList<string> All(string data)
    {
        ArgumentNullException.ThrowIfNull(data);
        string inside = Path.Combine(data, DatabaseFolder);
        string folder = Path.GetFullPath(Directory.Exists(inside) ? inside : data);
        string[] records = Directory.Exists(folder)
            ? [.. Directory.EnumerateFiles(folder, "*" + ReferenceAnnotator).Select(file => file[..^ReferenceAnnotator.Length]).Order(StringComparer.Ordinal)]
            : [];
        return records.Length == RecordCount
            ? records
            : throw new InputException(
                $"{folder} holds {records.Length} of the {RecordCount} records of the MIT-BIH Arrhythmia Database: give the folder with --data.");
    }
}
