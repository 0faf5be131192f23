using System;
using System.Collections.Generic;
using System.Globalization;
using System.IO;

namespace EcgChip.Formats.Tests;

public sealed class RecordingCsvTests
{
    [Fact]
    public void Every_sample_is_a_line_and_beats_stand_at_their_sample()
    {
        string table = Write([0, -3, 40], 125, 5, [(2, "V", 0.97), (0, "N", null)]);
        Assert.Equal("time_s,ecg_uV,beat,confidence\r\n0.000,0,N,\r\n0.008,-15,,\r\n0.016,200,V,0.97\r\n", table);
    }

    [Fact]
    public void Where_nothing_was_measured_the_voltage_is_empty()
    {
        using System.IO.StringWriter writer = new();
        RecordingCsv.Write(writer, [1, 0, 0, 2], 125, 5, [], [(1, 2)]);
        Assert.Equal($"{RecordingCsv.Header}\r\n0.000,5,,\r\n0.008,,,\r\n0.016,,,\r\n0.024,10,,\r\n", writer.ToString());
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
            Assert.EndsWith("0.002778,2.5,N,0.5\r\n", Write([0, 1], 360, 2.5, [(1, "N", 0.5)]), StringComparison.Ordinal);
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    [Fact]
    public void A_class_with_a_comma_or_a_quote_stays_one_field() =>
        Assert.EndsWith("\"a,\"\"b\"\"\",\r\n", Write([1], 125, 5, [(0, "a,\"b\"", null)]), StringComparison.Ordinal);

    [Fact]
    public void A_beat_outside_the_recording_or_a_second_one_on_a_sample_is_refused()
    {
        Assert.Throws<ArgumentException>(() => Write([1], 125, 5, [(1, "N", null)]));
        Assert.Throws<ArgumentException>(() => Write([1], 125, 5, [(-1, "N", null)]));
        Assert.Throws<ArgumentException>(() => Write([1], 125, 5, [(0, "N", null), (0, "V", null)]));
    }

    private static string Write(int[] samples, double rate, double microvolts, IReadOnlyList<(int Sample, string Class, double? Confidence)> beats)
    {
        using StringWriter writer = new();
        RecordingCsv.Write(writer, samples, rate, microvolts, beats);
        return writer.ToString();
    }
}
