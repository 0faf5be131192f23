using System;
using System.Diagnostics;
using System.Threading.Tasks;

namespace EcgChip.Cli.Tests;

/// <summary>The program as a process of its own: where it stands, and how it ends.</summary>
internal static class ProgramProcess
{
    /// <summary>The longest that a test waits for anything: the longest bench takes half a minute of a core, more on a machine that is busy.</summary>
    public static readonly TimeSpan Deadline = TimeSpan.FromMinutes(3);

    /// <summary>The program, to be run with dotnet.</summary>
    public static readonly string Path = System.IO.Path.Combine(AppContext.BaseDirectory, "ecgchip.dll");

    /// <summary>Waits for the end of a process whose output and errors are redirected, and kills it when that does not come.</summary>
    public static async Task<Outcome> EndAsync(Process process)
    {
        try
        {
            Task<string> output = process.StandardOutput.ReadToEndAsync();
            Task<string> error = process.StandardError.ReadToEndAsync();
            await process.WaitForExitAsync().WaitAsync(Deadline);
            return new Outcome(process.ExitCode, await output, await error);
        }
        finally
        {
            if (!process.HasExited)
            {
                process.Kill();
            }
        }
    }
}
