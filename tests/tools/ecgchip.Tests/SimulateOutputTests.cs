using System;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Text.Json;
using System.Threading;
using System.Threading.Tasks;
using EcgChip.Formats.Export;
using EcgChip.Records;

namespace EcgChip.Cli.Tests;

[Collection(ConsoleTests.Name)]
public sealed class SimulateOutputTests : IDisposable
{
    private const int TerminalColumns = 80;
    private const char Escape = '\u001b';

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task The_table_says_what_a_health_worker_would_see_in_80_columns_and_without_colours()
    {
        Outcome outcome = await CommandLine.RunAsync(["simulate", "--seconds", "12", "--out", _folder.Path]);
        Assert.Equal((ExitCode.Done, ""), (outcome.ExitCode, outcome.Error));
        Assert.DoesNotContain(Escape, outcome.Output);
        string[] lines = outcome.Output.Split(Environment.NewLine);
        Assert.All(lines.Where(line => !line.StartsWith(_folder.Path, StringComparison.Ordinal)), line => Assert.True(line.Length <= TerminalColumns, line));
        Assert.Matches(@"Heart rate .*\d+/min \(\d+ to \d+\)", outcome.Output);
        Assert.Matches(@"Signal .*[\d.]+ % good, [\d.]+ % poor, [\d.]+ % no contact", outcome.Output);
        Assert.Matches(@"Stored .*12 s in \d+ bytes", outcome.Output);
        Assert.Matches(@"Model .*bedside \(live\) [0-9a-f]{16}, seed", outcome.Output);
        Assert.Contains("synthetic, lead II, 12 s", outcome.Output, StringComparison.Ordinal);
        Assert.Contains("not a diagnosis", outcome.Output, StringComparison.Ordinal);
        Assert.Matches(@"Answer .*(no finding|show a doctor|repeat)", outcome.Output);
        Assert.Equal(5, lines.Count(File.Exists));
    }

    [Fact]
    public async Task The_table_of_findings_holds_those_of_the_record()
    {
        await CommandLine.SimulateAsync(_folder.Path, "--seconds", "40");
        RecordContents record = ReadRecord();
        Assert.True(record.Findings.Count > 0);
        string[] lines = await File.ReadAllLinesAsync(_folder["record-1-findings.csv"]);
        Assert.Equal("code,text,times,value,start_s,end_s,doctor", lines[0]);
        string[][] rows = [.. lines.Skip(1).Select(line => line.Split('"')[2].Split(','))];
        Assert.Equal(
            Enumerable.Range(0, record.Findings.Count).Select(i => (record.Findings.Times(i), record.Findings.Value(i))),
            rows.Select(row => ((int)Number(row[1]), (int)Number(row[2]))));
        Assert.Equal(Enumerable.Range(0, record.Findings.Count).Select(i => record.Findings.End(i) / 125.0), rows.Select(row => Number(row[4])));
    }

    [Fact]
    public async Task The_csv_holds_the_samples_and_beats_of_the_record()
    {
        await CommandLine.SimulateAsync(_folder.Path, "--seconds", "10");
        RecordContents record = ReadRecord();
        short[] samples = new short[record.SampleCount];
        SampleUnpacker unpacker = new();
        unpacker.Begin(record.PackedBytes, record.PackedOffset, record.PackedCount);
        unpacker.Read(samples, 0, samples.Length);

        string[] lines = await File.ReadAllLinesAsync(_folder["record-1.csv"]);
        Assert.Equal(RecordingCsv.Header, lines[0]);
        string[][] rows = [.. lines.Skip(1).Select(line => line.Split(','))];
        Assert.Equal(1250, rows.Length);
        double microvolts = 1000.0 / record.UnitsPerMillivolt;
        Assert.Equal(samples.Select(sample => sample * microvolts), rows.Select(row => Number(row[1])));
        Assert.Equal(Enumerable.Range(0, samples.Length).Select(i => i / 125.0), rows.Select(row => Number(row[0])));
        int[] marked = [.. Enumerable.Range(0, rows.Length).Where(i => rows[i][2].Length > 0)];
        Assert.Equal(Enumerable.Range(0, record.Beats.Count).Select(record.Beats.SampleIndex), marked);
    }

