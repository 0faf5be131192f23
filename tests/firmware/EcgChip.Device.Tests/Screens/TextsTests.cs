using System;
using System.Collections.Generic;
using System.Linq;
using System.Reflection;
using EcgChip.Device.Screens;

namespace EcgChip.Device.Tests.Screens;

/// <summary>The table of texts, of every language.</summary>
public sealed class TextsTests
{
    private static readonly string[] Hints =
    [
        nameof(TextId.Stop), nameof(TextId.Back), nameof(TextId.Record), nameof(TextId.Menu), nameof(TextId.Details), nameof(TextId.Next), nameof(TextId.Select),
        nameof(TextId.Change), nameof(TextId.More), nameof(TextId.Less), nameof(TextId.Settings), nameof(TextId.History), nameof(TextId.About),
        nameof(TextId.SelfTest), nameof(TextId.Patient), nameof(TextId.NewPatient), nameof(TextId.Wake), nameof(TextId.SwitchOff), nameof(TextId.Retry),
        nameof(TextId.Save), nameof(TextId.Ok), nameof(TextId.Sync), nameof(TextId.Guide), nameof(TextId.Monitor), nameof(TextId.Start), nameof(TextId.Duration),
    ];

    private static readonly Dictionary<string, int> Ids = typeof(TextId).GetFields(BindingFlags.Public | BindingFlags.Static)
        .Where(field => field.Name is not (nameof(TextId.None) or nameof(TextId.LiveEnd) or nameof(TextId.End)))
        .ToDictionary(field => field.Name, field => (int)field.GetRawConstantValue()!);

    public static TheoryData<int> Languages => new(Enumerable.Range(0, Language.Count));

    [Fact]
    public void Every_number_from_the_first_to_the_last_is_one_texts() =>
        Assert.Equal(Enumerable.Range(1, TextId.End - 1), Ids.Values.Order());

    [Theory]
    [MemberData(nameof(Languages))]
    public void A_language_has_every_text_in_characters_of_the_font(int language)
    {
        foreach ((string name, int id) in Ids)
        {
            string text = Language.TextOf(language, id);
            Assert.True(text.Length > 0, $"{Language.Code(language)} lacks {name}.");
            Assert.True(text.All(character => character == '|' || TextFont.Has(character)), $"{Language.Code(language)} {name}: \"{text}\" has what the font lacks.");
        }

        Assert.Equal("", Language.TextOf(language, TextId.None));
    }

    [Theory]
    [MemberData(nameof(Languages))]
    public void Every_hint_fits_its_key_short_and_held(int language)
    {
        string hold = Language.TextOf(language, TextId.Hold);
        foreach (string hint in Hints)
        {
            string text = Language.TextOf(language, Ids[hint]);
            Assert.True(text.Length <= Layout.HintCells, $"{Language.Code(language)} {hint}: {text}");
            Assert.True(hold.Length + 1 + text.Length <= Layout.LongHintCells, $"{Language.Code(language)} {hint}: {hold} {text}");
        }
    }

    [Theory]
    [MemberData(nameof(Languages))]
    public void Every_text_fits_its_field(int language)
    {
        foreach ((string name, int id) in Ids)
        {
            string text = Language.TextOf(language, id);
            string head = text.Split('|')[0];
            if (name.StartsWith("Signal", StringComparison.Ordinal) && name != nameof(TextId.SignalLabel))
            {
                Fits(language, name, head, Layout.TitleCells, 1);
                if (text.Contains('|', StringComparison.Ordinal))
                {
                    // beside the body, while paused, and under the trace
                    Fits(language, name, text.Split('|')[1], 11, 3);
                    Fits(language, name, text.Split('|')[1], 13, 2);
                }
            }
            else if (name.StartsWith("Title", StringComparison.Ordinal) || name is nameof(TextId.Recording) or nameof(TextId.Paused))
            {
                Fits(language, name, text, Layout.TitleCells, 1);
            }
            else if (name.StartsWith("Fault", StringComparison.Ordinal))
            {
                Fits(language, name, head, 14, 1);
                Fits(language, name, text.Split('|')[1], 17, 3);
            }
            else if (name.StartsWith("Finding", StringComparison.Ordinal))
            {
                Fits(language, name, text, 17, 1);
            }
            else if (name.StartsWith("Answer", StringComparison.Ordinal))
            {
                Fits(language, name, text, 14, 2);
            }
            else if (name.StartsWith("Test", StringComparison.Ordinal))
            {
                Fits(language, name, text, 17, 1);
            }
            else if (Fields.TryGetValue(name, out (int Cells, int Lines) field))
            {
                Fits(language, name, text, field.Cells, field.Lines);
            }
            else
            {
                Assert.Contains(name, Hints);
            }
        }
    }

