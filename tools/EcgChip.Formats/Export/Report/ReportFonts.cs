using System;
using System.IO;
using SkiaSharp;

namespace EcgChip.Formats.Export.Report;

/// <summary>The fonts that come with the program: Noto Sans, under the SIL Open Font License (Fonts/OFL.txt).</summary>
internal static class ReportFonts
{
    private static readonly Lazy<SKTypeface> RegularFace = new(() => Load("NotoSans-Regular.ttf"));
    private static readonly Lazy<SKTypeface> BoldFace = new(() => Load("NotoSans-Bold.ttf"));

    /// <summary>A font of so many millimetres.</summary>
    public static SKFont Of(float size, bool bold) => new((bold ? BoldFace : RegularFace).Value, size)
    {
        // Sizes are millimetres: rounded to whole pixels of a screen, letters would stand anywhere.
        Hinting = SKFontHinting.None,
        LinearMetrics = true,
        Subpixel = true,
    };

    private static SKTypeface Load(string name)
    {
        using Stream stream = typeof(ReportFonts).Assembly.GetManifestResourceStream(name)
            ?? throw new InvalidOperationException($"The program was built without its font {name}.");
        using SKData data = SKData.Create(stream);
        return SKTypeface.FromData(data) ?? throw new InvalidOperationException($"The program's font {name} cannot be read.");
    }
}