    [Fact]
    public async Task The_record_holds_the_beats_that_the_json_tells_and_the_hash_of_its_model()
    {
        JsonElement json = await CommandLine.SimulateAsync(_folder.Path, "--seconds", "30");
        RecordContents record = ReadRecord();
        Assert.Equal(
            json.GetProperty("beats").EnumerateArray().Select(beat => (beat.GetProperty("sample").GetInt32(), beat.GetProperty("class").GetString())),
            Enumerable.Range(0, record.Beats.Count).Select(i => (record.Beats.SampleIndex(i), Letter(record.Beats.Class(i)))));
        Assert.Equal(json.GetProperty("models")[0].GetProperty("hash").GetString(), record.Model(0).Hash);
    }

    [Fact]
    public async Task What_follows_the_longest_recording_is_monitored_and_told_but_not_stored()
    {
        Outcome outcome = await CommandLine.RunAsync(["simulate", "--seconds", "310", "--out", _folder.Path, "--json", _folder["x.json"]]);
        Assert.Contains("300 s in ", outcome.Output, StringComparison.Ordinal);
        using JsonDocument json = JsonDocument.Parse(await File.ReadAllTextAsync(_folder["x.json"]));
        Assert.Contains(json.RootElement.GetProperty("beats").EnumerateArray(), beat => beat.GetProperty("sample").GetInt32() > 300 * 125);
        Assert.Equal(300 * 125, ReadRecord().SampleCount);
    }

    [Fact]
    public async Task A_second_run_replaces_the_files_of_the_first_and_leaves_others_alone()
    {
        await File.WriteAllTextAsync(_folder["notes.txt"], "mine");
        await CommandLine.SimulateAsync(_folder.Path, "--seconds", "10");
        await CommandLine.SimulateAsync(_folder.Path, "--seconds", "4");
        Assert.Equal(["monitor.png", "notes.txt", "record-1-findings.csv", "record-1.csv", "record-1.rec", "result.png"], _folder.Names());
        Assert.Equal(4 * 125, ReadRecord().SampleCount);
        Assert.Equal(1 + (4 * 125), (await File.ReadAllLinesAsync(_folder["record-1.csv"])).Length);
    }

    [Fact]
    public async Task A_run_that_is_interrupted_before_it_plays_writes_nothing_and_says_so()
    {
        Outcome outcome = await CommandLine.RunAsync(["simulate", "--out", _folder["out"]], new CancellationToken(canceled: true));
        Assert.Equal((ExitCode.Failed, ""), (outcome.ExitCode, outcome.Output));
        Assert.Equal("ecgchip: Interrupted: nothing was written." + Environment.NewLine, outcome.Error);
        Assert.Empty(_folder.Names());
    }

    [Fact]
    public async Task The_screen_is_a_picture_of_320_by_240_pixels()
    {
        await CommandLine.SimulateAsync(_folder.Path, "--seconds", "2");
        byte[] picture = await File.ReadAllBytesAsync(_folder["monitor.png"]);

        // PNG specification: eight bytes of signature, then the header chunk with width and height, highest byte first.
        Assert.Equal([0x89, 0x50, 0x4E, 0x47], picture[..4]);
        Assert.Equal([0, 0, 1, 64, 0, 0, 0, 240], picture[16..24]);
    }

    private static double Number(string text) => double.Parse(text, CultureInfo.InvariantCulture);

    private static string? Letter(int beatClass) => beatClass == BeatList.Unclassified ? null : "NSVFQ"[beatClass].ToString();

    private RecordContents ReadRecord()
    {
        byte[] bytes = File.ReadAllBytes(_folder["record-1.rec"]);
        Assert.Equal(RecordStatus.Ok, RecordReader.TryRead(bytes, 0, bytes.Length, out RecordContents record));
        return record;
    }
}