    private static readonly Dictionary<string, (int Cells, int Lines)> Fields = new()
    {
        [nameof(TextId.GoesOn)] = (16, 2),
        [nameof(TextId.SideRight)] = (1, 1),
        [nameof(TextId.SideLeft)] = (1, 1),
        [nameof(TextId.Hold)] = (4, 1),
        [nameof(TextId.Ready)] = (17, 1),
        [nameof(TextId.UnplugUsb)] = (17, 2),
        [nameof(TextId.StorageFull)] = (17, 1),
        [nameof(TextId.PatientLabel)] = (7, 1),
        [nameof(TextId.LengthLabel)] = (7, 1),
        [nameof(TextId.RoomLabel)] = (10, 1),
        [nameof(TextId.TimeUnknown)] = (14, 1),
        [nameof(TextId.NoProof)] = (26, 1),
        [nameof(TextId.RepeatAdvice)] = (26, 1),
        [nameof(TextId.SignalLabel)] = (8, 1),
        [nameof(TextId.InfarctionLabel)] = (8, 1),
        [nameof(TextId.ResearchOnly)] = (13, 1),
        [nameof(TextId.PulseLabel)] = (10, 1),
        [nameof(TextId.NothingFound)] = (17, 1),
        [nameof(TextId.PleaseWait)] = (17, 2),
        [nameof(TextId.KeepNear)] = (17, 2),
        [nameof(TextId.StoredAs)] = (9, 1),
        [nameof(TextId.NotSynced)] = (17, 2),
        [nameof(TextId.NoRecordings)] = (17, 1),
        [nameof(TextId.MainsLabel)] = (8, 1),
        [nameof(TextId.LanguageLabel)] = (8, 1),
        [nameof(TextId.LanguageName)] = (8, 1),
        [nameof(TextId.BrightnessLabel)] = (8, 1),
        [nameof(TextId.ClockLabel)] = (8, 1),
        [nameof(TextId.EnterNumber)] = (17, 1),
        [nameof(TextId.NoNames)] = (17, 1),
        [nameof(TextId.Passed)] = (6, 1),
        [nameof(TextId.Failed)] = (6, 1),
        [nameof(TextId.Running)] = (6, 1),
        [nameof(TextId.ScreeningAid)] = (26, 2),
        [nameof(TextId.FirmwareLabel)] = (18, 1),
        [nameof(TextId.BedsideFigures)] = (26, 1),
        [nameof(TextId.SeedFigures)] = (26, 1),
        [nameof(TextId.InfarctionFigures)] = (26, 1),
        [nameof(TextId.TraceScale)] = (26, 1),
        [nameof(TextId.ChargeNow)] = (17, 3),
        [nameof(TextId.ClockDay)] = (5, 1),
        [nameof(TextId.ClockMonth)] = (5, 1),
        [nameof(TextId.ClockYear)] = (5, 1),
        [nameof(TextId.ClockHour)] = (5, 1),
        [nameof(TextId.ClockMinute)] = (5, 1),
    };

    // Broken between words, as the screens do.
    private static void Fits(int language, string name, string text, int cells, int lines)
    {
        int used = 1;
        int length = 0;
        foreach (string word in text.Split(' '))
        {
            int with = length == 0 ? word.Length : length + 1 + word.Length;
            if (with > cells)
            {
                used++;
                with = word.Length;
            }

            length = with;
            Assert.True(length <= cells, $"{Language.Code(language)} {name}: \"{word}\" is longer than {cells} characters.");
        }

        Assert.True(used <= lines, $"{Language.Code(language)} {name}: \"{text}\" needs {used} lines of {cells} characters, and has {lines}.");
    }
}
