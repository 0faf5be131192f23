using System;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Linq;

namespace EcgChip.Cli.Hardware;

/// <summary>Reads symbols.txt, schematic.txt and parts.txt, which say themselves how they are written.</summary>
public sealed class DesignReader
{
    private const char Comment = '#';
    private readonly Dictionary<string, Symbol> symbols = Symbol.Builtin.ToDictionary(symbol => symbol.Name);
    private readonly List<Block> blocks = [];
    private readonly HashSet<string> references = [];
    private List<Part> parts = [];
    private int flags;

    private DesignReader()
    {
    }

    /// <summary>Reads a design.</summary>
    /// <param name="folder">Folder of the three files.</param>
    /// <exception cref="UnusableInputException">A file is missing or a line of it cannot be understood.</exception>
    public static BoardDesign Read(string folder)
    {
        DesignReader reader = new();
        ForEachLine(Path.Combine(folder, "symbols.txt"), new SymbolLines(reader.symbols).Take);
        ForEachLine(Path.Combine(folder, "schematic.txt"), reader.TakeSchematic);
        List<BoughtPart> bought = [];
        ForEachLine(Path.Combine(folder, "parts.txt"), line => bought.Add(Bought(line)));
        return new BoardDesign(reader.blocks, bought);
    }

    private static void ForEachLine(string path, Action<string> take)
    {
        if (!File.Exists(path))
        {
            throw new UnusableInputException($"{path} is missing: give the folder that holds board/schematic.txt with --out.");
        }

        int number = 0;
        foreach (string line in File.ReadLines(path))
        {
            number++;
            if (line.Length == 0 || line[0] == Comment)
            {
                continue;
            }

            try
            {
                take(line);
            }
            catch (Exception error) when (error is UnusableInputException or FormatException or IndexOutOfRangeException or ArgumentException)
            {
                throw new UnusableInputException($"{path}, line {number}: {error.Message.TrimEnd('.')}: {line.Trim()}", error);
            }
        }
    }

    private void TakeSchematic(string line)
    {
        string[] words = line.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        if (line[0] == ' ')
        {
            Part last = parts[^1];
            parts[^1] = last with { Nets = With(last, words) };
        }
        else if (words[0] == "block")
        {
            parts = [];
            blocks.Add(new Block(string.Join(' ', words[2..]), int.Parse(words[1], CultureInfo.InvariantCulture), parts));
        }
        else if (words[0] == "flag")
        {
            Add(new Part($"#FLG{++flags}", symbols[Symbol.Flag], "PWR_FLAG", null, new Dictionary<string, string> { ["1"] = words[1] }));
        }
        else
        {
            AddPart(line);
        }
    }

    private void AddPart(string line)
    {
        string[] roleApart = line.Split(';');
        string[] netsApart = roleApart[0].Split(" : ");
        string[] words = netsApart[0].Split(' ', StringSplitOptions.RemoveEmptyEntries);
        Symbol symbol = symbols.GetValueOrDefault(words[1]) ?? throw new UnusableInputException($"There is no symbol {words[1]}.");
        if (!words[0].StartsWith(symbol.Prefix, StringComparison.Ordinal))
        {
            throw new UnusableInputException($"The references of {symbol.Name} begin with {symbol.Prefix}.");
        }

        string[] nets = netsApart.Length > 1 ? netsApart[1].Split(' ', StringSplitOptions.RemoveEmptyEntries) : [];
        if (nets.Length != (symbol.IsBox ? 0 : symbol.Pins.Count))
        {
            throw new UnusableInputException($"{symbol.Name} takes {symbol.Pins.Count} nets.");
        }

        Add(new Part(
            words[0], symbol, words[2], roleApart.Length > 1 ? roleApart[1].Trim() : null,
            nets.Select((net, i) => (Pin: symbol.Pins[i].Number, net)).ToDictionary(pair => pair.Pin, pair => pair.net)));
    }

    private void Add(Part part)
    {
        if (!references.Add(part.Reference))
        {
            throw new UnusableInputException($"{part.Reference} is there twice.");
        }

        parts.Add(part);
    }

    private static Dictionary<string, string> With(Part part, string[] assignments)
    {
        Dictionary<string, string> nets = new(part.Nets);
        foreach (string assignment in assignments)
        {
            int equals = assignment.LastIndexOf('=');
            foreach (Pin pin in part.Symbol.Named(assignment[..equals]))
            {
                if (!nets.TryAdd(pin.Number, assignment[(equals + 1)..]))
                {
                    throw new UnusableInputException($"Pin {pin.Name} of {part.Reference} has two nets.");
                }
            }
        }

        return nets;
    }

    private static BoughtPart Bought(string line)
    {
        string[] cells = [.. line.Split('|').Select(cell => cell.Trim())];
        return new BoughtPart(cells[0], cells[1], cells[2], cells[3], cells[4], cells[5], decimal.Parse(cells[6], CultureInfo.InvariantCulture));
    }

    /// <summary>The lines of symbols.txt.</summary>
    private sealed class SymbolLines(Dictionary<string, Symbol> symbols)
    {
        private string name = "";
        private int left;
        private int right;

        public void Take(string line)
        {
            string[] words = line.Split(' ', StringSplitOptions.RemoveEmptyEntries);
            if (words[0] == "symbol")
            {
                (name, left, right) = (words[1], 0, 0);
                symbols.Add(name, new Symbol(name, words[2], [], true));
                return;
            }

            bool gap = words[0] == "gap";
            bool isLeft = words[gap ? 1 : 0] == "left";
            int row = isLeft ? left++ : right++;
            if (!gap)
            {
                PinType type = Enum.Parse<PinType>(words[3].Replace("_", "", StringComparison.Ordinal), ignoreCase: true);
                Symbol symbol = symbols[name];
                symbols[name] = symbol with { Pins = [.. symbol.Pins, new Pin(words[1], words[2], type, isLeft, row)] };
            }
        }
    }
}
