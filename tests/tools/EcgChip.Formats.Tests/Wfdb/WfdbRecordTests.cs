using System;
using System.IO;
using System.Linq;
using EcgChip.Formats.Wfdb;

namespace EcgChip.Formats.Tests.Wfdb;

public sealed class WfdbRecordTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Format_16_keeps_the_low_byte_first()
    {
        _folder.Bytes("r.dat", 0x34, 0x12, 0xFF, 0xFF);
        Assert.Equal([0x1234, -1], Open("r 1 360 2\nr.dat 16 200 12 0 4660 4659 0 MLII\n").ReadSignal(0));
    }

    [Fact]
    public void Format_61_keeps_the_high_byte_first()
    {
        _folder.Bytes("r.dat", 0x12, 0x34, 0xFF, 0xFE);
        Assert.Equal([0x1234, -2], Open("r 1 360 2\nr.dat 61\n").ReadSignal(0));
    }

    [Fact]
    public void Format_80_is_offset_by_128()
    {
        _folder.Bytes("r.dat", 128, 255, 0, 127);
        Assert.Equal([0, 127, -128, -1], Open("r 1 360 4\nr.dat 80\n").ReadSignal(0));
    }

    [Fact]
    public void Format_212_keeps_two_samples_in_three_bytes_and_a_last_single_one_in_two()
    {
        // 0x3E3 = 995 and 0x3F3 = 1011 as in record 100, then -1 and -2048, then 5 alone.
        _folder.Bytes("r.dat", 0xE3, 0x33, 0xF3, 0xFF, 0x8F, 0x00, 0x05, 0x00);
        Assert.Equal([995, 1011, -1, -2048, 5], Open("r 1 360 5\nr.dat 212\n").ReadSignal(0));
    }

    [Fact]
    public void Signals_of_one_file_are_interleaved_and_each_file_stands_alone()
    {
        _folder.Bytes("a.dat", 1, 0, 2, 0, 3, 0, 4, 0);
        _folder.Bytes("b.dat", 129, 130);
        WfdbRecord record = Open("r 3 100 2\na.dat 16 200 12 0 1 4 0 i\na.dat 16 200 12 0 2 6 0 ii\nb.dat 80 200 8 0 1 3 0 iii\n");
        Assert.Equal([1, 3], record.ReadSignal(0));
        Assert.Equal([2, 4], record.ReadSignal(1));
        Assert.Equal([1, 2], record.ReadSignal(2));
    }

    [Fact]
    public void Header_fields_are_read_with_the_defaults_of_the_format_where_they_are_left_out()
    {
        _folder.Bytes("r.dat", new byte[20]);
        WfdbRecord record = Open("# before\nr 2 360/360(0) 5 12:00:00 1/2/1990\nr.dat 16 1000(-5)/uV 16 7 0 0 0 lead two\nr.dat 16\n# 69 M 1085\n#Diagnose: none\n");
        Assert.Equal("r", record.Name);
        Assert.Equal(360, record.SampleRate);
        Assert.Equal(5, record.Samples);
        Assert.Equal(["before", "69 M 1085", "Diagnose: none"], record.Comments);
        WfdbSignal first = record.Signals[0];
        Assert.Equal(("lead two", 1000.0, -5, "uV", 16, 7), (first.Name, first.Gain, first.Baseline, first.Units, first.AdcResolution, first.AdcZero));
        WfdbSignal second = record.Signals[1];
        Assert.Equal(("signal 1", 200.0, 0, "mV", 12, 0), (second.Name, second.Gain, second.Baseline, second.Units, second.AdcResolution, second.AdcZero));
        Assert.Null(second.Checksum);
    }

    [Fact]
    public void Gain_0_means_200_and_without_a_baseline_the_zero_of_the_converter_is_it()
    {
        _folder.Bytes("r.dat", 0, 4, 200, 4);
        WfdbRecord record = Open("r 1 360 2\nr.dat 16 0 11 1024 1024 2248 0 MLII\n");
        Assert.Equal([0, 1], record.Signals[0].ToMillivolts(record.ReadSignal(0)));
    }

    [Fact]
    public void Microvolts_become_millivolts_and_no_voltage_is_refused()
    {
        WfdbSignal signal = new() { Name = "x", FileName = "x.dat", Format = WfdbFormat.Format16, Gain = 2, Units = "uV" };
        Assert.Equal([0.001, -0.002], signal.ToMillivolts([2, -4]));
        RecordingException refused = Assert.Throws<RecordingException>(() => (signal with { Units = "mmHg" }).ToMillivolts([1]));
        Assert.Contains("mmHg", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Missing_samples_hold_the_last_known_value_so_that_nothing_spikes()
    {
        WfdbSignal signal = new() { Name = "x", FileName = "x.dat", Format = WfdbFormat.Format212, Gain = 1 };
        Assert.Equal([3, 3, 4, 4, 5], signal.ToMillivolts([-2048, 3, 4, -2048, 5]));
    }

    [Fact]
    public void Length_left_out_of_the_header_comes_from_the_file()
    {
        _folder.Bytes("r.dat", new byte[9]);
        Assert.Equal(2, Open("r 2 360\nr.dat 16\nr.dat 16\n").Samples);
    }

    [Fact]
    public void Bytes_before_the_samples_are_passed_by()
    {
        _folder.Bytes("r.dat", 9, 9, 9, 1, 0, 2, 0);
        Assert.Equal([1, 2], Open("r 1 360 2\nr.dat 16+3\n").ReadSignal(0));
    }

    [Fact]
    public void A_path_with_its_extension_is_forgiven()
    {
        _folder.Bytes("r.dat", 1, 0);
        _folder.Text("r.hea", "r 1 360 1\nr.dat 16\n");
        Assert.Equal(1, WfdbRecord.Open(_folder["r.hea"]).Samples);
        Assert.Equal(1, WfdbRecord.Open(_folder["r.dat"]).Samples);
    }

    [Fact]
    public void What_the_writer_writes_the_reader_reads()
    {
        int[] ecg = [.. Enumerable.Range(0, 1000).Select(i => (i * 37 % 65536) - 32767)];
        int[] other = [.. ecg.Reverse()];
        WfdbWriter.Write(_folder["w1"], 125.5, [new("MLII", ecg), new("V 5", other, 1000, -3, "uV")], ["age: 69"]);
        WfdbRecord record = WfdbRecord.Open(_folder["w1"]);
        Assert.Equal(125.5, record.SampleRate);
        Assert.Equal(ecg, record.ReadSignal(0));
        Assert.Equal(other, record.ReadSignal(1));
        Assert.Equal(("V 5", 1000.0, -3, "uV"), (record.Signals[1].Name, record.Signals[1].Gain, record.Signals[1].Baseline, record.Signals[1].Units));
        Assert.Equal(["age: 69"], record.Comments);
    }

    [Fact]
    public void The_writer_refuses_what_16_bits_do_not_hold()
    {
        Assert.Throws<ArgumentException>(() => WfdbWriter.Write(_folder["w"], 125, [new("II", [32768])]));
        Assert.Throws<ArgumentException>(() => WfdbWriter.Write(_folder["w 2"], 125, [new("II", [1])]));
        Assert.False(File.Exists(_folder["w.hea"]));
    }

    private WfdbRecord Open(string header)
    {
        _folder.Text("r.hea", header);
        return WfdbRecord.Open(_folder["r"]);
    }
}
