using System;
using System.Collections.Generic;
using System.Linq;
using System.Text;

namespace EcgChip.WeightsGen.Pictures;

/// <summary>
/// Colours of inks. Those of the classes are Okabe and Ito's (2008, "Color Universal Design"), which people with any common colour blindness tell apart,
/// lighter on a dark screen; no class is told by its colour alone.
/// </summary>
public static class Palette
{
    /// <summary>Paper that pictures are drawn on, light.</summary>
    public const string LightPaper = "#ffffff";

    /// <summary>What pictures are drawn on, dark.</summary>
    public const string DarkPaper = "#16181c";

    private static readonly Dictionary<Ink, (string Light, string Dark)> s_colours = new()
    {
        [Ink.Class1] = ("#0072b2", "#56b4e9"),
        [Ink.Class2] = ("#e69f00", "#f0b73c"),
        [Ink.Class3] = ("#d55e00", "#ff7a2f"),
        [Ink.Class4] = ("#009e73", "#2cc69a"),
        [Ink.Class5] = ("#b8528f", "#e59ac6"),
        [Ink.Text] = ("#1d2126", "#e8e9ea"),
        [Ink.Faint] = ("#5c636b", "#a3a9b0"),
        [Ink.Grid] = ("#d9dde1", "#363b42"),
        [Ink.Millimetres] = ("#f6d9d9", "#3a2729"),
        [Ink.FiveMillimetres] = ("#e8aeae", "#6a3b3f"),
        [Ink.Mark] = ("#fff0b8", "#4a4110"),
    };

    /// <summary>An ink's colour on paper, as #rrggbb.</summary>
    public static string Light(Ink ink) => s_colours[ink].Light;

    /// <summary>The ink of a class.</summary>
    public static Ink OfClass(int index)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(index, (int)Ink.Class5);
        return (Ink)index;
    }

    /// <summary>
    /// Style sheet of SVG pictures: class l is a line, f an area, t words, and one class an ink. What is printed is light.
    /// </summary>
    /// <param name="root">Selector of what the colours are set on.</param>
    public static string Css(string root)
    {
        StringBuilder css = new();
        css.Append(root).Append('{').Append(Variables(colours => colours.Light)).Append("}\n");
        css.Append("@media screen and (prefers-color-scheme:dark){").Append(root).Append('{').Append(Variables(colours => colours.Dark)).Append("}}\n");
        foreach (Ink ink in s_colours.Keys)
            css.Append('.').Append(Name(ink)).Append("{--ink:var(--").Append(Name(ink)).Append(")}");
        css.Append("\n.l{fill:none;stroke:var(--ink)}.f{fill:var(--ink)}.t{fill:var(--ink);font:12px system-ui,sans-serif}\n");
        return css.ToString();
    }

    /// <summary>Name of an ink in style sheets.</summary>
    public static string Name(Ink ink) => "i-" + ink.ToString().ToLowerInvariant();

    private static string Variables(Func<(string Light, string Dark), string> choose) =>
        string.Join(';', s_colours.Select(pair => $"--{Name(pair.Key)}:{choose(pair.Value)}"));
}
