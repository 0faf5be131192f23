using System;
using EcgChip.Formats;
using EcgChip.Formats.Wfdb;
using EcgChip.Simulator.Patients;

namespace EcgChip.Cli.Commands;

/// <summary>Which patient the options ask for.</summary>
public static class PatientChoice
{
    /// <summary>How long to play when nothing is said.</summary>
    public const double DefaultSeconds = 60;

    private const double LeastSeconds = 1;

    private const double MostSeconds = SyntheticPatientOptions.LongestSeconds;

    /// <summary>A part of a record, or the synthetic patient when no record is named.</summary>
    /// <exception cref="UnusableInputException">An option is out of range or does not go with the others.</exception>
    /// <exception cref="RecordingException">The record cannot be read.</exception>
    public static IPatient Choose(string? record, string? lead, double start, double? seconds, int seed)
    {
        if (seconds is double length && !(length >= LeastSeconds && length <= MostSeconds))
        {
            throw new UnusableInputException($"--seconds {length} is out of range: give {LeastSeconds} to {MostSeconds}.");
        }

        if (!(start >= 0 && double.IsFinite(start)))
        {
            throw new UnusableInputException($"--start {start} is out of range: give 0 or more.");
        }

        return record is null ? Synthetic(lead, start, seconds, seed) : Recorded(record, lead, start, seconds);
    }

    private static SyntheticPatient Synthetic(string? lead, double start, double? seconds, int seed)
    {
        if (lead is not null || start > 0)
        {
            throw new UnusableInputException("--lead and --start need a record: give one with --record.");
        }

        return new SyntheticPatient(new SyntheticPatientOptions { Seconds = seconds ?? DefaultSeconds, Seed = seed });
    }

    private static WfdbPatient Recorded(string path, string? lead, double start, double? seconds)
    {
        WfdbRecord record = WfdbRecord.Open(path);
        double left = record.Seconds - start;
        if (left < LeastSeconds)
        {
            throw new UnusableInputException(
                $"--start {start} leaves nothing to play: record {record.Name} lasts {record.Seconds:0.##} s.");
        }

        if (seconds > left)
        {
            throw new UnusableInputException(
                $"--seconds {seconds} goes past the end of record {record.Name}: from --start {start} on, {left:0.##} s are left.");
        }

        return WfdbPatient.From(record, lead, start, seconds ?? Math.Min(DefaultSeconds, left));
    }
}
