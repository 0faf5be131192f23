using System;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Text;

namespace EcgChip.Formats.Wfdb;

/// <summary>One signal to be written.</summary>
/// <param name="Name">Lead: "MLII".</param>
/// <param name="Samples">ADC units, -32768 (missing) to 32767.</param>
/// <param name="Gain">ADC units per <paramref name="Units"/>; not 0.</param>
/// <param name="Baseline">ADC value of 0 <paramref name="Units"/>.</param>
/// <param name="Units">Physical unit, without blanks.</param>
public sealed record WfdbSignalData(
    string Name, IReadOnlyList<int> Samples, double Gain = WfdbSignal.DefaultGain, int Baseline = 0, string Units = "mV");

/// <summary>Writes records in WFDB format 16, all signals interleaved in one .dat file.</summary>
public static class WfdbWriter
{
    private const int AdcResolution = 16;

    /// <summary>Writes the header and the samples beside it.</summary>
    /// <param name="pathWithoutExtension">Its last part, the record's name, is made of letters, digits, "_" and "-".</param>
    /// <param name="sampleRate">Samples a second.</param>
    /// <param name="signals">At least one, all of one length.</param>
    /// <param name="comments">Lines of the header behind "#".</param>
    /// <exception cref="ArgumentException">What is asked for cannot be written as a WFDB record.</exception>
    public static void Write(
        string pathWithoutExtension, double sampleRate, IReadOnlyList<WfdbSignalData> signals, IReadOnlyList<string>? comments = null)
    {
        ArgumentNullException.ThrowIfNull(pathWithoutExtension);
        ArgumentNullException.ThrowIfNull(signals);
        string name = Path.GetFileName(pathWithoutExtension);
        Check(name, sampleRate, signals);
        int samples = signals[0].Samples.Count;
        StringBuilder header = new();
        header.Append(CultureInfo.InvariantCulture, $"{name} {signals.Count} {sampleRate} {samples}\n");
        foreach (WfdbSignalData signal in signals)
        {
            // Wrap-around is what a checksum is; Sum would throw.
            short checksum = (short)signal.Samples.Aggregate(0, (sum, sample) => sum + sample);
            header.Append(
                CultureInfo.InvariantCulture,
                $"{name}.dat {(int)WfdbFormat.Format16} {signal.Gain}({signal.Baseline})/{signal.Units} {AdcResolution} 0 ");
            header.Append(CultureInfo.InvariantCulture, $"{signal.Samples[0]} {checksum} 0 {signal.Name}\n");
        }

        foreach (string comment in comments ?? [])
        {
            header.Append(CultureInfo.InvariantCulture, $"# {comment.ReplaceLineEndings(" ")}\n");
        }

        byte[] bytes = new byte[samples * signals.Count * sizeof(short)];
        int at = 0;
        for (int i = 0; i < samples; i++)
        {
            foreach (WfdbSignalData signal in signals)
            {
                bytes[at++] = (byte)signal.Samples[i];
                bytes[at++] = (byte)(signal.Samples[i] >> 8);
            }
        }

        File.WriteAllBytes(pathWithoutExtension + ".dat", bytes);
        File.WriteAllText(pathWithoutExtension + ".hea", header.ToString());
    }

    private static void Check(string name, double sampleRate, IReadOnlyList<WfdbSignalData> signals)
    {
        if (name.Length == 0 || !name.All(letter => char.IsAsciiLetterOrDigit(letter) || letter is '_' or '-'))
        {
            throw new ArgumentException($"A record's name is made of letters, digits, _ and -: not \"{name}\".", nameof(name));
        }

        if (!(sampleRate > 0) || !double.IsFinite(sampleRate))
        {
            throw new ArgumentOutOfRangeException(nameof(sampleRate), sampleRate, "A sample rate is above 0.");
        }

        if (signals.Count == 0 || signals[0].Samples.Count == 0 || signals.Any(signal => signal.Samples.Count != signals[0].Samples.Count))
        {
            throw new ArgumentException("A record has at least one signal and one sample, and all signals have one length.", nameof(signals));
        }

        foreach (WfdbSignalData signal in signals)
        {
            if (signal.Samples.Any(sample => sample is < short.MinValue or > short.MaxValue))
            {
                throw new ArgumentException($"Signal {signal.Name} does not fit into 16 bits.", nameof(signals));
            }

            if (!(Math.Abs(signal.Gain) > 0) || !double.IsFinite(signal.Gain) || signal.Units.Length == 0 || signal.Units.Any(char.IsWhiteSpace)
                || string.IsNullOrWhiteSpace(signal.Name) || signal.Name.Any(char.IsControl))
            {
                throw new ArgumentException($"Signal \"{signal.Name}\" has no name, gain or unit that a header can say.", nameof(signals));
            }
        }
    }
}
