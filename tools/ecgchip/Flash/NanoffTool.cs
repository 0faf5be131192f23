using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.IO;
using System.Linq;
using System.Text;
using System.Text.RegularExpressions;
using System.Threading;
using System.Threading.Tasks;

namespace EcgChip.Cli.Flash;

/// <summary>What nanoff said, and the code of its error: E6000 and so on; null for none.</summary>
internal sealed record NanoffOutcome(int ExitCode, string Output)
{
    /// <summary>Its error. On systems whose exit codes have one byte that code says nothing, so it is read from what was printed.</summary>
    public string? Error => Regex.Match(Output, @"\bE\d{4}\b") is { Success: true } found ? found.Value : ExitCode == 0 ? null : $"exit code {ExitCode}";

    /// <summary>True when it did what it was asked.</summary>
    public bool Succeeded => ExitCode == 0 && Error is null;
}

/// <summary>nanoFramework's flasher, a program of its own.</summary>
internal sealed class NanoffTool
{
    /// <summary>How it is installed.</summary>
    public const string Install = "dotnet tool install -g nanoff";

    private const string Name = "nanoff";
    private readonly string _path;

    private NanoffTool(string path) => _path = path;

    /// <summary>Finds it: where it is said to be, on the path, or where dotnet installs tools.</summary>
    /// <exception cref="UnusableInputException">It is not there.</exception>
    public static NanoffTool Find(string? given)
    {
        if (given is not null)
        {
            return File.Exists(given) ? new NanoffTool(given)
                : throw new UnusableInputException($"--nanoff {given} is not there: give the program's own path, or leave the option out.");
        }

        string home = Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".dotnet", "tools");
        string[] folders = [.. (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries), home];
        string[] names = OperatingSystem.IsWindows() ? [Name + ".exe", Name + ".cmd"] : [Name];
        string? found = folders.SelectMany(folder => names.Select(name => Path.Combine(folder, name))).FirstOrDefault(File.Exists);
        return found is not null ? new NanoffTool(found)
            : throw new UnusableInputException($"nanoff is missing: install it with '{Install}', open a new terminal, and start again.");
    }

    /// <summary>Runs it to its end.</summary>
    /// <exception cref="UnusableInputException">It cannot be started.</exception>
    public async Task<NanoffOutcome> RunAsync(IEnumerable<string> arguments, CancellationToken cancellation)
    {
        ProcessStartInfo start = new(_path, arguments) { RedirectStandardOutput = true, RedirectStandardError = true, RedirectStandardInput = true, UseShellExecute = false };
        using Process process = Start(start);
        process.StandardInput.Close();
        Task<string> output = process.StandardOutput.ReadToEndAsync(cancellation);
        Task<string> error = process.StandardError.ReadToEndAsync(cancellation);
        try
        {
            await process.WaitForExitAsync(cancellation);
            return new NanoffOutcome(process.ExitCode, await output + await error);
        }
        finally
        {
            if (!process.HasExited)
            {
                process.Kill(entireProcessTree: true);
            }
        }
    }

    private Process Start(ProcessStartInfo start)
    {
        try
        {
            return Process.Start(start) ?? throw new InvalidOperationException("no process");
        }
        catch (Exception exception) when (exception is System.ComponentModel.Win32Exception or InvalidOperationException)
        {
            throw new UnusableInputException(
                $"{_path} cannot be started ({exception.Message.TrimEnd('.')}): install nanoff anew with 'dotnet tool update -g nanoff'.", exception);
        }
    }
}
