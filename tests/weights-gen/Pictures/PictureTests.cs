using System;
using System.Globalization;
using System.Linq;
using System.Xml.Linq;
using CsCheck;
using EcgChip.WeightsGen.Map;
using EcgChip.WeightsGen.Pictures;
using SkiaSharp;

namespace EcgChip.WeightsGen.Tests.Pictures;

public sealed class PictureTests
{
    // Web Content Accessibility Guidelines 2.2, criterion 1.4.3.
    private const double LeastContrastOfWords = 4.5;

    [Fact]
    public void Svg_is_well_formed_whatever_the_words()
    {
        Gen.String[Gen.Char[' ', '~'], 0, 20].Sample(words =>
        {
            Picture picture = new(100, 50, words);
            picture.Text(Ink.Text, words, 1, 2, TextAnchor.Middle, 9);
            picture.Line(Ink.Grid, 0.5, [new(0, 0), new(1.23456, -7)], 3, 2);
            foreach (MarkerShape shape in Enum.GetValues<MarkerShape>())
                picture.Markers(Palette.OfClass((int)shape), shape, [new(3, 4), new(5, 6)], 4, 0.5);

            XElement svg = XElement.Parse(SvgPicture.Document(picture), LoadOptions.PreserveWhitespace);

            Assert.Equal(words, svg.Elements().First(element => element.Name.LocalName == "title").Value);
            Assert.Equal(words, svg.Elements().First(element => element.Name.LocalName == "text").Value);
            Assert.Equal(1 + Enum.GetValues<MarkerShape>().Length, svg.Elements().Count(element => element.Name.LocalName == "path"));
        });
    }

    [Fact]
    public void A_marker_s_colour_is_where_its_point_is_in_png()
    {
        foreach (MarkerShape shape in Enum.GetValues<MarkerShape>())
        {
            Picture picture = new(40, 20, "one");
            picture.Markers(Palette.OfClass((int)shape), shape, [new(30, 10)], 8);

            using SKBitmap png = SKBitmap.Decode(PngPicture.Encode(picture, scale: 3));

            Assert.Equal((120, 60), (png.Width, png.Height));
            Assert.Equal(SKColor.Parse(Palette.Light(Palette.OfClass((int)shape))), png.GetPixel(90, 30));
            Assert.Equal(SKColor.Parse(Palette.LightPaper), png.GetPixel(30, 30));
        }
    }

    [Theory]
    [InlineData(Ink.Text)]
    [InlineData(Ink.Faint)]
    public void Words_stand_out_from_light_and_dark_paper(Ink ink)
    {
        string css = Palette.Css(":root");
        string[] colours = [.. css.Split($"--{Palette.Name(ink)}:").Skip(1).Select(rest => rest[..7]).Take(2)];

        Assert.True(Contrast(colours[0], Palette.LightPaper) >= LeastContrastOfWords, colours[0]);
        Assert.True(Contrast(colours[1], Palette.DarkPaper) >= LeastContrastOfWords, colours[1]);
    }

    [Fact]
    public void Classes_differ_in_shape_and_in_line()
    {
        int[] classes = [0, 1, 2, 3, 4];

        Assert.Equal(5, classes.Select(i => string.Join(' ', Markers.Corners((MarkerShape)i, 4))).Distinct().Count());
        Assert.Equal(5, classes.Select(i => string.Join(' ', ClassLooks.Dash(i))).Distinct().Count());
        Assert.Equal(5, classes.Select(i => Palette.Light(Palette.OfClass(i))).Distinct().Count());
    }

    [Fact]
    public void Marks_are_round_few_and_around_all_values()
    {
        Gen.Select(Gen.Double[-1000, 1000], Gen.Double[1e-3, 1000], Gen.Int[2, 10]).Sample((least, span, steps) =>
        {
            double[] marks = Marks.Over(least, least + span, steps);

            Assert.True(marks[0] <= least + 1e-6 && marks[^1] >= least + span - 1e-6);
            Assert.InRange(marks.Length, 2, steps + 2);
            double step = marks[1] - marks[0];
            string digits = step.ToString("E6", CultureInfo.InvariantCulture);
            Assert.Contains(digits[..8], (string[])["1.000000", "2.000000", "5.000000"]);
        });
    }

    [Fact]
    public void A_curve_is_cut_off_at_the_edge_of_its_area()
    {
        Picture picture = new(100, 100, "cut");
        Plot plot = new(picture, 0, 0, 100, 100) { Across = (0, 10), Up = (0, 10) };

        plot.Curve(Ink.Text, [(-5, 5), (5, 5), (5, 20), (8, 20), (8, 5)]);

        LinePart[] lines = [.. picture.Parts.OfType<LinePart>()];
        Assert.Equal(2, lines.Length);
        Assert.Equal([new PicturePoint(0, 50), new PicturePoint(50, 50), new PicturePoint(50, 0)], lines[0].Points);
        Assert.Equal([new PicturePoint(80, 0), new PicturePoint(80, 50)], lines[1].Points);
    }

    [Fact]
    public void A_map_has_every_point_inside_its_frame_in_its_class_s_ink()
    {
        TsneLayout layout = new([0, 100, 50, 3], [-7, 0, 4, 2], 3, 1);
        LabelledVectors points = new([[0], [0], [0], [0]], [0, 1, 1, 0], ["healthy", "infarction"]);

        Picture picture = MapPicture.Draw(layout, points, "map");

        MarkersPart[] markers = [.. picture.Parts.OfType<MarkersPart>().Take(2)];
        Assert.Equal([Ink.Class1, Ink.Class2], markers.Select(part => part.Ink).Order());
        Assert.All(markers.SelectMany(part => part.Points), point => Assert.True(point.X is >= 10 and <= 470 && point.Y is >= 10 and <= 470, point.ToString()));
        Assert.Contains(picture.Parts.OfType<TextPart>(), text => text.Words == "infarction 2");
    }

    private static double Contrast(string one, string other)
    {
        double[] both = [Luminance(one), Luminance(other)];
        return (both.Max() + 0.05) / (both.Min() + 0.05);
    }

    private static double Luminance(string colour)
    {
        SKColor known = SKColor.Parse(colour);
        double Linear(byte value) => value / 255.0 <= 0.04045 ? value / 255.0 / 12.92 : Math.Pow(((value / 255.0) + 0.055) / 1.055, 2.4);
        return (0.2126 * Linear(known.Red)) + (0.7152 * Linear(known.Green)) + (0.0722 * Linear(known.Blue));
    }
}
