using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;

namespace EcgChip.WeightsGen.Evaluation;

/// <summary>
/// The committed log of every model that DS2 has judged. DS2 is no stick to tune with: training does not look at it, and who does leaves
/// a line here, one a model.
/// </summary>
public static class PatientRunLog
{
    /// <summary>The run of a model; null where DS2 has not judged it.</summary>
    /// <exception cref="InputException">The file is no log.</exception>
    public static PatientRun? Find(string path, string model) => Read(path).FirstOrDefault(run => run.Model == model);

    /// <summary>Adds a run, unless the model's is there.</summary>
    /// <returns>True where it was added.</returns>
    /// <exception cref="InputException">The file is no log, or cannot be written.</exception>
    public static bool Add(string path, PatientRun run)
    {
        ArgumentNullException.ThrowIfNull(run);
        if (Find(path, run.Model) is not null)
            return false;

        WholeFile.WriteText(path, string.Concat(Read(path).Append(run).Select(each => each.ToCsv() + "\n").Prepend(PatientRun.Header + "\n")));
        return true;
    }

    private static IEnumerable<PatientRun> Read(string path)
    {
        if (!File.Exists(path))
            return [];

        string[] lines = File.ReadAllLines(path);
        try
        {
            return lines is [PatientRun.Header, ..]
                ? [.. lines.Skip(1).Select(PatientRun.FromCsv)]
                : throw new FormatException("its first line is not the columns' names");
        }
        catch (FormatException fault)
        {
            throw new InputException($"{path} is no log of DS2 runs ({fault.Message}): check out the repository again.", fault);
        }
    }
}
