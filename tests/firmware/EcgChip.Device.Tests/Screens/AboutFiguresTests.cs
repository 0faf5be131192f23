using System;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Text.RegularExpressions;
using EcgChip.Device.Screens;
using EcgChip.Models.Infarction;
using EcgChip.Testing;

namespace EcgChip.Device.Tests.Screens;

/// <summary>What the device says of its models is what stands in their generated files.</summary>
public sealed partial class AboutFiguresTests
{
    public static TheoryData<int> Languages => [Language.English, Language.French];

    [Theory]
    [MemberData(nameof(Languages))]
    public void The_bedside_networks_figures_are_those_of_class_v_on_patients_that_it_never_saw(int language)
    {
        Match figures = VentricularFigures().Match(Head("Bedside"));
        Assert.True(figures.Success);
        Assert.Equal([Percent(figures.Groups[1]), Percent(figures.Groups[2])], Numbers(language, TextId.BedsideFigures));
    }

    [Theory]
    [MemberData(nameof(Languages))]
    public void The_seed_networks_figure_is_its_accuracy_on_the_balanced_lists_test_beats(int language)
    {
        Match figures = SeedAccuracy().Match(Head("Seed"));
        Assert.True(figures.Success);
        Assert.Equal([Percent(figures.Groups[1])], Numbers(language, TextId.SeedFigures));
    }

    [Theory]
    [MemberData(nameof(Languages))]
    public void The_infarction_heads_figure_is_the_number_of_its_patients(int language) =>
        Assert.Equal([new InfarctionModel().PatientsTrained], Numbers(language, TextId.InfarctionFigures));

    [GeneratedRegex(@"int8 S: .*; V: Se ([\d.]+) %, \+P ([\d.]+) %")]
    private static partial Regex VentricularFigures();

    [GeneratedRegex(@"test beats: .*int8 ([\d.]+) %;")]
    private static partial Regex SeedAccuracy();

    private static string Head(string model) =>
        File.ReadAllText(Path.Combine(SharedData.RepositoryRoot, "firmware", $"EcgChip.Models.{model}", $"{model}Model.g.cs")).Split("</auto-generated>")[0];

    private static int Percent(Group figure) => (int)Math.Round(double.Parse(figure.ValueSpan, CultureInfo.InvariantCulture));

    private static int[] Numbers(int language, int text) =>
        [.. Regex.Matches(Language.TextOf(language, text), @"\d+").Select(number => int.Parse(number.ValueSpan, CultureInfo.InvariantCulture))];
}
