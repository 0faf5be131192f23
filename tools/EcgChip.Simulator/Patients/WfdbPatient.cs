using System;
using System.Collections.Generic;
using System.Globalization;
using EcgChip.Formats;
using EcgChip.Formats.Wfdb;
using EcgChip.Simulator.Patients.Noise;

namespace EcgChip.Simulator.Patients;

/// <summary>A recording, or a stretch of it, played as a patient.</summary>
public sealed class WfdbPatient : IPatient
{
    private readonly SampledVoltage _voltage;
    private readonly double _start;

    private WfdbPatient(WfdbRecord record, int signal, double[] millivolts, double start, double seconds)
    {
        Name = record.Name;
        Lead = record.Signals[signal].Name;
        Seconds = seconds;
        Start = start;

        // The samples around the stretch stay, so that its ends are as smooth as its middle.
        const int Margin = 2;
        int first = Math.Max(0, (int)(start * record.SampleRate) - Margin);
        int end = (int)Math.Min(record.Samples, Math.Ceiling((start + seconds) * record.SampleRate) + Margin + 1);
        _voltage = new SampledVoltage(millivolts[first..end], record.SampleRate);
        _start = start - first / record.SampleRate;
    }

    /// <inheritdoc/>
    public string Name { get; }

    /// <inheritdoc/>
    public string Lead { get; }

    /// <inheritdoc/>
    public double Seconds { get; }

    /// <summary>Seconds into the recording at which the patient starts.</summary>
    public double Start { get; }

    /// <summary>Opens a recording by its path without an extension.</summary>
    /// <param name="path">The record.</param>
    /// <param name="lead">Name of a signal, or null for the one that <see cref="LeadChoice"/> prefers.</param>
    /// <param name="start">Seconds into the recording.</param>
    /// <param name="seconds">How long, or null for the rest.</param>
    /// <exception cref="RecordingException">The record cannot be used, has no such lead, or does not last so long.</exception>
    public static WfdbPatient Open(string path, string? lead = null, double start = 0, double? seconds = null) =>
        From(WfdbRecord.Open(path), lead, start, seconds);

    /// <summary>Plays a recording that is open already.</summary>
    /// <param name="record">The record.</param>
    /// <param name="lead">Name of a signal, or null for the one that <see cref="LeadChoice"/> prefers.</param>
    /// <param name="start">Seconds into the recording.</param>
    /// <param name="seconds">How long, or null for the rest.</param>
    /// <param name="noise">Noise that is mixed in, over the recording's own time; null for none.</param>
    /// <param name="reference">The record's reference annotations, which the noise is measured by; needed with noise alone.</param>
    /// <exception cref="RecordingException">The record's samples cannot be used, it has no such lead, or does not last so long.</exception>
    public static WfdbPatient From(
        WfdbRecord record,
        string? lead = null,
        double start = 0,
        double? seconds = null,
        NoiseStress? noise = null,
        IReadOnlyList<WfdbAnnotation>? reference = null)
    {
        ArgumentNullException.ThrowIfNull(record);
        int signal = LeadChoice.Find(record, lead);
        if (!(start >= 0 && start < record.Seconds))
        {
            throw new RecordingException(
                string.Create(CultureInfo.InvariantCulture, $"Record {record.Name} has no second {start}: start between 0 and {record.Seconds:0.###}."));
        }

        double rest = record.Seconds - start;
        double length = seconds ?? rest;
        if (!(length > 0 && length <= rest))
        {
            throw new RecordingException(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"Record {record.Name} cannot be played for {length} s from second {start}: ask for more than 0 and at most {rest:0.###} s."));
        }

        double[] millivolts = noise is null
            ? record.Signals[signal].ToMillivolts(record.ReadSignal(signal))
            : noise.AddTo(record, signal, reference ?? throw new ArgumentNullException(nameof(reference)));
        return new WfdbPatient(record, signal, millivolts, start, length);
    }

    /// <inheritdoc/>
    public double MillivoltsAt(double seconds) => _voltage.At(_start + Math.Clamp(seconds, 0, Seconds));
}
