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

    /// <summary>True for what a record can be called: letters, digits, "_" and "-".</summary>
    public static bool IsName(string name) => !string.IsNullOrEmpty(name) && name.All(letter => char.IsAsciiLetterOrDigit(letter) || letter is '_' or '-');

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
        string header = Header(Path.GetFileName(pathWithoutExtension), sampleRate, signals, null, comments ?? []);
        File.WriteAllBytes(pathWithoutExtension + ".dat", Samples(signals));
        File.WriteAllText(pathWithoutExtension + ".hea", header);
    }

    /// <summary>The text of the header.</summary>
    /// <param name="name">The record's name, made of letters, digits, "_" and "-".</param>
    /// <param name="sampleRate">Samples a second.</param>
    /// <param name="signals">At least one, all of one length.</param>
    /// <param name="start">When the first sample was taken, to the millisecond; null where that is not known. WFDB has no time zones.</param>
    /// <param name="comments">Lines behind "#".</param>
    /// <exception cref="ArgumentException">What is asked for cannot be written as a WFDB record.</exception>
    internal static string Header(
        string name, double sampleRate, IReadOnlyList<WfdbSignalData> signals, DateTime? start, IReadOnlyList<string> comments)
    {
        ArgumentNullException.ThrowIfNull(signals);
        Check(name, sampleRate, signals);
        StringBuilder header = new();
        header.Append(CultureInfo.InvariantCulture, $"{name} {signals.Count} {sampleRate} {signals[0].Samples.Count}");
        header.Append(start is DateTime known ? known.ToString(" HH:mm:ss.fff dd/MM/yyyy", CultureInfo.InvariantCulture) : "").Append('\n');
        foreach (WfdbSignalData signal in signals)
        {
            // Wrap-around is what a checksum is; Sum would throw.
            short checksum = (short)signal.Samples.Aggregate(0, (sum, sample) => sum + sample);
            header.Append(
                CultureInfo.InvariantCulture,
                $"{name}.dat {(int)WfdbFormat.Format16} {signal.Gain}({signal.Baseline})/{signal.Units} {AdcResolution} 0 ");
            header.Append(CultureInfo.InvariantCulture, $"{signal.Samples[0]} {checksum} 0 {signal.Name}\n");
        }

        foreach (string comment in comments)
        {
            header.Append(CultureInfo.InvariantCulture, $"# {comment.ReplaceLineEndings(" ")}\n");
        }

        return header.ToString();
    }

    /// <summary>The bytes of the samples' file; what <see cref="Header"/> refuses is not checked again.</summary>
    internal static byte[] Samples(IReadOnlyList<WfdbSignalData> signals)
    {
        int samples = signals[0].Samples.Count;
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

        return bytes;
    }

    private static void Check(string name, double sampleRate, IReadOnlyList<WfdbSignalData> signals)
    {
        if (!IsName(name))
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
