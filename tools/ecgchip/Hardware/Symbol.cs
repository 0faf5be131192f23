using System;
using System.Collections.Generic;
using System.Linq;

namespace EcgChip.Cli.Hardware;

/// <summary>What is drawn for a part, and which pins it has.</summary>
/// <param name="Name">Its name in the netlist.</param>
/// <param name="Prefix">The letters that its references begin with.</param>
/// <param name="Pins">Its pins.</param>
/// <param name="IsBox">True for a box with named pins; false for one of the small symbols with a shape of its own.</param>
public sealed record Symbol(string Name, string Prefix, IReadOnlyList<Pin> Pins, bool IsBox)
{
    /// <summary>The symbol that says that a net is fed, where it is so through a passive part.</summary>
    public const string Flag = "FLAG";

    /// <summary>A spot to measure at: copper, nothing to buy.</summary>
    public const string TestPoint = "TP";

    /// <summary>Symbols of one or two pins, with their references' letters. Pins of diodes: 1 cathode, 2 anode.</summary>
    private static readonly (string Name, string Prefix, string[] Pins, PinType Type)[] Small =
    [
        ("R", "R", ["1", "2"], PinType.Passive), ("C", "C", ["1", "2"], PinType.Passive), ("FB", "FB", ["1", "2"], PinType.Passive),
        ("F", "F", ["1", "2"], PinType.Passive), ("D", "D", ["K", "A"], PinType.Passive), ("LED", "D", ["K", "A"], PinType.Passive),
        ("SW", "SW", ["1", "2"], PinType.Passive), (TestPoint, "TP", ["1"], PinType.Passive), (Flag, "#FLG", ["pwr"], PinType.PowerOut),
    ];

    /// <summary>Rows of the longer side.</summary>
    public int Rows => Pins.Count == 0 ? 0 : Pins.Max(pin => pin.Row) + 1;

    /// <summary>The small symbols.</summary>
    public static IEnumerable<Symbol> Builtin => Small.Select(small => new Symbol(
        small.Name, small.Prefix, [.. small.Pins.Select((name, i) => new Pin($"{i + 1}", name, small.Type, i == 0, 0))], false));

    /// <summary>Every pin of a name.</summary>
    /// <exception cref="UnusableInputException">There is none.</exception>
    public IReadOnlyList<Pin> Named(string name)
    {
        List<Pin> pins = [.. Pins.Where(pin => pin.Name.Equals(name, StringComparison.Ordinal))];
        return pins.Count > 0 ? pins : throw new UnusableInputException($"{Name} has no pin {name}: look at hardware/board/symbols.txt.");
    }
}
