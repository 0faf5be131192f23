using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using EcgChip.Scoring;

namespace EcgChip.Cli.Scores;

/// <summary>Which records of a folder are scored.</summary>
public static class RecordList
{
    /// <summary>Every record of the folder.</summary>
    public const string All = "all";

    /// <summary>The records of <see cref="PatientSplit.Ds1"/>.</summary>
    public const string Ds1 = "ds1";

    /// <summary>The records of <see cref="PatientSplit.Ds2"/>.</summary>
    public const string Ds2 = "ds2";

    /// <summary>Extension of the reference annotations.</summary>
    public const string Reference = ".atr";

    private const string Database = "mitdb";
    private const string ListFile = "RECORDS";
    private const string Header = ".hea";

    /// <summary>The folder of records that <c>--data</c> means: itself, or mitdb in it.</summary>
    /// <exception cref="UnusableInputException">There is no such folder.</exception>
    public static string Folder(string data)
    {
        string inside = Path.Combine(data, Database);
        string folder = Directory.Exists(inside) ? inside : data;
        return Directory.Exists(folder)
            ? Path.GetFullPath(folder)
            : throw new UnusableInputException($"--data {data} does not exist: give the folder of a WFDB database.");
    }

    /// <summary>Names of the records, in the order of the list; each once.</summary>
    /// <param name="folder">Folder of the records.</param>
    /// <param name="choice">all, ds1, ds2, or names with commas between.</param>
    /// <exception cref="UnusableInputException">The list is empty, or a record is missing.</exception>
    public static IReadOnlyList<string> Choose(string folder, string choice)
    {
        ArgumentNullException.ThrowIfNull(choice);
        IReadOnlyList<string> names = choice switch
        {
            All => InFolder(folder),
            Ds1 => PatientSplit.Ds1,
            Ds2 => PatientSplit.Ds2,
            _ => [.. choice.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Distinct(StringComparer.Ordinal)],
        };
        if (names.Count == 0)
        {
            throw new UnusableInputException($"--records {choice} names no record of {folder}: give {Ds1}, {Ds2}, {All} or names with commas between.");
        }

        foreach (string name in names)
        {
            Check(folder, name);
        }

        return names;
    }

    private static IReadOnlyList<string> InFolder(string folder)
    {
        string list = Path.Combine(folder, ListFile);
        return File.Exists(list)
            ? [.. File.ReadLines(list).Select(line => line.Trim()).Where(line => line.Length > 0)]
            : [.. Directory.EnumerateFiles(folder, "*" + Header)
                .Where(file => File.Exists(Path.ChangeExtension(file, Reference)))
                .Select(Path.GetFileNameWithoutExtension).OfType<string>().Order(StringComparer.Ordinal)];
    }

    private static void Check(string folder, string name)
    {
        if (name.Contains("..", StringComparison.Ordinal) || Path.IsPathRooted(name))
        {
            throw new UnusableInputException($"--records {name} is no record of {folder}: give its name alone.");
        }

        string path = Path.Combine(folder, name);
        if (!File.Exists(path + Header))
        {
            throw new UnusableInputException($"There is no record {name} in {folder}: give {Ds1}, {Ds2}, {All} or names of records that are there.");
        }

        if (!File.Exists(path + Reference))
        {
            throw new UnusableInputException($"Record {name} has no reference annotations to score by: put {name}{Reference} beside it, or leave it out.");
        }
    }
}
