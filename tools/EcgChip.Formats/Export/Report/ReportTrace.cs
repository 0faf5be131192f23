using System;
using System.Collections.Generic;
using EcgChip.Formats.Recordings;
using SkiaSharp;

namespace EcgChip.Formats.Export.Report;

/// <summary>A recording's signal as lines on the page, interrupted where nothing was measured.</summary>
internal sealed class ReportTrace
{
    private readonly StoredRecording _recording;
    private readonly bool[] _measured;

    /// <param name="recording">The recording.</param>
    public ReportTrace(StoredRecording recording)
    {
        _recording = recording;
        _measured = new bool[recording.Samples.Count];
        Array.Fill(_measured, true);
        foreach (SampleStretch gap in recording.Gaps)
        {
            Array.Fill(_measured, false, gap.Start, gap.Length);
        }
    }

    /// <summary>A sample in millivolts.</summary>
    public double Millivolts(int sample) => _recording.Samples[sample] / (double)_recording.UnitsPerMillivolt;

    /// <summary>Lowest and highest voltage between two samples, a share of the extremes left out; 0 and 0 where nothing was measured.</summary>
    /// <param name="from">The first sample.</param>
    /// <param name="end">The one behind the last.</param>
    /// <param name="leftOut">Share of the samples at each end that does not count: an artefact shall not flatten the rest.</param>
    public (double Lowest, double Highest) Range(int from, int end, double leftOut)
    {
        List<double> values = [];
        for (int i = from; i < end; i++)
        {
            if (_measured[i])
            {
                values.Add(Millivolts(i));
            }
        }

        if (values.Count == 0)
        {
            return (0, 0);
        }

        values.Sort();
        int low = (int)((values.Count - 1) * leftOut);
        return (values[low], values[values.Count - 1 - low]);
    }

    /// <summary>The lines between two samples.</summary>
    /// <param name="from">The first sample.</param>
    /// <param name="end">The one behind the last.</param>
    /// <param name="place">Where on the page a sample of so many millivolts lies.</param>
    public IEnumerable<IReadOnlyList<SKPoint>> Lines(int from, int end, Func<int, double, SKPoint> place)
    {
        List<SKPoint> line = [];
        for (int i = from; i < end; i++)
        {
            if (_measured[i])
            {
                line.Add(place(i, Millivolts(i)));
                continue;
            }

            if (line.Count > 0)
            {
                yield return line;
                line = [];
            }
        }

        if (line.Count > 0)
        {
            yield return line;
        }
    }
}
