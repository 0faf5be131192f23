using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;

namespace EcgChip.WeightsGen.Report;

/// <summary>
/// The committed file of what trainings from several seeds came to, for mean and spread: one line a model and protocol, by network, protocol and seed.
/// </summary>
public static class SeedRunLog
{
    /// <summary>All runs; none where there is no file.</summary>
    /// <exception cref="InputException">The file is no such log.</exception>
    public static IReadOnlyList<SeedRun> Read(string path)
    {
        if (!File.Exists(path))
            return [];

        string[] lines = File.ReadAllLines(path);
        try
        {
            return lines.Length > 0 && lines[0] == SeedRun.Header
                ? [.. lines.Skip(1).Select(SeedRun.FromCsv)]
                : throw new FormatException("its first line is not the columns' names");
        }
        catch (Exception fault) when (fault is FormatException or OverflowException)
        {
            throw new InputException($"{path} is no log of seeds ({fault.Message.TrimEnd('.')}): check out the repository again.", fault);
        }
    }

    /// <summary>The file's text with a run in it; the one of the same network, protocol and seed, if there was any, is replaced.</summary>
    public static string With(IEnumerable<SeedRun> runs, SeedRun run)
    {
        ArgumentNullException.ThrowIfNull(runs);
        ArgumentNullException.ThrowIfNull(run);
        IEnumerable<SeedRun> others = runs.Where(other => (other.Network, other.Protocol, other.Seed) != (run.Network, run.Protocol, run.Seed));
        IEnumerable<string> lines = others.Append(run)
            .OrderBy(one => one.Network, StringComparer.Ordinal).ThenBy(one => one.Protocol, StringComparer.Ordinal).ThenBy(one => one.Seed)
            .Select(one => one.ToCsv()).Prepend(SeedRun.Header);
        return string.Join('\n', lines) + "\n";
    }
}
