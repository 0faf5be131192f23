using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using CsCheck;
using EcgChip.Formats.Export;
using EcgChip.Formats.Recordings;
using EcgChip.Signal.Rhythm;

namespace EcgChip.Formats.Tests.Export;

public sealed class RecordingCsvTests
{
    private const double MicrovoltsPerMillivolt = 1000;

    private static readonly StoredRecording Short = new()
    {
        DeviceId = 1, Sequence = 2, SampleRate = 125, UnitsPerMillivolt = 200, Samples = [0, -3, 40, 7],
        Beats = [new(0, AamiClass.N, null, null), new(2, AamiClass.V, 0.97, new StoredModel("live", "a,\"b\"", "00ff"))],
        Gaps = [new(1, 1)],
    };

    [Fact]
    public void Every_sample_is_a_line_beats_stand_at_theirs_and_nothing_where_nothing_was_measured() => Assert.Equal(
        "time_s,ecg_uV,beat,confidence\r\n0.000,0,N,\r\n0.008,,,\r\n0.016,200,V,0.97\r\n0.024,35,,\r\n", Samples(Short));

    [Fact]
    public void Every_beat_is_a_line_and_no_interval_reaches_across_a_gap()
    {
        string header = "time_s,sample,class,confidence,interval_ms,heart_rate_per_min,model,hash\r\n";
        Assert.Equal(header + "0.000,0,N,,,,,\r\n0.016,2,V,0.97,,,\"a,\"\"b\"\"\",00ff\r\n", ExportSamples.Text(Short, ExportFormat.Csv, "-beats.csv"));
        Assert.EndsWith(
            "\r\n0.016,2,V,0.97,16,3750,\"a,\"\"b\"\"\",00ff\r\n", ExportSamples.Text(Short with { Gaps = [] }, ExportFormat.Csv, "-beats.csv"), StringComparison.Ordinal);
    }

    [Fact]
    public void Every_finding_is_a_line_with_its_evidence() => Assert.Equal(
        "code,text,times,value,start_s,end_s,doctor\r\n"
        + "ventricular-ectopy,\"Single ventricular beats: 1, 360 an hour\",1,360,4.320,4.320,no\r\n"
        + "pause,\"More than 2 s without a beat: 1 time, the longest 2.1 s\",1,2100,4.800,10.000,no\r\n",
        ExportSamples.Text(ExportSamples.Known, ExportFormat.Csv, "-findings.csv"));

    [Fact]
    public void The_summary_says_who_when_and_what_with_units()
    {
        string[] lines = ExportSamples.Text(ExportSamples.Known, ExportFormat.Csv, "-summary.csv").Split("\r\n");
        Assert.Equal("name,value,unit", lines[0]);
        Assert.All(
            [
                "device,0102030405060708,", "recording,7,", "patient,1234,", "start_utc,2026-03-09T14:05:06.250Z,", "sample_rate,125,Hz", "resolution,5,uV",
                "duration,10.4,s", "heart_rate_mean,75,/min", "sdnn,,ms", "rmssd,20,ms", "beats_N,11,", "beats_V,1,", "beats_not_classified,1,", "signal_good,86.5,%",
                "answer,no-finding,", "infarction_score,0.1,", "infarction_research_only,yes,", "model_1,live bedside 82fac9fa432dfd9f,",
            ],
            line => Assert.Contains(line, lines));
        Assert.Contains("start_utc,,", ExportSamples.Text(Short, ExportFormat.Csv, "-summary.csv").Split("\r\n"));
    }

    [Fact]
    public void The_decimal_sign_is_a_point_whatever_the_machine_speaks()
    {
        CultureInfo before = CultureInfo.CurrentCulture;
        try
        {
            CultureInfo comma = (CultureInfo)CultureInfo.InvariantCulture.Clone();
            comma.NumberFormat.NumberDecimalSeparator = ",";
            CultureInfo.CurrentCulture = comma;
            StoredRecording recording = new()
            {
                DeviceId = 1, Sequence = 2, SampleRate = 360, UnitsPerMillivolt = 400, Samples = [0, 1], Beats = [new(1, AamiClass.N, 0.5, null)],
            };
            Assert.EndsWith("0.002778,2.5,N,0.5\r\n", Samples(recording), StringComparison.Ordinal);
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    [Fact]
    public void What_is_written_is_read_back_to_the_bit()
    {
        ExportSamples.Any.Sample(recording =>
        {
            List<string[]> rows = Rows(Samples(recording));
            Assert.Equal(recording.Samples.Count, rows.Count);
            bool[] gap = new bool[recording.Samples.Count];
            foreach (SampleStretch stretch in recording.Gaps)
            {
                Array.Fill(gap, true, stretch.Start, stretch.Length);
            }

            Assert.All(rows.Index(), row =>
            {
                Assert.Equal(row.Index, (int)Math.Round(Number(row.Item[0]) * recording.SampleRate));
                int? sample = row.Item[1].Length == 0 ? null : (int)Math.Round(Number(row.Item[1]) * recording.UnitsPerMillivolt / MicrovoltsPerMillivolt);
                Assert.Equal(gap[row.Index] ? null : recording.Samples[row.Index], sample);
            });
            Assert.Equal(
                recording.Beats.Select(beat => (beat.Sample, beat.ClassName, Confidence(beat.Confidence))),
                rows.Index().Where(row => row.Item[2].Length > 0).Select(row => (row.Index, row.Item[2], row.Item[3].Length == 0 ? null : Confidence(Number(row.Item[3])))));
        });
    }

    /// <summary>The byte that the record has for a confidence.</summary>
    private static int? Confidence(double? share) => share is double known ? (int)Math.Round(known * 255) : null;

    private static string Samples(StoredRecording recording) => ExportSamples.Text(recording, ExportFormat.Csv, ".csv");

    private static List<string[]> Rows(string table) => [.. table.Split("\r\n").Skip(1).SkipLast(1).Select(line => line.Split(','))];

    private static double Number(string text) => double.Parse(text, CultureInfo.InvariantCulture);
}
