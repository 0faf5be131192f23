using System;
using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using System.IO;
using EcgChip.Simulator.Patients.Noise;

namespace EcgChip.Cli.Commands;

/// <summary>The options <c>--noise</c> and <c>--noise-data</c>: noise that is mixed into what is played.</summary>
internal sealed class NoiseOption
{
    private const double LowestDecibels = -30;
    private const double HighestDecibels = 60;
    private const string Folder = "nstdb";

    private static readonly string[] s_names = ["em", "bw"];

    /// <summary>Which noise, and how strong.</summary>
    public Option<(string Name, double Decibels)?> Noise { get; } = new("--noise")
    {
        Description = "Mixes in noise as WFDB's nst does: em (electrode motion) or bw (baseline wander), and its signal to noise ratio in dB: em:6. "
            + "The first 5 min of the record stay clean, then 2 min are noisy and 2 min clean in turn.",
        HelpName = "em:DB|bw:DB",
        CustomParser = Parse,
    };

    /// <summary>Where the noise recordings are.</summary>
    public Option<string?> Data { get; } = new("--noise-data")
    {
        Description = $"Folder of the noise recordings. Default: {Folder} beside the record's folder.",
        HelpName = "DIR",
        CustomParser = OptionValue.Text,
    };

    /// <summary>The noise that was asked for; null for none.</summary>
    /// <param name="parsed">The command line.</param>
    /// <param name="recordFolder">Folder of the records that are played; null where none is.</param>
    /// <exception cref="UnusableInputException">The options do not go together.</exception>
    /// <exception cref="Formats.RecordingException">The noise cannot be read.</exception>
    public NoiseStress? Open(ParseResult parsed, string? recordFolder)
    {
        string? data = parsed.GetValue(Data);
        if (parsed.GetValue(Noise) is not (string name, double decibels))
        {
            return data is null ? null : throw new UnusableInputException("--noise-data says where noise is: say with --noise which one.");
        }

        if (recordFolder is null)
        {
            throw new UnusableInputException("--noise needs a record with reference annotations: name one with --record.");
        }

        return NoiseStress.Open(FolderOf(data, recordFolder), name, decibels);
    }

    /// <summary>Folder of the noise recordings.</summary>
    /// <exception cref="UnusableInputException">There is none.</exception>
    public static string FolderOf(string? noiseData, string recordFolder)
    {
        string folder = noiseData ?? Path.GetFullPath(Path.Combine(recordFolder, "..", Folder));
        return Directory.Exists(folder)
            ? folder
            : throw new UnusableInputException($"There is no folder {folder} with recordings of noise: name it with --noise-data.");
    }

    private static (string Name, double Decibels)? Parse(ArgumentResult result)
    {
        string text = OptionValue.Text(result);
        int colon = text.IndexOf(':', StringComparison.Ordinal);
        string name = colon < 0 ? text : text[..colon];
        if (Array.IndexOf(s_names, name) < 0 || colon < 0)
        {
            if (text.Length > 0)
            {
                result.AddError($"--noise {text} is not known: give em:DB or bw:DB, for instance em:6.");
            }

            return null;
        }

        bool isNumber = double.TryParse(text[(colon + 1)..], NumberStyles.Float, CultureInfo.InvariantCulture, out double decibels);
        if (isNumber && decibels >= LowestDecibels && decibels <= HighestDecibels)
        {
            return (name, decibels);
        }

        result.AddError(
            $"--noise {text} {(isNumber ? "is out of range" : "has no number of dB")}: give {LowestDecibels} to {HighestDecibels} behind the colon.");
        return null;
    }
}
