using System;
using System.IO;
using System.Linq;
using CsCheck;
using EcgChip.Formats.Wfdb;

namespace EcgChip.Formats.Tests.Wfdb;

public sealed class WfdbAnnotationsTests : IDisposable
{
    private static readonly Gen<WfdbAnnotation> AnyAnnotation = Gen.Select(
        Gen.OneOf(Gen.Int[0, 3000], Gen.Int[0, int.MaxValue]),
        Gen.Int[1, WfdbAnnotationCodes.Largest],
        Gen.Int[-128, 127],
        Gen.Int[0, 255],
        Gen.Int[-128, 127],
        Gen.Char['\u0001', 'ÿ'].Array[0, 255].Select(letters => new string(letters)),
        (sample, code, subtype, channel, number, aux) => new WfdbAnnotation(sample, code, subtype, channel, number, aux));

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Words_of_the_format_are_read_as_it_says()
    {
        // By hand: N at +18; V at +1000 with subtype -1, channel 1, number 2 and text "(N"; after a skip of 65536 + 2 an A, one sample on.
        _folder.Bytes(
            "r.atr",
            18, 1 << 2,
            0xE8, (5 << 2) | 3,
            0xFF, (61 << 2) | 3,
            1, 62 << 2,
            2, 60 << 2,
            3, 63 << 2, (byte)'(', (byte)'N', 0, 0,
            0, 59 << 2, 1, 0, 2, 0,
            1, 8 << 2,
            0, 0);
        Assert.Equal(
            [new(18, 1), new(1018, 5, -1, 1, 2, "(N"), new(66557, 8, 0, 1, 2)],
            WfdbAnnotations.Read(_folder["r.atr"]));
    }

    [Fact]
    public void What_is_written_is_read_back_in_order_of_samples() =>
        AnyAnnotation.Array[0, 20].Sample(
            annotations =>
            {
                WfdbAnnotations.Write(_folder["r.ecg"], annotations);
                Assert.Equal(annotations.OrderBy(annotation => annotation.Sample), WfdbAnnotations.Read(_folder["r.ecg"]));
            },
            iter: 300,
            threads: 1);

    [Theory]
    [InlineData(1023, 6)]
    [InlineData(1024, 12)]
    [InlineData(65536, 12)]
    public void A_distance_that_ten_bits_do_not_hold_takes_a_skip(int distance, int bytes)
    {
        WfdbAnnotations.Write(_folder["r.ecg"], [new(0, 1), new(distance, 1)]);
        Assert.Equal(distance, WfdbAnnotations.Read(_folder["r.ecg"])[1].Sample);
        Assert.Equal(bytes, new FileInfo(_folder["r.ecg"]).Length);
    }

    [Fact]
    public void Whatever_stands_in_a_file_only_the_one_kind_of_error_comes_out() =>
        Gen.Byte.Array[0, 60].Sample(
            bytes =>
            {
                _folder.Bytes("r.atr", bytes);
                try
                {
                    WfdbAnnotations.Read(_folder["r.atr"]);
                }
                catch (RecordingException refused)
                {
                    Assert.NotEmpty(refused.Message);
                }
            },
            iter: 1000,
            threads: 1);

    [Fact]
    public void A_cut_off_file_is_refused_wherever_it_is_cut()
    {
        WfdbAnnotations.Write(_folder["r.atr"], [new(18, 28, Aux: "(N"), new(77, 1), new(370, 1), new(70000, 5)]);
        byte[] whole = File.ReadAllBytes(_folder["r.atr"]);
        for (int length = 0; length < whole.Length; length++)
        {
            _folder.Bytes("r.atr", whole[..length]);
            Assert.Throws<RecordingException>(() => WfdbAnnotations.Read(_folder["r.atr"]));
        }
    }

    [Fact]
    public void Missing_annotations_are_said_to_be_missing() =>
        Assert.Contains("r.atr", Assert.Throws<RecordingException>(() => WfdbAnnotations.Read(_folder["r.atr"])).Message, StringComparison.Ordinal);

    [Fact]
    public void An_annotation_that_the_format_cannot_hold_is_refused()
    {
        Assert.Throws<ArgumentException>(() => WfdbAnnotations.Write(_folder["r.ecg"], [new(-1, 1)]));
        Assert.Throws<ArgumentException>(() => WfdbAnnotations.Write(_folder["r.ecg"], [new(1, 50)]));
        Assert.Throws<ArgumentException>(() => WfdbAnnotations.Write(_folder["r.ecg"], [new(1, 0)]));
        Assert.Throws<ArgumentException>(() => WfdbAnnotations.Write(_folder["r.ecg"], [new(1, 1, Subtype: 200)]));
        Assert.Throws<ArgumentException>(() => WfdbAnnotations.Write(_folder["r.ecg"], [new(1, 1, Aux: new string('x', 256))]));
    }

    [Theory]
    [InlineData("NLRejBn", AamiClass.N)]
    [InlineData("AaJS", AamiClass.S)]
    [InlineData("VEr", AamiClass.V)]
    [InlineData("F", AamiClass.F)]
    [InlineData("/fQ?", AamiClass.Q)]
    public void Beat_symbols_belong_to_the_classes_of_EC57(string symbols, AamiClass expected)
    {
        foreach (char symbol in symbols)
        {
            Assert.True(WfdbAnnotation.At(0, symbol).TryGetClass(out AamiClass beatClass));
            Assert.Equal(expected, beatClass);
        }
    }

    [Fact]
    public void Marks_that_are_no_beats_have_no_class()
    {
        foreach (char symbol in "+~|!\"x[]()=pt^su*DT@ \0")
        {
            Assert.False(AamiClasses.TryFromSymbol(symbol, out _));
        }
    }

    [Fact]
    public void Every_class_is_written_as_a_symbol_that_is_read_as_that_class()
    {
        foreach (AamiClass beatClass in Enum.GetValues<AamiClass>())
        {
            Assert.True(AamiClasses.TryFromSymbol(beatClass.ToSymbol(), out AamiClass read));
            Assert.Equal(beatClass, read);
        }
    }
}
