using System;
using System.Collections.Generic;
using System.Linq;

namespace EcgChip.Cli.Hardware;

/// <summary>What must hold of every board, as a schematic program's rule check asks it.</summary>
public static class ElectricalRules
{
    /// <summary>A sentence for everything that is wrong.</summary>
    public static IReadOnlyList<string> Check(BoardDesign design)
    {
        ArgumentNullException.ThrowIfNull(design);
        return [.. Pins(design).Concat(Nets(design)).Concat(Purchases(design))];
    }

    private static IEnumerable<string> Pins(BoardDesign design) =>
        from part in design.Parts
        from pin in part.Symbol.Pins
        let connected = part.Nets.ContainsKey(pin.Number)
        where connected == (pin.Type == PinType.NoConnect)
        select connected
            ? $"{part.Reference} pin {pin.Number} ({pin.Name}) must be left open."
            : $"{part.Reference} pin {pin.Number} ({pin.Name}) is open.";

    private static IEnumerable<string> Nets(BoardDesign design)
    {
        foreach ((string net, IReadOnlyList<(Part Part, Pin Pin)> pins) in design.Nets)
        {
            if (pins.Count(pin => pin.Part.Symbol.Name is not (Symbol.Flag or Symbol.TestPoint)) < 2)
            {
                yield return $"{net} connects nothing: {Names(pins)}.";
            }

            List<(Part, Pin)> drivers = [.. pins.Where(pin => pin.Pin.Type is PinType.Output or PinType.PowerOut)];
            if (drivers.Count > 1)
            {
                yield return $"{net} is driven by more than one output: {Names(drivers)}.";
            }

            if (pins.Any(pin => pin.Pin.Type == PinType.PowerIn) && pins.All(pin => pin.Pin.Type != PinType.PowerOut))
            {
                yield return $"{net} feeds {Names(pins.Where(pin => pin.Pin.Type == PinType.PowerIn))} and is not fed itself.";
            }

            if (pins.All(pin => pin.Pin.Type is PinType.Input or PinType.NoConnect))
            {
                yield return $"{net} has inputs alone: {Names(pins)}.";
            }
        }
    }

    private static IEnumerable<string> Purchases(BoardDesign design)
    {
        HashSet<string> listed = [.. design.Bought.Select(bought => bought.Key)];
        HashSet<string> needed = [.. design.Parts.Where(part => part.IsBought).Select(part => part.Key)];
        return needed.Except(listed).Select(key => $"{key} is on the board and in no line of parts.txt.")
            .Concat(listed.Except(needed).Select(key => $"{key} is in parts.txt and not on the board."))
            .Concat(design.Bought.GroupBy(bought => bought.Key).Where(group => group.Count() > 1).Select(group => $"{group.Key} is in parts.txt twice."));
    }

    private static string Names(IEnumerable<(Part Part, Pin Pin)> pins) => string.Join(", ", pins.Select(pin => $"{pin.Part.Reference} {pin.Pin.Name}"));
}
