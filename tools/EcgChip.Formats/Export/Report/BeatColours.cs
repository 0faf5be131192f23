using EcgChip.Formats.Recordings;
using SkiaSharp;

namespace EcgChip.Formats.Export.Report;

/// <summary>Which colour a beat's mark has: ectopic ones stand out, and each class has its letter besides.</summary>
internal static class BeatColours
{
    private static readonly SKColor Supraventricular = new(0x8A, 0x4B, 0x00);
    private static readonly SKColor Fusion = new(0x7A, 0x2E, 0x8C);
    private static readonly SKColor Paced = new(0x1F, 0x5F, 0xA8);

    /// <summary>The colour of a beat.</summary>
    public static SKColor Of(StoredBeat beat) => beat.Class switch
    {
        AamiClass.N => ReportPen.Grey,
        AamiClass.S => Supraventricular,
        AamiClass.V => ReportPen.Alarm,
        AamiClass.F => Fusion,
        AamiClass.Q => Paced,
        _ => ReportPen.Grey,
    };
}
