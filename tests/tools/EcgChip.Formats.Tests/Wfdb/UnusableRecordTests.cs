using System;
using System.IO;
using System.Linq;
using System.Text;
using CsCheck;
using EcgChip.Formats.Wfdb;

namespace EcgChip.Formats.Tests.Wfdb;

public sealed class UnusableRecordTests : IDisposable
{
    private const string Good = "r 2 360 4\nr.dat 212 200 11 1024 995 -22131 0 MLII\nr.dat 212 200 11 1024 1011 20052 0 V5\n# 69 M\n";

    private static readonly string[] Tokens =
    [
        "r", "r.dat", "16", "212", "2", "0", "-1", "360", "1e308", "1e-320", "999999999", "2147483647", "16+2147483647",
        "200(", "200()/", "/", "#", "\n", "\0", "x", "80x1:0+5", "∞", "-0",
    ];

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("", "empty")]
    [InlineData("# only a comment\n", "empty")]
    [InlineData("r\n", "no number of signals")]
    [InlineData("r two 360 4\n", "\"two\" is no whole number")]
    [InlineData("r 0 360 4\n", "0 signals")]
    [InlineData("r -1 360 4\n", "-1 signals")]
    [InlineData("r 2 360 4\nr.dat 16\n", "says 2 signals and describes 1")]
    [InlineData("r 1 360 4\nr.dat 16\nr.dat 16\n", "says 1 signals and describes 2")]
    [InlineData("r 1 fast 4\nr.dat 16\n", "sampling frequency \"fast\"")]
    [InlineData("r 1 0 4\nr.dat 16\n", "not above 0")]
    [InlineData("r 1 -360 4\nr.dat 16\n", "not above 0")]
    [InlineData("r 1 NaN 4\nr.dat 16\n", "no number")]
    [InlineData("r 1 360 many\nr.dat 16\n", "number of samples \"many\"")]
    [InlineData("r 1 360 -4\nr.dat 16\n", "below 0")]
    [InlineData("r 1 360 99999999999\nr.dat 16\n", "no whole number")]
    [InlineData("r 1 360 4\nr.dat\n", "no storage format")]
    [InlineData("r 1 360 4\nr.dat x\n", "no whole number")]
    [InlineData("r 1 360 4\nr.dat 16 high\n", "gain \"high\"")]
    [InlineData("r 1 360 4\nr.dat 16 200 12 zero\n", "ADC zero")]
    [InlineData("r 1 360 4\n../r.dat 16\n", "no file beside the header")]
    [InlineData("r 1 360 4\n/etc/hostname 16\n", "no file beside the header")]
    [InlineData("r 1 360 4\n- 16\n", "no file beside the header")]
    [InlineData("r 2 360 4\nr.dat 16\nr.dat 212\n", "two storage formats")]
    [InlineData("r 3 360 4\nr.dat 16\ns.dat 16\nr.dat 16\n", "do not stand together")]
    [InlineData("r/2 2 360 8\nr1 4\nr2 4\n", "multi-segment")]
    [InlineData("r 1 360 4\nr.dat 8\n", "format 8,")]
    [InlineData("r 1 360 4\nr.dat 310\n", "format 310,")]
    [InlineData("r 1 360 4\nr.dat 311\n", "format 311,")]
    [InlineData("r 1 360 4\nr.dat 24\n", "format 24,")]
    [InlineData("r 1 360 4\nr.dat 32\n", "format 32,")]
    [InlineData("r 1 360 4\nr.dat 212x2\n", "several samples per frame")]
    [InlineData("r 1 360 4\nr.dat 212:3\n", "skewed")]
    [InlineData("r 1 360 4\nr.dat 16+-3\n", "byte offset")]
    public void An_unusable_header_is_refused_by_name(string header, string because)
    {
        _folder.Bytes("r.dat", new byte[1000]);
        _folder.Bytes("s.dat", new byte[1000]);
        Refused(header, because);
    }

    [Fact]
    public void A_record_that_is_not_there_is_said_to_be_missing()
    {
        RecordingException refused = Assert.Throws<RecordingException>(() => WfdbRecord.Open(_folder["999"]));
        Assert.Contains("no record", refused.Message, StringComparison.Ordinal);
        Assert.Contains("999.hea", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Missing_samples_file_is_said_to_be_missing() => Refused(Good, "r.dat does not exist");

    [Fact]
    public void A_truncated_file_is_refused_with_how_many_of_how_many_samples_it_holds()
    {
        _folder.Bytes("r.dat", new byte[11]);
        Refused(Good, "holds 3 of the 4 samples");
    }

    [Fact]
    public void A_record_of_no_samples_is_refused()
    {
        _folder.Bytes("r.dat");
        Refused("r 1 360\nr.dat 16\n", "holds no samples");
    }

    [Fact]
    public void A_folder_in_the_place_of_the_header_or_the_samples_is_refused()
    {
        Directory.CreateDirectory(_folder["d.hea"]);
        Assert.Throws<RecordingException>(() => WfdbRecord.Open(_folder["d"]));
        Directory.CreateDirectory(_folder["r.dat"]);
        Refused(Good, "does not exist");
    }

    [Fact]
    public void A_flipped_bit_breaks_the_checksum_and_is_refused()
    {
        WfdbWriter.Write(_folder["w"], 360, [new("MLII", [1, 2, 3]), new("V5", [4, 5, 6])]);
        byte[] bytes = File.ReadAllBytes(_folder["w.dat"]);
        bytes[2] ^= 1;
        File.WriteAllBytes(_folder["w.dat"], bytes);
        WfdbRecord record = WfdbRecord.Open(_folder["w"]);
        Assert.Equal([1, 2, 3], record.ReadSignal(0));
        RecordingException refused = Assert.Throws<RecordingException>(() => record.ReadSignal(1));
        Assert.Contains("V5", refused.Message, StringComparison.Ordinal);
        Assert.Contains("damaged", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_missing_sample_may_be_summed_as_stored_or_as_minus_32768()
    {
        _folder.Bytes("r.dat", 0x00, 0x18, 0x00);
        _folder.Text("r.hea", "r 1 360 2\nr.dat 212 200 12 0 0 -1792 0 x\n");
        Assert.Equal([-2048, 256], WfdbRecord.Open(_folder["r"]).ReadSignal(0));
        _folder.Text("r.hea", "r 1 360 2\nr.dat 212 200 12 0 0 -32512 0 x\n");
        Assert.Equal([-2048, 256], WfdbRecord.Open(_folder["r"]).ReadSignal(0));
    }

    [Fact]
    public void Whatever_stands_in_a_header_only_the_one_kind_of_error_comes_out()
    {
        _folder.Bytes("r.dat", new byte[64]);
        Gen<string> shuffled = Gen.Int[0, Tokens.Length - 1].Select(i => Tokens[i]).Array[1, 30].Select(tokens => string.Join(' ', tokens));
        Gen<string> garbage = Gen.Byte.Array[0, 60].Select(Encoding.Latin1.GetString);
        Gen<string> mutated = Gen.Select(Gen.Int[0, Good.Length - 1], Gen.Char, Gen.Int[0, Good.Length]).Select(
            (at, letter, end) => (Good[..at] + letter + Good[(at + 1)..])[..end]);
        Gen.OneOf(shuffled, garbage, mutated).Sample(OpensOrIsRefused, iter: 1000, threads: 1);
    }

    private void OpensOrIsRefused(string header)
    {
        _folder.Text("r.hea", header);
        try
        {
            WfdbRecord record = WfdbRecord.Open(_folder["r"]);
            foreach (int index in Enumerable.Range(0, record.Signals.Count))
            {
                record.Signals[index].ToMillivolts(record.ReadSignal(index));
            }
        }
        catch (RecordingException refused)
        {
            Assert.DoesNotContain('\n', refused.Message.TrimEnd());
        }
    }

    private void Refused(string header, string because)
    {
        _folder.Text("r.hea", header);
        RecordingException refused = Assert.Throws<RecordingException>(() => WfdbRecord.Open(_folder["r"]));
        Assert.Contains(because, refused.Message, StringComparison.Ordinal);
        Assert.EndsWith(".", refused.Message, StringComparison.Ordinal);
    }
}
