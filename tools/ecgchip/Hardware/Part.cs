using System.Collections.Generic;
using System.Linq;

namespace EcgChip.Cli.Hardware;

/// <summary>A part of the board.</summary>
/// <param name="Reference">Its name on the board: R1.</param>
/// <param name="Symbol">What is drawn for it.</param>
/// <param name="Value">Ohms, farads or a type.</param>
/// <param name="Role">Its name in hardware/frontend; null where it has none.</param>
/// <param name="Nets">Net of each pin that has one, by the pin's number.</param>
public sealed record Part(string Reference, Symbol Symbol, string Value, string? Role, IReadOnlyDictionary<string, string> Nets)
{
    /// <summary>What is bought for it.</summary>
    public string Key => $"{Symbol.Name} {Value}";

    /// <summary>True when there is something to buy and to solder on.</summary>
    public bool IsBought => Symbol.Name is not (Symbol.Flag or Symbol.TestPoint);

    /// <summary>Net of the pin of that name; null where it is open.</summary>
    public string? NetOf(string pin) => Nets.GetValueOrDefault(Symbol.Named(pin)[0].Number);

    /// <summary>True when a pin of it is on the net.</summary>
    public bool IsOn(string net) => Nets.Values.Contains(net);
}

/// <summary>Parts that are drawn together.</summary>
/// <param name="Title">What they are for.</param>
/// <param name="Column">Column of the sheet, from 1.</param>
/// <param name="Parts">The parts, in order.</param>
public sealed record Block(string Title, int Column, IReadOnlyList<Part> Parts);

/// <summary>What is bought.</summary>
/// <param name="Key">Symbol and value.</param>
/// <param name="What">What it is.</param>
/// <param name="Manufacturer">Who makes it.</param>
/// <param name="Number">The manufacturer's number.</param>
/// <param name="Alternative">What may be taken in its place.</param>
/// <param name="Footprint">Its place on the board, by KiCad's libraries; empty for what is plugged in.</param>
/// <param name="Usd">Price of one.</param>
public sealed record BoughtPart(string Key, string What, string Manufacturer, string Number, string Alternative, string Footprint, decimal Usd);
