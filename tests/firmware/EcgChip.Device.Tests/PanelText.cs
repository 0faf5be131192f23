using System;
using System.Collections.Generic;
using System.Linq;
using System.Text;
using EcgChip.Simulator.Display;

namespace EcgChip.Device.Tests;

/// <summary>
/// Reads text off the panel: letters of 5 x 7 dots, each dot 2 x 2 pixels with its corners perhaps rounded off or filled in, in cells of 6 dots. The
/// letters are written down here as pictures, so that a letter that a person could not read is not read here either.
/// </summary>
internal static class PanelText
{
    private const int Across = 5;
    private const int Down = 7;
    private const int Cell = 12;
    private const int Scale = 2;
    private const int LargeCell = 18;
    private const int LargeScale = 3;

    private static readonly Dictionary<string, char> Letters = new()
    {
        ["..................................."] = ' ',
        ["..#....#....#....#....#.........#.."] = '!',
        ["......#.#.##########.###...#......."] = '#',
        ["##..###..#...#...#...#...#..###..##"] = '%',
        ["..#....#...#......................."] = '\'',
        ["...#...#...#....#....#.....#.....#."] = '(',
        [".#.....#.....#....#....#...#...#..."] = ')',
        [".......#....#..#####..#....#......."] = '+',
        ["......................##...#...#..."] = ',',
        ["...............#####..............."] = '-',
        ["..........................##...##.."] = '.',
        ["....#....#...#...#...#...#....#...."] = '/',
        [".###.#...##..###.#.###..##...#.###."] = '0',
        ["..#...##....#....#....#....#...###."] = '1',
        [".###.#...#....#...#...#...#...#####"] = '2',
        ["#####...#...#.....#.....##...#.###."] = '3',
        ["...#...##..#.#.#..#.#####...#....#."] = '4',
        ["######....####.....#....##...#.###."] = '5',
        ["..##..#...#....####.#...##...#.###."] = '6',
        ["#####....#...#...#....#....#....#.."] = '7',
        [".###.#...##...#.###.#...##...#.###."] = '8',
        [".###.#...##...#.####....#...#..##.."] = '9',
        ["......##...##........##...##......."] = ':',
        [".###.#...#....#...#...#.........#.."] = '?',
        [".###.#...##...#######...##...##...#"] = 'A',
        ["####.#...##...#####.#...##...#####."] = 'B',
        [".###.#...##....#....#....#...#.###."] = 'C',
        ["####.#...##...##...##...##...#####."] = 'D',
        ["######....#....####.#....#....#####"] = 'E',
        ["######....#....####.#....#....#...."] = 'F',
        [".###.#...##....#.####...##...#.###."] = 'G',
        ["#...##...##...#######...##...##...#"] = 'H',
        [".###...#....#....#....#....#...###."] = 'I',
        ["..###...#....#....#....#.#..#..##.."] = 'J',
        ["#...##..#.#.#..##...#.#..#..#.#...#"] = 'K',
        ["#....#....#....#....#....#....#####"] = 'L',
        ["#...###.###.#.##.#.##...##...##...#"] = 'M',
        ["#...###..###..##.#.##..###..###...#"] = 'N',
        [".###.#...##...##...##...##...#.###."] = 'O',
        ["####.#...##...#####.#....#....#...."] = 'P',
        [".###.#...##...##...##.#.##..#..##.#"] = 'Q',
        ["####.#...##...#####.#.#..#..#.#...#"] = 'R',
        [".#####....#.....###.....#....#####."] = 'S',
        ["#####..#....#....#....#....#....#.."] = 'T',
        ["#...##...##...##...##...##...#.###."] = 'U',
        ["#...##...##...##...##...#.#.#...#.."] = 'V',
        ["#...##...##...##.#.##.#.###.###...#"] = 'W',
        ["#...##...#.#.#...#...#.#.#...##...#"] = 'X',
        ["#...##...#.#.#...#....#....#....#.."] = 'Y',
        ["#####....#...#...#...#...#....#####"] = 'Z',
    };

    /// <summary>Text at a place, without spaces at its end; '~' for what is no letter.</summary>
    public static string Read(Ili9341Panel panel, int x, int y, int length, ushort ground) =>
        Read(length, i => Letter((column, row) => IsDot(panel, x + (i * Cell) + (column * Scale), y + (row * Scale), ground)));

    /// <summary>Text of letters half as large again: of each dot's nine pixels the middle one is its own, whatever is rounded.</summary>
    public static string ReadLarge(Ili9341Panel panel, int x, int y, int length, ushort ground) =>
        Read(length, i => Letter((column, row) => panel.Pixel(x + (i * LargeCell) + (column * LargeScale) + 1, y + (row * LargeScale) + 1) != ground));

    private static string Read(int length, Func<int, char> letter) => string.Concat(Enumerable.Range(0, length).Select(letter)).TrimEnd();

    private static char Letter(Func<int, int, bool> isDot)
    {
        StringBuilder dots = new();
        for (int row = 0; row < Down; row++)
        {
            for (int column = 0; column < Across; column++)
            {
                dots.Append(isDot(column, row) ? '#' : '.');
            }
        }

        return Letters.GetValueOrDefault(dots.ToString(), '~');
    }

    /// <summary>Rounding takes a dot at most two of its four pixels, and gives an empty place at most two.</summary>
    private static bool IsDot(Ili9341Panel panel, int x, int y, ushort ground)
    {
        bool upperLeft = panel.Pixel(x, y) != ground;
        bool lowerRight = panel.Pixel(x + 1, y + 1) != ground;
        bool upperRight = panel.Pixel(x + 1, y) != ground;
        bool lowerLeft = panel.Pixel(x, y + 1) != ground;
        int lit = (upperLeft ? 1 : 0) + (lowerRight ? 1 : 0) + (upperRight ? 1 : 0) + (lowerLeft ? 1 : 0);
        return lit >= 3;
    }
}
