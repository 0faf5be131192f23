using System;
using EcgChip.Cli.Scores;
using EcgChip.Formats.Wfdb;

namespace EcgChip.Cli.Output;

/// <summary>What was found, as WFDB annotation files at each record's own sample rate and in its own time.</summary>
public static class AnnotationFiles
{
    /// <summary>Name of the annotator: the file's extension.</summary>
    public const string Annotator = "ecg";

    /// <summary>Writes a file for every record; they get their names when the folder is committed.</summary>
    public static void Stage(OutputFolder folder, ScoreResult result)
    {
        ArgumentNullException.ThrowIfNull(folder);
        ArgumentNullException.ThrowIfNull(result);
        foreach (RecordResult record in result.Records)
        {
            WfdbAnnotations.Write(folder.Stage($"{record.Score.Name}.{Annotator}"), record.Found.ToAnnotations());
        }
    }
}
