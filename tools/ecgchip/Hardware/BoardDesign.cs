using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;

namespace EcgChip.Cli.Hardware;

/// <summary>The board: its parts, what connects them, and what is bought for it.</summary>
/// <param name="Blocks">The parts, in blocks.</param>
/// <param name="Bought">What is bought, in the list's order.</param>
public sealed record BoardDesign(IReadOnlyList<Block> Blocks, IReadOnlyList<BoughtPart> Bought)
{
    /// <summary>Every part, in order.</summary>
    public IEnumerable<Part> Parts => Blocks.SelectMany(block => block.Parts);

    /// <summary>The pins on each net.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<(Part Part, Pin Pin)>> Nets =>
        (from part in Parts
         from pin in part.Symbol.Pins
         where part.Nets.ContainsKey(pin.Number)
         group (part, pin) by part.Nets[pin.Number] into net
         orderby net.Key
         select net).ToDictionary(net => net.Key, net => (IReadOnlyList<(Part, Pin)>)[.. net]);

    /// <summary>The part of that reference.</summary>
    /// <exception cref="UnusableInputException">There is none.</exception>
    public Part this[string reference] => Parts.FirstOrDefault(part => part.Reference == reference)
        ?? throw new UnusableInputException($"The board has no {reference}: look at hardware/board/schematic.txt.");

    /// <summary>Ohms or farads of a part, from its value.</summary>
    public double Value(string reference) => Number(this[reference].Value);

    /// <summary>The number that a value such as 4.7k or 100n means.</summary>
    /// <exception cref="UnusableInputException">It means none.</exception>
    public static double Number(string value)
    {
        ArgumentException.ThrowIfNullOrEmpty(value);
        double scale = value[^1] switch { 'p' => 1e-12, 'n' => 1e-9, 'u' => 1e-6, 'k' => 1e3, 'M' => 1e6, _ => 1 };
        string digits = scale == 1 ? value.TrimEnd('R') : value[..^1];
        return double.TryParse(digits, NumberStyles.Float, CultureInfo.InvariantCulture, out double number)
            ? number * scale
            : throw new UnusableInputException($"\"{value}\" is no value of a resistor or capacitor: write 4.7k or 100n.");
    }
}
