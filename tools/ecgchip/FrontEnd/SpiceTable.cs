using System;
using System.Globalization;
using System.IO;
using System.Linq;

namespace EcgChip.Cli.FrontEnd;

/// <summary>What a <c>wrdata</c> line of a netlist wrote: a scale, and columns over it.</summary>
public sealed class SpiceTable
{
    private readonly string[] names;
    private readonly double[][] columns;

    private SpiceTable(string[] names, double[][] columns)
    {
        this.names = names;
        this.columns = columns;
    }

    /// <summary>Time, frequency or what was swept.</summary>
    public double[] Scale => columns[0];

    /// <summary>A column by its name, as "v(pin)".</summary>
    /// <exception cref="UnusableInputException">There is none of that name.</exception>
    public double[] this[string name] => Array.IndexOf(names, name) is int index and >= 0
        ? columns[index]
        : throw new UnusableInputException($"ngspice wrote no {name}: look at the netlist's wrdata lines.");

    /// <summary>Reads a table with one scale and a line of names (<c>wr_singlescale</c>, <c>wr_vecnames</c>).</summary>
    /// <exception cref="UnusableInputException">It is no such table.</exception>
    public static SpiceTable Read(string path)
    {
        string[][] lines = [.. File.ReadLines(path)
            .Select(line => line.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))
            .Where(words => words.Length > 0)];
        if (lines.Length < 2 || lines.Any(words => words.Length != lines[0].Length))
        {
            throw new UnusableInputException($"{Path.GetFileName(path)} of ngspice is no table: look at the netlist's wrdata lines.");
        }

        double[][] columns = [.. Enumerable.Range(0, lines[0].Length)
            .Select(column => lines.Skip(1).Select(words => double.Parse(words[column], CultureInfo.InvariantCulture)).ToArray())];
        return new SpiceTable(lines[0], columns);
    }
}
