using System;
using System.Collections.Generic;
using System.ComponentModel;
using System.Diagnostics;
using System.IO;
using System.Linq;

namespace EcgChip.Cli.FrontEnd;

/// <summary>Runs netlists in ngspice; what they write goes to a folder of its own that is deleted with this object.</summary>
public sealed class NgSpice : IDisposable
{
    /// <summary>The longest that a netlist may take, in seconds.</summary>
    private const int LongestSeconds = 300;

    private readonly string program;
    private readonly string folder = Directory.CreateTempSubdirectory("ecgchip-frontend-").FullName;

    /// <summary>Finds ngspice.</summary>
    /// <param name="path">Its path; null looks for it where programs are looked for.</param>
    /// <exception cref="UnusableInputException">It is not there.</exception>
    public NgSpice(string? path = null)
    {
        program = (path is null ? Find() : File.Exists(path) ? Path.GetFullPath(path) : null)
            ?? throw new UnusableInputException(
                $"ngspice is missing{(path is null ? "" : $" at {path}")}: install it (Debian: apt-get install ngspice) or give its path with --ngspice.");
    }

    /// <summary>Path of ngspice among the folders of PATH, or null.</summary>
    public static string? Find() =>
        (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator)
            .SelectMany(folder => new[] { Path.Combine(folder, "ngspice"), Path.Combine(folder, "ngspice.exe"), Path.Combine(folder, "ngspice_con.exe") })
            .FirstOrDefault(File.Exists);

    /// <summary>Runs a netlist.</summary>
    /// <param name="netlist">Its path.</param>
    /// <param name="tables">The files that its <c>wrdata</c> lines write.</param>
    /// <returns>The tables in that order.</returns>
    /// <exception cref="UnusableInputException">ngspice cannot be started, or a table was not written.</exception>
    public IReadOnlyList<SpiceTable> Run(string netlist, params string[] tables)
    {
        if (!File.Exists(netlist))
        {
            throw new UnusableInputException($"{netlist} is missing: give the folder that holds frontend/*.cir with --out.");
        }

        // The user's own spice.rc could change the options.
        ProcessStartInfo start = new(program, ["-n", "-b", Path.GetFullPath(netlist)])
        {
            WorkingDirectory = folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        try
        {
            using Process process = Process.Start(start)!;
            System.Threading.Tasks.Task<string> output = process.StandardOutput.ReadToEndAsync();
            System.Threading.Tasks.Task<string> errors = process.StandardError.ReadToEndAsync();
            if (!process.WaitForExit(TimeSpan.FromSeconds(LongestSeconds)))
            {
                process.Kill();
                throw new UnusableInputException($"ngspice did not finish {netlist} within {LongestSeconds} s: look at the netlist.");
            }

            string last = $"{output.Result}\n{errors.Result}".Split('\n').LastOrDefault(line => line.Contains("rror", StringComparison.Ordinal)) ?? "";
            return [.. tables.Select(table => File.Exists(Path.Combine(folder, table))
                ? SpiceTable.Read(Path.Combine(folder, table))
                : throw new UnusableInputException($"ngspice made no {table} of {netlist} ({last.Trim()}): look at the netlist."))];
        }
        catch (Win32Exception refused)
        {
            throw new UnusableInputException($"{program} cannot be run ({refused.Message}): give ngspice's path with --ngspice.", refused);
        }
    }

    /// <inheritdoc/>
    public void Dispose() => Directory.Delete(folder, recursive: true);
}
