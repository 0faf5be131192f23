using System;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Linq;
using EcgChip.Formats;
using EcgChip.Formats.Wfdb;
using EcgChip.WeightsGen.Beats;
using EcgChip.WeightsGen.Pictures;

namespace EcgChip.WeightsGen.Report;

/// <summary>
/// A few seconds of a recording around a beat, drawn as ECG paper has it: 25 mm a second, 10 mm a millivolt, a unit of the picture a millimetre. Letters
/// above are the reference's classes.
/// </summary>
public sealed class EcgStrip
{
    /// <summary>Paper speed.</summary>
    public const double MillimetresPerSecond = 25;

    /// <summary>Paper gain.</summary>
    public const double MillimetresPerMillivolt = 10;

    private const double Seconds = 4;
    private const double Width = Seconds * MillimetresPerSecond;
    private const double LeastHeight = 40;
    private const double MostHeight = 60;
    private const double Margin = 2.5;
    private const double LetterBand = 5;
    private const double LetterSize = 3.4;
    private const double MarkWidth = 12.5;
    private const int MillimetresOfThickLines = 5;
    private const double TraceWidth = 0.35;

    private readonly double[] _millivolts;
    private readonly double _sampleRate;
    private readonly (int Sample, AamiClass Class)[] _beats;

    private EcgStrip(string record, string lead, double[] millivolts, double sampleRate, (int, AamiClass)[] beats)
    {
        Record = record;
        Lead = lead;
        _millivolts = millivolts;
        _sampleRate = sampleRate;
        _beats = beats;
    }

    /// <summary>Name of the record.</summary>
    public string Record { get; }

    /// <summary>Name of the lead that is drawn.</summary>
    public string Lead { get; }

    /// <summary>Reads what strips of a record are drawn from, once for all of them.</summary>
    /// <exception cref="RecordingException">The record or its annotations cannot be read.</exception>
    public static EcgStrip Of(string recordPath)
    {
        WfdbRecord record = WfdbRecord.Open(recordPath);
        int signal = LeadChoice.Find(record, null);
        List<(int, AamiClass)> beats = [];
        foreach (WfdbAnnotation annotation in WfdbAnnotations.Read(recordPath + Recordings.ReferenceAnnotator))
        {
            if (annotation.TryGetClass(out AamiClass beatClass))
                beats.Add((annotation.Sample, beatClass));
        }

        return new EcgStrip(
            Path.GetFileName(recordPath), record.Signals[signal].Name, record.Signals[signal].ToMillivolts(record.ReadSignal(signal)), record.SampleRate, [.. beats]);
    }

    /// <summary>Time of a sample from the record's start, as m:ss.s.</summary>
    public string TimeOf(int sample)
    {
        double seconds = sample / _sampleRate;
        return string.Create(CultureInfo.InvariantCulture, $"{(int)(seconds / 60)}:{seconds % 60:00.0}");
    }

    /// <summary>Draws the seconds around a sample.</summary>
    /// <param name="sample">A sample at the record's own rate; a mark stands behind it.</param>
    /// <param name="title">What it shows.</param>
    public Picture Draw(int sample, string title)
    {
        int span = (int)(Seconds * _sampleRate);
        int start = Math.Clamp(sample - (span / 2), 0, Math.Max(0, _millivolts.Length - span));
        int end = Math.Min(_millivolts.Length, start + span);
        double Across(int at) => (at - start) / _sampleRate * MillimetresPerSecond;

        // The paper is as high as the trace asks for, within limits; what then does not fit is cut off, and the median stays on it.
        double[] seen = [.. _millivolts[start..end].Order()];
        double extent = (seen[^1] - seen[0]) * MillimetresPerMillivolt;
        double height = Math.Clamp(Math.Ceiling((extent + (2 * Margin)) / MillimetresOfThickLines) * MillimetresOfThickLines, LeastHeight, MostHeight);
        double middle = extent + (2 * Margin) <= height ? (seen[0] + seen[^1]) / 2 : seen[seen.Length / 2];
        Picture picture = new(Width, height + LetterBand, title);
        picture.Area(Ink.Mark, Across(sample) - (MarkWidth / 2), 0, MarkWidth, height + LetterBand);
        Grid(picture, height, Ink.Millimetres, 0.1, 1);
        Grid(picture, height, Ink.FiveMillimetres, 0.18, MillimetresOfThickLines);
        picture.Line(
            Ink.Text, TraceWidth,
            [
                .. Enumerable.Range(start, end - start).Select(at => new PicturePoint(
                    Across(at), LetterBand + Math.Clamp((height / 2) - ((_millivolts[at] - middle) * MillimetresPerMillivolt), 0, height))),
            ]);
        foreach ((int at, AamiClass beatClass) in _beats.Where(beat => beat.Sample >= start && beat.Sample < end))
            picture.Text(at == sample ? Ink.Text : Ink.Faint, beatClass.ToSymbol().ToString(), Across(at), LetterBand - 1.2, TextAnchor.Middle, LetterSize);
        return picture;
    }

    /// <summary>Lines to and fro in one stroke; where it turns it runs along the paper's edge.</summary>
    private static void Grid(Picture picture, double height, Ink ink, double width, int every)
    {
        List<PicturePoint> across = [];
        for (int y = 0; y <= height; y += every)
        {
            bool isBack = y / every % 2 == 1;
            across.Add(new(isBack ? Width : 0, LetterBand + y));
            across.Add(new(isBack ? 0 : Width, LetterBand + y));
        }

        List<PicturePoint> down = [];
        for (int x = 0; x <= Width; x += every)
        {
            bool isBack = x / every % 2 == 1;
            down.Add(new(x, LetterBand + (isBack ? height : 0)));
            down.Add(new(x, LetterBand + (isBack ? 0 : height)));
        }

        picture.Line(ink, width, across);
        picture.Line(ink, width, down);
    }
}
