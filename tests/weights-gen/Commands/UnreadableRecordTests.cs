using System;
using System.Globalization;
using System.IO;
using System.Linq;
using EcgChip.Formats.Wfdb;
using EcgChip.WeightsGen.Commands;

namespace EcgChip.WeightsGen.Tests.Commands;

/// <summary>Forty-eight short records, one of which cannot be used: the program says which and why, and leaves nothing behind.</summary>
public sealed class UnreadableRecordTests : IDisposable
{
    private const int Records = 48;
    private const string Broken = "117";
    private const double Rate = 360;
    private readonly WeightsGenProcess _program = new();

    public UnreadableRecordTests()
    {
        Directory.CreateDirectory(Folder);
        int[] samples = [.. Enumerable.Range(0, (int)(2 * Rate)).Select(i => i % 300 == 150 ? 200 : i % 7)];
        for (int i = 0; i < Records; i++)
        {
            string record = Path.Combine(Folder, (100 + i).ToString(CultureInfo.InvariantCulture));
            WfdbWriter.Write(record, Rate, [new WfdbSignalData("MLII", samples)]);
            WfdbAnnotations.Write(record + ".atr", [new WfdbAnnotation(150, 1), new WfdbAnnotation(450, 1)]);
        }
    }

    private string Folder => Path.Combine(_program.Data, "recordings", "mitdb");

    [Theory]
    [InlineData(".dat", "117.dat does not exist")]
    [InlineData(".hea", "117.hea does not exist")]
    [InlineData(".atr", "holds 47 of the 48 records")]
    public void A_file_that_is_missing_is_named(string extension, string expected)
    {
        File.Delete(Of(extension));
        AssertRefused(expected);
    }

    [Theory]
    [InlineData(".dat", "117.dat is cut off: it holds 360 of the 720 samples")]
    [InlineData(".atr", "117.atr is cut off")]
    public void A_file_that_is_cut_off_is_named(string extension, string expected)
    {
        byte[] bytes = File.ReadAllBytes(Of(extension));
        File.WriteAllBytes(Of(extension), bytes[..(bytes.Length / 2)]);
        AssertRefused(expected);
    }

    [Fact]
    public void A_header_that_lacks_its_signals_is_named()
    {
        File.WriteAllLines(Of(".hea"), File.ReadLines(Of(".hea")).Take(1).ToArray());
        AssertRefused("117.hea is no usable WFDB header: it says 1 signals and describes 0");
    }

    [Fact]
    public void A_format_that_is_not_known_is_named()
    {
        File.WriteAllText(Of(".hea"), File.ReadAllText(Of(".hea")).Replace("117.dat 16 ", "117.dat 310 ", StringComparison.Ordinal));
        AssertRefused("WFDB format 310");
    }

    [Fact]
    public void Samples_that_are_damaged_are_found_by_their_checksum()
    {
        byte[] bytes = File.ReadAllBytes(Of(".dat"));
        bytes[100] ^= 1;
        File.WriteAllBytes(Of(".dat"), bytes);
        AssertRefused("is damaged");
    }

    public void Dispose() => _program.Dispose();

    private string Of(string extension) => Path.Combine(Folder, Broken + extension);

    private void AssertRefused(string expected)
    {
        (int code, string output, string errors) = _program.Run("train", "seed", "--data", Path.GetDirectoryName(Folder)!, "--split", "patient");

        Assert.Equal(ExitCode.Unusable, code);
        Assert.Equal(string.Empty, output);
        Assert.Contains(expected, Assert.Single(errors.TrimEnd().Split('\n')), StringComparison.Ordinal);
        Assert.Empty(_program.Files);
    }
}
