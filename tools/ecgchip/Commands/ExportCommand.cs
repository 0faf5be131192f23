using System;
using System.Collections.Generic;
using System.CommandLine;
using System.IO;
using EcgChip.Cli.Output;
using EcgChip.Formats.Export;
using EcgChip.Formats.Recordings;

namespace EcgChip.Cli.Commands;

/// <summary><c>ecgchip export</c>: writes a stored record in a format that others read.</summary>
public static class ExportCommand
{
    private static readonly Argument<string> Record = new("RECORD")
    {
        Description = "A stored record (.rec), with its seal or without.",
        HelpName = "RECORD",
    };

    private static readonly Option<ExportFormat> To = new("--to")
    {
        Description = "What to write: a WFDB record (.hea, .dat, .atr), EDF+ with annotations, tables (CSV: samples, beats, findings, summary), "
            + "a Bundle of FHIR R4 (JSON), or a report of one page (PDF).",
        HelpName = string.Join('|', ExportFormats.Names),
        Required = true,
        CustomParser = result => ExportFormats.TryParse(OptionValue.OneOf(result, [.. ExportFormats.Names]), out ExportFormat format) ? format : default,
    };

    private static readonly Option<string> Out = new("--out")
    {
        Description = "What the file is called, with or without its extension; where there are several, what their names begin with.",
        HelpName = "PATH",
        Required = true,
        CustomParser = OptionValue.Text,
    };

    private static readonly Option<string?> Json = SharedOptions.Json();

    /// <summary>The command with its options.</summary>
    public static Command Create()
    {
        Command command = new(
            "export",
            "Writes a stored record in a format that others read. All files or none are written; those of that name are replaced.\n"
            + "Exit code: 0 done, 2 unusable input or arguments.")
        {
            Record, To, Out, Json,
        };
        command.SetAction(Run);
        return command;
    }

    private static int Run(ParseResult parsed)
    {
        string? json = parsed.GetValue(Json);
        if (json is not null)
        {
            JsonFile.Check(json);
        }

        ExportFormat format = parsed.GetValue(To);
        string path = Path.GetFullPath(parsed.GetRequiredValue(Out));
        string name = NameOf(path, format, parsed.GetRequiredValue(Out));
        string record = parsed.GetRequiredValue(Record);
        StoredRecording recording = StoredRecording.Open(record);
        IReadOnlyList<ExportedFile> files = RecordingExport.Files(recording, format, name);

        using OutputFolder folder = new(Path.GetDirectoryName(path)!);
        List<string> written = [];
        foreach (ExportedFile file in files)
        {
            File.WriteAllBytes(folder.Stage(file.Name), file.Content.Span);
            written.Add(folder[file.Name]);
        }

        if (json is not null and not JsonFile.StandardOutput)
        {
            JsonFile.Write(json, ExportJson.From(Path.GetFullPath(record), recording, format, written));
        }

        folder.Commit();
        if (json == JsonFile.StandardOutput)
        {
            JsonFile.Write(json, ExportJson.From(Path.GetFullPath(record), recording, format, written));
        }
        else
        {
            written.ForEach(Console.Out.WriteLine);
        }

        return ExitCode.Done;
    }

    private static string NameOf(string path, ExportFormat format, string given)
    {
        string file = Path.GetFileName(path);
        if (file.Length == 0 || Directory.Exists(path))
        {
            throw new UnusableInputException($"--out {given} is a folder: give the name of a file in it.");
        }

        return file.Length > format.Extension().Length && file.EndsWith(format.Extension(), StringComparison.OrdinalIgnoreCase)
            ? file[..^format.Extension().Length]
            : file;
    }
}
