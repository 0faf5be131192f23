using System;
using EcgChip.Formats.Wfdb;

namespace EcgChip.Simulator.Patients;

/// <summary>A recording as a patient: its samples, with a smooth curve (Catmull-Rom) between them.</summary>
public sealed class WfdbPatient : IPatient
{
    private readonly double[] millivolts;
    private readonly double sampleRate;
    private readonly double start;

    /// <summary>A lead of a record, all of it or a part.</summary>
    /// <param name="record">The record.</param>
    /// <param name="signal">Number of the signal that is the lead.</param>
    /// <param name="startSeconds">Where in the record to begin.</param>
    /// <param name="seconds">How long to play; to the end when null.</param>
    public WfdbPatient(WfdbRecord record, int signal, double startSeconds = 0, double? seconds = null)
    {
        ArgumentNullException.ThrowIfNull(record);
        Name = record.Name;
        Lead = record.Signals[signal].Name;
        millivolts = record.Signals[signal].ToMillivolts(record.ReadSignal(signal));
        sampleRate = record.SampleRate;
        start = startSeconds;
        Seconds = Math.Min(seconds ?? double.MaxValue, record.Seconds - startSeconds);
    }

    /// <inheritdoc/>
    public string Name { get; }

    /// <inheritdoc/>
    public string Lead { get; }

    /// <inheritdoc/>
    public double Seconds { get; }

    /// <inheritdoc/>
    public double MillivoltsAt(double seconds)
    {
        double position = (start + Math.Clamp(seconds, 0, Seconds)) * sampleRate;
        int index = (int)position;
        if (index < 1 || index >= millivolts.Length - 2)
        {
            return millivolts[Math.Clamp(index, 0, millivolts.Length - 1)];
        }

        double u = position - index;
        double a = millivolts[index - 1];
        double b = millivolts[index];
        double c = millivolts[index + 1];
        double d = millivolts[index + 2];
        return b + (0.5 * u * (c - a + (u * ((2 * a) - (5 * b) + (4 * c) - d + (u * ((3 * (b - c)) + d - a))))));
    }
}
