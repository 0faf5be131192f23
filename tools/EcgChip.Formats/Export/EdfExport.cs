using System;
using System.Globalization;
using System.IO;
using System.Linq;
using EcgChip.Formats.Recordings;

namespace EcgChip.Formats.Export;

/// <summary>
/// A recording as EDF+C: Kemp and Olivan, "European data format 'plus' (EDF+)", Clinical Neurophysiology 114:1755-1761, 2003, and its specification at edfplus.info.
/// </summary>
internal static class EdfExport
{
    /// <summary>Samples a second from which on a data record of a second would be longer than the specification's 61,440 bytes, with room for annotations.</summary>
    private const int MostSamplesASecond = 20_000;

    private const int HeaderBytes = 256;
    private const int SignalHeaderBytes = 256;
    private const int Signals = 2;
    private const string Unknown = "X";

    // -3 dB of the front end's 0.3 Hz and the firmware's 0.41 Hz together, and the front end's low-pass (docs/signal.md, EcgChip.Signal/Conditioner).
    private const string Passed = "HP:0.55Hz LP:45Hz";

    // The two digits of the year are of 1985 to 2084; another year stands in the recording's identification alone.
    private const int FirstYear = 1985;
    private const int LastYear = 2084;

    /// <summary>The whole file.</summary>
    /// <exception cref="RecordingException">It has more samples a second than EDF+ takes.</exception>
    public static byte[] Bytes(StoredRecording recording)
    {
        int rate = recording.SampleRate;
        if (rate > MostSamplesASecond)
        {
            throw new RecordingException(
                $"Recording {recording.Sequence} of device {recording.DeviceName} has {rate} samples a second, and EDF+ takes {MostSamplesASecond}: export it in another format.");
        }

        int records = (recording.Samples.Count + rate - 1) / rate;
        DateTime? start = recording.Start?.UtcDateTime;
        DateTime? second = start?.AddTicks(-(start.Value.Ticks % TimeSpan.TicksPerSecond));
        EdfAnnotations annotations = new(recording, records, start is null ? 0 : (start - second)!.Value.TotalSeconds);
        using MemoryStream file = new();
        WriteHeader(file, recording, second, records, annotations.Samples);
        short[] samples = Samples(recording, records * rate);
        for (int record = 0; record < records; record++)
        {
            foreach (short sample in samples.AsSpan(record * rate, rate))
            {
                file.WriteByte((byte)sample);
                file.WriteByte((byte)(sample >> 8));
            }

            annotations.Write(file, record);
        }

        return file.ToArray();
    }

    private static void WriteHeader(Stream file, StoredRecording recording, DateTime? start, int records, int annotationSamples)
    {
        string patient = recording.PatientNumber is int number ? Text(number) : Unknown;
        string date = start is DateTime known ? CapitalMonth(known) : Unknown;
        Put(file, 8, "0");
        Put(file, 80, $"{patient} {Unknown} {Unknown} {Unknown}");
        Put(file, 80, $"Startdate {date} {(uint)recording.Sequence} {Unknown} EcgChip_{recording.DeviceName}");
        Put(file, 8, start is DateTime day ? Date(day) : "01.01.85");
        Put(file, 8, start is DateTime time ? time.ToString("HH.mm.ss", CultureInfo.InvariantCulture) : "00.00.00");
        Put(file, 8, Text(HeaderBytes + (Signals * SignalHeaderBytes)));
        Put(file, 44, "EDF+C");
        Put(file, 8, Text(records));
        Put(file, 8, "1");
        Put(file, 4, Text(Signals));

        // Each line: a field of the ECG, the same of the annotations.
        Both(file, 16, "ECG " + StoredRecording.Lead, "EDF Annotations");
        Both(file, 80, "Adhesive electrodes", "");
        Both(file, 8, "mV", "");
        Both(file, 8, EdfText.Number(short.MinValue / (double)recording.UnitsPerMillivolt), "-1");
        Both(file, 8, EdfText.Number(short.MaxValue / (double)recording.UnitsPerMillivolt), "1");
        Both(file, 8, Text(short.MinValue), Text(short.MinValue));
        Both(file, 8, Text(short.MaxValue), Text(short.MaxValue));
        Both(file, 80, Passed + (recording.MainsFrequency is int mains ? $" N:{Text(mains)}Hz" : ""), "");
        Both(file, 8, Text(recording.SampleRate), Text(annotationSamples));
        Both(file, 32, "", "");
    }

    private static void Both(Stream file, int bytes, string ecg, string annotations)
    {
        Put(file, bytes, ecg);
        Put(file, bytes, annotations);
    }

    private static void Put(Stream file, int bytes, string text) => file.Write(EdfText.Field(text, bytes));

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);

    private static string Date(DateTime day) =>
        day.ToString(day.Year is >= FirstYear and <= LastYear ? "dd.MM.yy" : "dd.MM.'yy'", CultureInfo.InvariantCulture);

    private static string CapitalMonth(DateTime day) => day.ToString("dd-MMM-yyyy", CultureInfo.InvariantCulture).ToUpperInvariant();

    /// <summary>The samples, filled up to whole data records; 0 mV where nothing was measured, which EDF has no value for.</summary>
    private static short[] Samples(StoredRecording recording, int count)
    {
        short[] samples = new short[count];
        recording.Samples.ToArray().CopyTo(samples, 0);
        foreach (SampleStretch gap in recording.Gaps)
        {
            Array.Clear(samples, gap.Start, gap.Length);
        }

        return samples;
    }
}
