using System;
using System.CommandLine;
using System.IO;
using System.Threading;
using System.Threading.Tasks;
using EcgChip.Cli.Commands;
using EcgChip.Formats;
using EcgChip.Link;
using EcgChip.Link.Sync;

namespace EcgChip.Cli;

/// <summary>Runs a command line and turns whatever goes wrong into one sentence on standard error and an exit code.</summary>
public static class CommandRunner
{
    /// <summary>Parses and runs.</summary>
    /// <returns>0 done, 1 the work was done and something in it failed, 2 unusable input or arguments.</returns>
    public static async Task<int> RunAsync(RootCommand root, string[] args, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(root);

        // A value that begins with "@" is a file name or a lead like any other, not a file of further arguments.
        ParseResult parsed = root.Parse(args, new ParserConfiguration { ResponseFileTokenReplacer = null });
        if (parsed.Errors.Count > 0)
        {
            return Say(ParseRefusal.Sentence(parsed), ExitCode.Unusable);
        }

        try
        {
            InvocationConfiguration configuration = new()
            {
                EnableDefaultExceptionHandler = false,
                ProcessTerminationTimeout = null,
            };
            return await parsed.InvokeAsync(configuration, cancellation);
        }
        catch (OperationCanceledException)
        {
            return Say("Interrupted: nothing was written.", ExitCode.Failed);
        }
        catch (Exception exception) when (exception is RecordingException or UnusableInputException)
        {
            return Say(exception.Message, ExitCode.Unusable);
        }
        catch (LinkException exception)
        {
            return Say(exception.Message, exception.Fault is LinkFault.NotThere or LinkFault.InUse ? ExitCode.Unusable : ExitCode.Failed);
        }
        catch (SyncException exception)
        {
            return Say(exception.Message, exception.IsUnusable ? ExitCode.Unusable : ExitCode.Failed);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return Say($"{exception.Message.TrimEnd('.')}: check the path, your rights to it and the space there.", ExitCode.Unusable);
        }
    }

    // What a record or an argument brings along cannot break the line.
    private static int Say(string sentence, int exitCode)
    {
        Console.Error.WriteLine($"{EcgChipCommand.Name}: {sentence.ReplaceLineEndings(" ")}");
        return exitCode;
    }
}
