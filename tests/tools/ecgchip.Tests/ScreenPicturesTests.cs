using System;
using System.IO;
using System.Linq;
using System.Runtime.CompilerServices;
using System.Threading.Tasks;
using EcgChip.Cli.Screens;
using EcgChip.Device.Screens;
using EcgChip.Simulator.Display;
using SkiaSharp;

namespace EcgChip.Cli.Tests;

/// <summary>
/// Every screen in every language against the approved pictures. Where they differ, a picture with the approved one, the new one and the differing pixels in
/// red stands beside the test's binaries. With ECGCHIP_APPROVE_SCREENS=1 the new ones are approved; look at them.
/// </summary>
[Collection(ConsoleTests.Name)]
public sealed class ScreenPicturesTests
{
    private const string Approving = "ECGCHIP_APPROVE_SCREENS";

    private static readonly SKColor Differing = new(255, 0, 0);

    public static TheoryData<string, int> Pictures
    {
        get
        {
            TheoryData<string, int> pictures = [];
            foreach (SampleScreen sample in SampleScreen.All)
            {
                for (int language = 0; language < Language.Count; language++)
                {
                    pictures.Add(sample.Name, language);
                }
            }

            return pictures;
        }
    }

    [Theory]
    [MemberData(nameof(Pictures))]
    public void A_screen_looks_as_it_was_approved(string name, int language)
    {
        using TemporaryFolder folder = new();
        string file = $"{name}.{Language.Code(language)}.png";
        string drawn = Path.Combine(folder.Path, file);
        ScreenDrawing.Draw(
            SampleScreen.All.Single(sample => sample.Name == name), language, panel =>
            {
                Assert.Empty(panel.Faults);
                panel.SavePng(drawn);
            });
        string approved = Path.Combine(Approved(), file);
        if (Environment.GetEnvironmentVariable(Approving) == "1")
        {
            Directory.CreateDirectory(Approved());
            File.Copy(drawn, approved, overwrite: true);
        }

        Assert.True(File.Exists(approved), $"{file} was never approved: look at it, and run this test with {Approving}=1.");
        string? difference = Compare(approved, drawn, Path.Combine(AppContext.BaseDirectory, "screens", file));
        Assert.True(difference is null, $"{file} {difference} Where that is meant, run this test with {Approving}=1.");
    }

    [Fact]
    public void No_approved_picture_is_left_over() =>
        Assert.Equal(
            SampleScreen.All.SelectMany(sample => Enumerable.Range(0, Language.Count).Select(language => $"{sample.Name}.{Language.Code(language)}.png")).Order(StringComparer.Ordinal),
            Directory.GetFiles(Approved()).Select(path => Path.GetFileName(path)!).Order(StringComparer.Ordinal));

    [Fact]
    public void A_difference_is_told_with_its_place_and_shown()
    {
        using TemporaryFolder folder = new();
        string one = Path.Combine(folder.Path, "one.png");
        string other = Path.Combine(folder.Path, "other.png");
        string shown = Path.Combine(folder.Path, "difference", "shown.png");
        using SKBitmap bitmap = new(20, 10);
        Save(bitmap, one);
        bitmap.SetPixel(3, 4, Differing);
        bitmap.SetPixel(7, 5, Differing);
        Save(bitmap, other);

        Assert.Null(Compare(one, one, shown));
        Assert.False(File.Exists(shown));
        string? difference = Compare(one, other, shown);
        Assert.Contains("2 pixels differ, within 5 x 2 from 3, 4", difference, StringComparison.Ordinal);
        using SKBitmap picture = SKBitmap.Decode(shown);
        Assert.Equal((60, 10), (picture.Width, picture.Height));
        Assert.Equal(Differing, picture.GetPixel(43, 4));
    }

    [Fact]
    public async Task The_command_draws_all_screens_of_a_language_and_refuses_one_that_it_does_not_know()
    {
        using TemporaryFolder folder = new();
        Outcome outcome = await CommandLine.RunAsync(["screens", "--out", folder.Path, "--language", "fr"]);
        Assert.Equal((ExitCode.Done, ""), (outcome.ExitCode, outcome.Error));
        Assert.Equal(
            SampleScreen.All.Select(sample => $"{sample.Name}.fr.png").Order(StringComparer.Ordinal),
            Directory.GetFiles(folder.Path).Select(path => Path.GetFileName(path)!).Order(StringComparer.Ordinal));
        Assert.True(SampleScreen.All.Select(sample => sample.Id).Distinct().Count() == Enum.GetValues<ScreenId>().Length, "A screen has no sample.");

        Outcome refused = await CommandLine.RunAsync(["screens", "--out", folder.Path, "--language", "xx"]);
        Assert.Equal(ExitCode.Unusable, refused.ExitCode);
        Assert.Contains("en or fr", refused.Error, StringComparison.Ordinal);
    }

    private static string Approved([CallerFilePath] string here = "") => Path.Combine(Path.GetDirectoryName(here)!, "ApprovedScreens");

    private static void Save(SKBitmap bitmap, string path)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        using FileStream file = File.Create(path);
        bitmap.Encode(file, SKEncodedImageFormat.Png, quality: 100);
    }

    private static string? Compare(string approvedPath, string drawnPath, string differencePath)
    {
        using SKBitmap approved = SKBitmap.Decode(approvedPath);
        using SKBitmap drawn = SKBitmap.Decode(drawnPath);
        if ((approved.Width, approved.Height) != (drawn.Width, drawn.Height))
        {
            return $"is {drawn.Width} x {drawn.Height}, was {approved.Width} x {approved.Height}.";
        }

        (int X, int Y)[] differing =
        [
            .. Enumerable.Range(0, drawn.Width * drawn.Height).Select(i => (X: i % drawn.Width, Y: i / drawn.Width))
                .Where(at => approved.GetPixel(at.X, at.Y) != drawn.GetPixel(at.X, at.Y)),
        ];
        if (differing.Length == 0)
        {
            return null;
        }

        using SKBitmap picture = new(drawn.Width * 3, drawn.Height);
        using (SKCanvas canvas = new(picture))
        {
            canvas.DrawBitmap(approved, 0, 0, SKSamplingOptions.Default);
            canvas.DrawBitmap(drawn, drawn.Width, 0, SKSamplingOptions.Default);
        }

        foreach ((int x, int y) in differing)
        {
            picture.SetPixel((2 * drawn.Width) + x, y, Differing);
        }

        Save(picture, differencePath);
        int left = differing.Min(at => at.X);
        int top = differing.Min(at => at.Y);
        return $"{differing.Length} pixels differ, within {differing.Max(at => at.X) - left + 1} x {differing.Max(at => at.Y) - top + 1} from {left}, {top}: {differencePath}.";
    }
}
