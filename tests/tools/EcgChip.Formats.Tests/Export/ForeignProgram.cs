using System;
using System.Diagnostics;
using System.IO;
using System.Linq;

namespace EcgChip.Formats.Tests.Export;

/// <summary>A program of others that reads what is exported.</summary>
internal static class ForeignProgram
{
    private const int TimeLimitMs = 120_000;

    /// <summary>Runs it and answers what it prints; skips the test, with a sentence, where it is not installed.</summary>
    /// <param name="name">The program.</param>
    /// <param name="package">Debian's package that has it.</param>
    /// <param name="arguments">Its arguments.</param>
    public static string Run(string name, string package, params string[] arguments)
    {
        string? path = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator).Select(folder => Path.Combine(folder, name)).FirstOrDefault(File.Exists);
        Skip.If(path is null, $"Needs {name}: install it (Debian: apt-get install {package}).");
        using Process process = Process.Start(new ProcessStartInfo(path, arguments) { RedirectStandardOutput = true, RedirectStandardError = true })!;
        process.ErrorDataReceived += (_, _) => { };
        process.BeginErrorReadLine();
        System.Threading.Tasks.Task<string> output = process.StandardOutput.ReadToEndAsync();
        if (!process.WaitForExit(TimeLimitMs))
        {
            process.Kill();
            throw new TimeoutException($"{name} did not end within {TimeLimitMs} ms.");
        }

        Assert.Equal(0, process.ExitCode);
        return output.GetAwaiter().GetResult();
    }
}
