using System;
using System.Collections.Generic;
using System.IO;
using EcgChip.Cli.Scores;
using EcgChip.Formats;
using EcgChip.Formats.Wfdb;
using EcgChip.Simulator.Patients;
using EcgChip.Simulator.Patients.Noise;

namespace EcgChip.Cli.Commands;

/// <summary>Which patient the options ask for.</summary>
public static class PatientChoice
{
    /// <summary>How long to play when nothing is said.</summary>
    public const double DefaultSeconds = 60;

    /// <summary>The shortest that can be played.</summary>
    public const double LeastSeconds = 1;

    /// <summary>The longest that can be played.</summary>
    public const double MostSeconds = SyntheticPatientOptions.LongestSeconds;

    /// <summary>
    /// Samples a second that a record needs: a QRS complex has its energy below some 40 Hz, and a rate carries what lies below its half (Shannon 1949).
    /// </summary>
    public const double LeastSampleRate = 80;

    /// <summary>Rhythm of a synthetic patient with ectopic beats now and then.</summary>
    public const string NormalRhythm = "normal";

    /// <summary>Rhythm of a synthetic patient in atrial fibrillation, with ventricular beats alone beside it.</summary>
    public const string Fibrillation = "fibrillation";

    // A heart this fast is a tachycardia: as regular as they are, without ectopic beats, which would come in the T wave before.
    private const double Tachycardia = 165;

    /// <summary>A part of a record, or the synthetic patient when no record is named.</summary>
    /// <param name="record">The record's path; null for the synthetic patient.</param>
    /// <param name="lead">The record's lead; null for the usual one.</param>
    /// <param name="start">Where in the record to begin, in seconds.</param>
    /// <param name="seconds">How long to play; null for the usual time.</param>
    /// <param name="seed">The synthetic patient's seed.</param>
    /// <param name="rate">The synthetic patient's heart rate, a minute; null for the usual one. A record has its own.</param>
    /// <param name="noise">Noise to mix into the record; null for none.</param>
    /// <param name="rhythm">The synthetic patient's rhythm; null for the normal one. A record has its own.</param>
    /// <exception cref="UnusableInputException">An option does not go with the record or with the others.</exception>
    /// <exception cref="RecordingException">The record cannot be read.</exception>
    public static IPatient Choose(
        string? record, string? lead, double start, double? seconds, int seed, double? rate = null, NoiseStress? noise = null, string? rhythm = null) =>
        record is null ? Synthetic(lead, start, seconds, seed, rate, rhythm)
        : rhythm is null ? Recorded(record, lead, start, seconds, noise)
        : throw new UnusableInputException("--rhythm is of the synthetic patient: leave it out, a record has its own.");

    /// <summary>Folder that a record is in.</summary>
    public static string FolderOf(string record) => Path.GetDirectoryName(Path.GetFullPath(record)) ?? ".";

    private static SyntheticPatient Synthetic(string? lead, double start, double? seconds, int seed, double? rate, string? rhythm)
    {
        if (lead is not null || start > 0)
        {
            throw new UnusableInputException($"{(lead is null ? "--start" : "--lead")} needs a record: name one with --record.");
        }

        SyntheticPatientOptions options = new() { Seconds = seconds ?? DefaultSeconds, Seed = seed };
        options = options with { HeartRate = rate ?? options.HeartRate };
        if (rhythm == Fibrillation)
        {
            options = options with { Fibrillates = true, SupraventricularShare = 0 };
        }

        return new SyntheticPatient(
            options.HeartRate < Tachycardia ? options : options with { VentricularShare = 0, SupraventricularShare = 0 });
    }

    private static WfdbPatient Recorded(string path, string? lead, double start, double? seconds, NoiseStress? noise)
    {
        WfdbRecord record = Open(path);
        if (record.SampleRate < LeastSampleRate)
        {
            throw new UnusableInputException(
                $"Record {record.Name} has {record.SampleRate} samples a second, too few for an ECG: choose one with {LeastSampleRate} or more.");
        }

        double left = record.Seconds - start;
        if (record.Seconds < LeastSeconds)
        {
            throw new UnusableInputException(
                $"Record {record.Name} lasts {record.Seconds:0.###} s: choose one of at least {LeastSeconds} s.");
        }

        if (left < LeastSeconds)
        {
            throw new UnusableInputException(
                $"--start {start} leaves nothing to play of record {record.Name}: give 0 to {RoundedDown(record.Seconds - LeastSeconds)}.");
        }

        if (seconds > left)
        {
            throw new UnusableInputException(
                $"--seconds {seconds} goes past the end of record {record.Name}: give at most {RoundedDown(left)} with --start {start}.");
        }

        IReadOnlyList<WfdbAnnotation>? reference = noise is null
            ? null
            : WfdbAnnotations.Read(Path.Combine(FolderOf(path), record.Name + RecordList.Reference));
        return WfdbPatient.From(record, lead, start, seconds ?? Math.Min(DefaultSeconds, left), noise, reference);
    }

    private static WfdbRecord Open(string path) => Directory.Exists(path) && !File.Exists(path + ".hea")
        ? throw new UnusableInputException($"--record {path} is a folder: give the path of a record in it, without an extension.")
        : WfdbRecord.Open(path);

    /// <summary>What is told can be given: rounded up, it would be refused again.</summary>
    private static double RoundedDown(double seconds)
    {
        const double Hundredths = 100;
        return Math.Floor(seconds * Hundredths) / Hundredths;
    }
}
