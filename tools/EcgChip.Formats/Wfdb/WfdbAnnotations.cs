using System;
using System.Collections.Generic;
using System.IO;
using System.Text;

namespace EcgChip.Formats.Wfdb;

/// <summary>
/// Annotation files in MIT format (annot(5) of the WFDB Applications Guide): 16 bit words, low byte first, of a 6 bit code and a 10 bit
/// distance in samples from the annotation before. The codes above 58 carry what does not fit into such a word.
/// </summary>
public static class WfdbAnnotations
{
    private const int Skip = 59;
    private const int Num = 60;
    private const int Sub = 61;
    private const int Chn = 62;
    private const int Aux = 63;
    private const int CodeShift = 10;
    private const int DataMask = (1 << CodeShift) - 1;

    // WFDB keeps the length of the text in one byte.
    private const int LongestAux = 255;

    /// <summary>All annotations of a file, in its order.</summary>
    /// <exception cref="RecordingException">The file is missing, cut off or damaged.</exception>
    public static IReadOnlyList<WfdbAnnotation> Read(string path)
    {
        ArgumentNullException.ThrowIfNull(path);
        return File.Exists(path)
            ? Decode(RecordingFile.ReadBytes(path), path)
            : throw new RecordingException($"The annotations {path} do not exist: put them beside the record.");
    }

    /// <summary>Writes annotations, which need not be in order, as a file that PhysioNet's tools read.</summary>
    /// <exception cref="ArgumentException">A sample is negative, a code or field out of range, or a text longer than 255 bytes.</exception>
    public static void Write(string path, IEnumerable<WfdbAnnotation> annotations)
    {
        ArgumentNullException.ThrowIfNull(path);
        File.WriteAllBytes(path, Encode(annotations));
    }

    /// <summary>The bytes of such a file.</summary>
    /// <exception cref="ArgumentException">A sample is negative, a code or field out of range, or a text longer than 255 bytes.</exception>
    public static byte[] Encode(IEnumerable<WfdbAnnotation> annotations)
    {
        ArgumentNullException.ThrowIfNull(annotations);
        List<WfdbAnnotation> ordered = [.. annotations];
        int[] order = new int[ordered.Count];
        for (int i = 0; i < order.Length; i++)
        {
            order[i] = i;
        }

        // List.Sort is not stable, and annotations of one sample keep their order.
        Array.Sort(order, (a, b) => ordered[a].Sample != ordered[b].Sample ? ordered[a].Sample.CompareTo(ordered[b].Sample) : a.CompareTo(b));
        using MemoryStream bytes = new();
        WfdbAnnotation before = new(0, 0);
        foreach (int index in order)
        {
            Encode(bytes, ordered[index], before);
            before = ordered[index];
        }

        Word(bytes, 0, 0);
        return bytes.ToArray();
    }

    private static List<WfdbAnnotation> Decode(byte[] bytes, string path)
    {
        List<WfdbAnnotation> annotations = [];
        WfdbAnnotation? open = null;
        long sample = 0;
        int channel = 0;
        int number = 0;
        int at = 0;
        while (true)
        {
            int word = Take(bytes, ref at, path);
            int code = word >> CodeShift;
            int data = word & DataMask;
            if (word == 0)
            {
                break;
            }

            switch (code)
            {
                case Skip:
                    // A PDP-11 long: the high half comes first.
                    int high = Take(bytes, ref at, path);
                    sample += high << 16 | Take(bytes, ref at, path);
                    break;
                case Num:
                    number = (sbyte)data;
                    open = open is null ? null : open with { Number = number };
                    break;
                case Sub:
                    open = open is null ? null : open with { Subtype = (sbyte)data };
                    break;
                case Chn:
                    channel = (byte)data;
                    open = open is null ? null : open with { Channel = channel };
                    break;
                case Aux:
                    // Text is padded to whole words.
                    if (at + data > bytes.Length)
                    {
                        throw CutOff(path);
                    }

                    string text = Encoding.Latin1.GetString(bytes, at, data).TrimEnd('\0');
                    open = open is null ? null : open with { Aux = text };
                    at += data + (data & 1);
                    break;
                default:
                    if (open is not null)
                    {
                        annotations.Add(open);
                    }

                    sample += data;
                    if (code > WfdbAnnotationCodes.Largest || sample is < 0 or > int.MaxValue)
                    {
                        throw new RecordingException(
                            $"{path} is no usable annotation file: code {code} at sample {sample} cannot be; copy it again from its source.");
                    }

                    open = new WfdbAnnotation((int)sample, code, 0, channel, number);
                    break;
            }
        }

        if (open is not null)
        {
            annotations.Add(open);
        }

        return annotations;
    }

    private static void Encode(Stream bytes, WfdbAnnotation annotation, WfdbAnnotation before)
    {
        byte[] text = Encoding.Latin1.GetBytes(annotation.Aux);
        bool noAnnotation = annotation is { Code: 0 } or { Sample: < 0 } or { Code: < 0 or > WfdbAnnotationCodes.Largest };
        if (noAnnotation
            || annotation.Subtype is < sbyte.MinValue or > sbyte.MaxValue
            || annotation.Number is < sbyte.MinValue or > sbyte.MaxValue
            || annotation.Channel is < byte.MinValue or > byte.MaxValue
            || text.Length > LongestAux)
        {
            throw new ArgumentException($"An annotation file cannot hold {annotation}.", nameof(annotation));
        }

        int distance = annotation.Sample - before.Sample;
        if (distance > DataMask)
        {
            Word(bytes, Skip, 0);
            Word(bytes, distance >> 16);
            Word(bytes, distance);
            distance = 0;
        }

        Word(bytes, annotation.Code, distance);
        if (annotation.Subtype != 0)
        {
            Word(bytes, Sub, annotation.Subtype);
        }

        // Channel and number hold until they change; subtype and text belong to one annotation.
        if (annotation.Channel != before.Channel)
        {
            Word(bytes, Chn, annotation.Channel);
        }

        if (annotation.Number != before.Number)
        {
            Word(bytes, Num, annotation.Number);
        }

        if (text.Length > 0)
        {
            Word(bytes, Aux, text.Length);
            bytes.Write(text);
            if ((text.Length & 1) != 0)
            {
                bytes.WriteByte(0);
            }
        }
    }

    private static void Word(Stream bytes, int code, int data) => Word(bytes, code << CodeShift | data & DataMask);

    private static void Word(Stream bytes, int word)
    {
        bytes.WriteByte((byte)word);
        bytes.WriteByte((byte)(word >> 8));
    }

    private static int Take(byte[] bytes, ref int at, string path)
    {
        if (at + 2 > bytes.Length)
        {
            throw CutOff(path);
        }

        int word = bytes[at] | bytes[at + 1] << 8;
        at += 2;
        return word;
    }

    private static RecordingException CutOff(string path) =>
        new($"{path} is cut off: the mark at its end is missing; copy it again from its source.");
}
