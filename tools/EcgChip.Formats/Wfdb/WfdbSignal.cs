using System;
using System.Collections.Generic;

namespace EcgChip.Formats.Wfdb;

/// <summary>What a WFDB header says of one signal (header(5) of the WFDB Applications Guide).</summary>
public sealed record WfdbSignal
{
    /// <summary>ADC units per physical unit where the header gives none or 0.</summary>
    public const double DefaultGain = 200;

    /// <summary>Lead or other description: "MLII", "v1"; "signal 0" where the header gives none.</summary>
    public required string Name { get; init; }

    /// <summary>File that holds the samples, in the header's folder.</summary>
    public required string FileName { get; init; }

    /// <summary>How samples are stored.</summary>
    public required WfdbFormat Format { get; init; }

    /// <summary>Bytes at the start of the file that are not samples.</summary>
    public long ByteOffset { get; init; }

    /// <summary>ADC units per <see cref="Units"/>.</summary>
    public double Gain { get; init; } = DefaultGain;

    /// <summary>ADC value of 0 <see cref="Units"/>.</summary>
    public int Baseline { get; init; }

    /// <summary>Physical unit, usually "mV".</summary>
    public string Units { get; init; } = "mV";

    /// <summary>Bits of the converter.</summary>
    public int AdcResolution { get; init; }

    /// <summary>ADC value in the middle of the converter's range.</summary>
    public int AdcZero { get; init; }

    /// <summary>ADC value of the first sample, as the header says.</summary>
    public int InitialValue { get; init; }

    /// <summary>Sum of all samples modulo 65536, as a signed 16 bit number; null where the header gives none.</summary>
    public int? Checksum { get; init; }

    /// <summary>
    /// Samples in millivolts. A sample marked as missing (the format's most negative value) takes the last known value before it,
    /// or at the start the first known one, so that what is played has no spikes.
    /// </summary>
    /// <exception cref="RecordingException">The signal's unit is no voltage.</exception>
    public double[] ToMillivolts(IReadOnlyList<int> samples)
    {
        ArgumentNullException.ThrowIfNull(samples);
        double millivoltsPerUnit = MillivoltsPerUnit();
        int missing = WfdbSamples.Missing(Format);
        double held = 0;
        foreach (int sample in samples)
        {
            if (sample != missing)
            {
                held = (sample - (double)Baseline) * millivoltsPerUnit;
                break;
            }
        }

        double[] millivolts = new double[samples.Count];
        for (int i = 0; i < millivolts.Length; i++)
        {
            int sample = samples[i];
            if (sample != missing)
            {
                held = (sample - (double)Baseline) * millivoltsPerUnit;
            }

            millivolts[i] = held;
        }

        return millivolts;
    }

    /// <summary>Millivolts of one ADC unit.</summary>
    /// <exception cref="RecordingException">The signal's unit is no voltage.</exception>
    public double MillivoltsPerUnit()
    {
        double millivolts = Units switch
        {
            "mV" or "mv" or "MV" => 1,
            "uV" or "uv" or "UV" or "µV" => 1e-3,
            "V" or "v" => 1e3,
            _ => throw new RecordingException($"Signal {Name} is in {Units}, which is no voltage: choose a lead in mV, uV or V."),
        };
        return millivolts / Gain;
    }
}
