using System;
using System.IO;
using System.Linq;
using System.Text.Json;
using System.Threading.Tasks;
using EcgChip.Formats.Export;
using EcgChip.Formats.Recordings;
using EcgChip.Formats.Sealing;
using EcgChip.Formats.Wfdb;
using EcgChip.Records;
using EcgChip.Records.Link;

namespace EcgChip.Cli.Tests;

[Collection(ConsoleTests.Name)]
public sealed class ExportTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("wfdb", "r.atr", "r.dat", "r.hea")]
    [InlineData("edf", "r.edf")]
    [InlineData("csv", "r-beats.csv", "r-findings.csv", "r-summary.csv", "r.csv")]
    [InlineData("fhir", "r.json")]
    [InlineData("pdf", "r.pdf")]
    public async Task A_stored_record_becomes_files_that_others_read(string format, params string[] files)
    {
        string record = await RecordAsync();
        string name = _folder[Path.Combine("new folder", "r")];
        Outcome outcome = await ExportAsync(record, format, name);
        Assert.Equal((ExitCode.Done, ""), (outcome.ExitCode, outcome.Error));
        Assert.Equal(files, _folder.Names("new folder"));
        Assert.Equal(files.Select(file => _folder[Path.Combine("new folder", file)]).Order(), outcome.Output.Split(Environment.NewLine)[..^1].Order());

        // The extension may stand in the path; what is there is replaced.
        byte[] before = await File.ReadAllBytesAsync(_folder[Path.Combine("new folder", files[^1])]);
        Assert.True(ExportFormats.TryParse(format, out ExportFormat known));
        Assert.Equal(ExitCode.Done, (await ExportAsync(record, format, name + known.Extension())).ExitCode);
        Assert.Equal(files, _folder.Names("new folder"));
        byte[] after = await File.ReadAllBytesAsync(_folder[Path.Combine("new folder", files[^1])]);
        Assert.Equal(before.Length, after.Length);
    }

    [Fact]
    public async Task What_the_device_recorded_and_found_comes_back_from_its_WFDB_files()
    {
        string record = await RecordAsync();
        StoredRecording recording = StoredRecording.Open(record);
        await ExportAsync(record, "wfdb", _folder["r"]);
        Assert.Equal(recording.Samples.Select(sample => (int)sample), WfdbRecord.Open(_folder["r"]).ReadSignal(0));
        Assert.Equal(
            recording.Beats.Select(beat => (beat.Sample, beat.ClassName)),
            WfdbAnnotations.Read(_folder["r.atr"]).Where(mark => mark.TryGetClass(out _)).Select(mark => (mark.Sample, mark.Symbol.ToString())));
        Assert.NotEmpty(recording.Beats);
    }

    [Fact]
    public async Task A_seal_behind_the_record_changes_nothing()
    {
        string record = await RecordAsync();
        byte[] bytes = await File.ReadAllBytesAsync(record);
        await File.WriteAllBytesAsync(_folder["sealed.rec"], [.. bytes, .. RecordSeal.Make(new byte[DeviceKeys.Bytes], 0, 1, bytes)]);
        await ExportAsync(record, "edf", _folder["a"]);
        await ExportAsync(_folder["sealed.rec"], "edf", _folder["b"]);
        Assert.Equal(await File.ReadAllBytesAsync(_folder["a.edf"]), await File.ReadAllBytesAsync(_folder["b.edf"]));
    }

    [Fact]
    public async Task The_JSON_says_what_was_written_from_what()
    {
        string record = await RecordAsync();
        Outcome outcome = await ExportAsync(record, "wfdb", _folder["r"], "--json", "-");
        JsonElement json = outcome.Json();
        Assert.Equal(record, json.GetProperty("record").GetString());
        Assert.Equal(("0000000000000000", 1, "wfdb", 10.0), (json.GetProperty("device").GetString(), json.GetProperty("recording").GetInt32(), json.GetProperty("format").GetString(), json.GetProperty("seconds").GetDouble()));
        Assert.Equal([JsonValueKind.Null, JsonValueKind.Null], new[] { "patient", "start" }.Select(key => json.GetProperty(key).ValueKind));
        Assert.Equal([_folder["r.hea"], _folder["r.dat"], _folder["r.atr"]], json.GetProperty("files").EnumerateArray().Select(file => file.GetString()));
    }

    [Theory]
    [InlineData("wfdb")]
    [InlineData("edf")]
    [InlineData("csv")]
    [InlineData("fhir")]
    [InlineData("pdf")]
    public async Task A_damaged_record_is_refused_and_nothing_written(string format)
    {
        string record = await RecordAsync();
        byte[] bytes = await File.ReadAllBytesAsync(record);
        bytes[bytes.Length / 2] ^= 1;
        await File.WriteAllBytesAsync(_folder["damaged.rec"], bytes);
        (await ExportAsync(_folder["damaged.rec"], format, _folder[Path.Combine("out", "r")])).IsRefusedBecause("is damaged, its checksum does not fit: copy it again from its source");
        Assert.False(Directory.Exists(_folder["out"]), "The refused export left a folder behind.");
    }

    [Fact]
    public async Task What_is_no_recording_is_refused()
    {
        await File.WriteAllBytesAsync(_folder["test.rec"], new SelfTestRecord { DeviceId = 1, Sequence = 2, Lines = new SelfTestLines(0) }.Encode());
        await File.WriteAllTextAsync(_folder["text.rec"], "time_s,ecg_uV");
        (await ExportAsync(_folder["test.rec"], "pdf", _folder["r"])).IsRefusedBecause("is the record of a self-test, in which there is no ECG: give the record of a recording");
        (await ExportAsync(_folder["text.rec"], "pdf", _folder["r"])).IsRefusedBecause("is no stored record: give a .rec file");
        (await ExportAsync(_folder["none.rec"], "pdf", _folder["r"])).IsRefusedBecause("There is no record " + _folder["none.rec"] + ": check the path");
        (await ExportAsync(_folder.Path, "pdf", _folder["r"])).IsRefusedBecause("is a folder: give the path of a stored record in it");
    }

    [Fact]
    public async Task A_path_that_cannot_be_written_is_refused()
    {
        string record = await RecordAsync();
        (await ExportAsync(record, "pdf", _folder.Path)).IsRefusedBecause("is a folder: give the name of a file in it");
        (await ExportAsync(record, "pdf", record + Path.DirectorySeparatorChar + "r")).IsRefusedBecause("is a file: give a folder");
        (await ExportAsync(record, "wfdb", _folder["my record"])).IsRefusedBecause("A WFDB record cannot be called my record: give a name of letters, digits, _ and -");
        Directory.CreateDirectory(_folder["r.atr"]);
        (await ExportAsync(record, "wfdb", _folder["r"])).IsRefusedBecause("is a folder where a file has to go");
        Assert.Equal(["device", "r.atr"], _folder.Names());
    }

    [Fact]
    public async Task What_is_missing_from_the_command_line_is_named()
    {
        (await CommandLine.RunAsync(["export"])).IsRefusedBecause("--to needs a value");
        (await CommandLine.RunAsync(["export", "a.rec", "--to", "pdf"])).IsRefusedBecause("--out needs a value");
        (await CommandLine.RunAsync(["export", "--to", "pdf", "--out", "x"])).IsRefusedBecause("Required argument 'RECORD' missing");
        (await ExportAsync("a.rec", "docx", "x")).IsRefusedBecause("--to docx is not known: give wfdb or edf or csv or fhir or pdf");
        (await CommandLine.RunAsync(["export", "a.rec", "b.rec", "--to", "pdf", "--out", "x"])).IsRefusedBecause("b.rec belongs to no option");
    }

    private static Task<Outcome> ExportAsync(string record, string format, string path, params string[] more) =>
        CommandLine.RunAsync(["export", record, "--to", format, "--out", path, .. more]);

    private async Task<string> RecordAsync()
    {
        await CommandLine.SimulateAsync(_folder["device"], "--seconds", "10");
        return _folder[Path.Combine("device", "record-1.rec")];
    }
}
