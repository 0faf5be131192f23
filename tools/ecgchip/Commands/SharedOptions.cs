using System.CommandLine;
using System.IO;
using EcgChip.Cli.Output;

namespace EcgChip.Cli.Commands;

/// <summary>Options that several commands have, and where their pages go.</summary>
public static class SharedOptions
{
    /// <summary>Where the result goes as JSON.</summary>
    public static Option<string?> Json() => new("--json")
    {
        Description = "Writes the result as JSON; - writes it to standard output and nothing else there.",
        HelpName = "FILE|-",
        CustomParser = OptionValue.Text,
    };

    /// <summary>The page that is written.</summary>
    public static Option<string?> Page(string description) => new("--out")
    {
        Description = description,
        HelpName = "FILE",
        CustomParser = OptionValue.Text,
    };

    /// <summary>How long to play of each record.</summary>
    /// <param name="moreToSay">What the bench has to say besides; empty for nothing.</param>
    public static Option<double?> Seconds(string moreToSay = "") => new("--seconds")
    {
        Description = "How long to play of each record. Default: to its end." + moreToSay,
        HelpName = "N",
        CustomParser = result => OptionValue.Number(result, PatientChoice.LeastSeconds, null),
    };

    /// <summary>Where the noise recordings are.</summary>
    public static Option<string?> NoiseData() => new("--noise-data")
    {
        Description = "Folder of the noise recordings. Default: nstdb beside the record's folder.",
        HelpName = "DIR",
        CustomParser = OptionValue.Text,
    };

    /// <summary>Refuses, before anything is played, what could not be written afterwards.</summary>
    /// <exception cref="UnusableInputException">A path is a folder, or cannot be written.</exception>
    public static void Check(string? json, string? page)
    {
        if (json is not null)
        {
            JsonFile.Check(json);
        }

        if (page is not null && Directory.Exists(page))
        {
            throw new UnusableInputException($"--out {page} is a folder: give the name of a file in it.");
        }
    }

    /// <summary>The folder that a page goes into; null without a page.</summary>
    public static OutputFolder? FolderOf(string? page) => page is null ? null : new OutputFolder(Path.GetDirectoryName(Path.GetFullPath(page)) ?? ".");
}
