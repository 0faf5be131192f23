using System;
using System.Linq;
using EcgChip.Device.Screens;
using EcgChip.Signal.Rhythm;

namespace EcgChip.Device.Tests.Screens;

/// <summary>Whether what is shown can be read, and told apart, by the numbers.</summary>
public sealed class LegibilityTests
{
    /// <summary>Arm's length, in millimetres.</summary>
    private const double Distance = 600;

    /// <summary>Minutes of arc of a letter that half of good eyesight (6/12) reads: twice Snellen's 5.</summary>
    private const double LeastMinutes = 10;

    /// <summary>What ISO 9241-303 asks for at least where somebody reads for long.</summary>
    private const double GlanceMinutes = 16;

    /// <summary>Contrast of text by WCAG 2, level AA.</summary>
    private const double LeastContrast = 4.5;

    /// <summary>Distance in CIELAB at which nobody takes one colour for the other: ten times what is just noticed.</summary>
    private const double LeastDifference = 23;

    [Theory]
    [InlineData(Lettering.Small, 14, LeastMinutes)]
    [InlineData(Lettering.Large, 21, GlanceMinutes)]
    [InlineData(Lettering.Number, 30, GlanceMinutes)]
    [InlineData(Lettering.BigNumber, 60, GlanceMinutes)]
    public void Letters_are_large_enough_at_arms_length(int size, int pixels, double leastMinutes)
    {
        int rows = Lettering.IsNumber(size) ? 30 : TextFont.LetterRows;
        Assert.Equal(pixels, rows * Lettering.Scale(size));
        double millimetres = pixels * PanelPitch.Micrometres / 1000.0;
        Assert.True(millimetres >= 2.1);
        Assert.InRange(Math.Atan(millimetres / Distance) * 180 / Math.PI * 60, leastMinutes, 60);
    }

    [Fact]
    public void Every_text_stands_out_from_its_ground()
    {
        (string What, ushort Colour, ushort Ground)[] texts =
        [
            .. new[] { Palette.Text, Palette.Faint, Palette.Green, Palette.Yellow, Palette.Vermillion, Palette.SkyBlue, Palette.Trace }
                .Select(colour => ("background", colour, Palette.Background)),
            .. new[] { Palette.Text, Palette.Yellow, Palette.SkyBlue }.Select(colour => ("key", colour, Palette.Key)),
            .. new[] { Palette.Green, Palette.Yellow, Palette.Vermillion, Palette.SkyBlue, Palette.Purple, Palette.Faint }
                .Select(ground => ("tile", Palette.Ink, ground)),
        ];
        Assert.All(texts, text => Assert.InRange(Contrast(text.Colour, text.Ground), LeastContrast, 21));
    }

    [Theory]
    [InlineData(Sight.Normal)]
    [InlineData(Sight.Protanopia)]
    [InlineData(Sight.Deuteranopia)]
    public void The_three_answers_and_the_trace_are_told_apart_by_any_eyes(Sight sight)
    {
        ushort[] answers = [.. Enum.GetValues<ScreeningAnswer>().Select(AnswerPicture.ColourOf)];
        Assert.Equal(3, answers.Distinct().Count());
        for (int i = 0; i < answers.Length; i++)
        {
            double difference = Difference(answers[i], answers[(i + 1) % answers.Length], sight);
            Assert.True(difference >= LeastDifference, $"Answers {i} and {(i + 1) % answers.Length}: {difference:F1}");
        }

        Assert.InRange(Difference(Palette.Trace, Palette.Background, sight), LeastDifference, 200);
        Assert.InRange(Difference(Palette.Trace, Palette.Grid, sight), LeastDifference, 200);
    }

    /// <summary>Eyes.</summary>
    public enum Sight
    {
        /// <summary>Three kinds of cones.</summary>
        Normal,

        /// <summary>Without those for long waves.</summary>
        Protanopia,

        /// <summary>Without those for middle waves.</summary>
        Deuteranopia,
    }

    private static double[] Linear(ushort colour)
    {
        double[] parts = [(colour >> 11) / 31.0, ((colour >> 5) & 63) / 63.0, (colour & 31) / 31.0];
        return [.. parts.Select(part => part <= 0.04045 ? part / 12.92 : Math.Pow((part + 0.055) / 1.055, 2.4))];
    }

    private static double Luminance(double[] rgb) => (0.2126 * rgb[0]) + (0.7152 * rgb[1]) + (0.0722 * rgb[2]);

    private static double Contrast(ushort one, ushort other)
    {
        double[] both = [Luminance(Linear(one)), Luminance(Linear(other))];
        return (both.Max() + 0.05) / (both.Min() + 0.05);
    }

    private static double Difference(ushort one, ushort other, Sight sight)
    {
        double[] a = Lab(Seen(Linear(one), sight));
        double[] b = Lab(Seen(Linear(other), sight));
        return Math.Sqrt(a.Zip(b, (x, y) => (x - y) * (x - y)).Sum());
    }

    // Vienot, Brettel, Mollon 1999, "Digital video colourmaps for checking the legibility of displays by dichromats": linear RGB.
    private static double[] Seen(double[] rgb, Sight sight) => sight switch
    {
        Sight.Protanopia => [(0.11238 * rgb[0]) + (0.88762 * rgb[1]), (0.11238 * rgb[0]) + (0.88762 * rgb[1]), (0.00401 * rgb[0]) - (0.00401 * rgb[1]) + rgb[2]],
        Sight.Deuteranopia => [(0.29275 * rgb[0]) + (0.70725 * rgb[1]), (0.29275 * rgb[0]) + (0.70725 * rgb[1]), (-0.02234 * rgb[0]) + (0.02234 * rgb[1]) + rgb[2]],
        _ => rgb,
    };

    private static double[] Lab(double[] rgb)
    {
        double x = F(((0.4124 * rgb[0]) + (0.3576 * rgb[1]) + (0.1805 * rgb[2])) / 0.9505);
        double y = F(Luminance(rgb));
        double z = F(((0.0193 * rgb[0]) + (0.1192 * rgb[1]) + (0.9505 * rgb[2])) / 1.089);
        return [(116 * y) - 16, 500 * (x - y), 200 * (y - z)];
    }

    private static double F(double t) => t > 0.008856 ? Math.Cbrt(t) : (7.787 * t) + (16.0 / 116);
}
