using System;
using System.IO;
using SkiaSharp;

namespace EcgChip.Simulator.Display;

/// <summary>Pictures of what a panel shows.</summary>
public static class PanelPicture
{
    private const int RedBits = 5;
    private const int GreenBits = 6;
    private const int BlueBits = 5;

    /// <summary>Writes what the panel shows to a PNG file; its folder is made when it is missing.</summary>
    /// <param name="panel">The panel.</param>
    /// <param name="path">File name.</param>
    /// <param name="scale">Pixels of the picture across each pixel of the panel.</param>
    public static void SavePng(this Ili9341Panel panel, string path, int scale = 1)
    {
        ArgumentNullException.ThrowIfNull(panel);
        ArgumentOutOfRangeException.ThrowIfLessThan(scale, 1);
        using SKBitmap bitmap = new(Ili9341Panel.Width * scale, Ili9341Panel.Height * scale);
        SKColor[] pixels = new SKColor[bitmap.Width * bitmap.Height];
        for (int i = 0; i < pixels.Length; i++)
        {
            pixels[i] = Colour(panel.Pixel(i % bitmap.Width / scale, i / bitmap.Width / scale));
        }

        bitmap.Pixels = pixels;
        string full = Path.GetFullPath(path);
        Directory.CreateDirectory(Path.GetDirectoryName(full)!);
        using FileStream file = File.Create(full);
        bitmap.Encode(file, SKEncodedImageFormat.Png, quality: 100);
    }

    private static SKColor Colour(ushort rgb565) => new(
        Widen(rgb565 >> (GreenBits + BlueBits), RedBits),
        Widen((rgb565 >> BlueBits) & ((1 << GreenBits) - 1), GreenBits),
        Widen(rgb565 & ((1 << BlueBits) - 1), BlueBits));

    private static byte Widen(int value, int bits) => (byte)(value * byte.MaxValue / ((1 << bits) - 1));
}
