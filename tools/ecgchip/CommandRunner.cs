using System;
using System.CommandLine;
using System.CommandLine.Parsing;
using System.IO;
using System.Linq;
using System.Threading.Tasks;
using EcgChip.Formats;

namespace EcgChip.Cli;

/// <summary>Runs a command line and turns whatever goes wrong into one sentence and an exit code.</summary>
public static class CommandRunner
{
    /// <summary>Parses and runs.</summary>
    /// <returns>0 done, 1 the work was done and something in it failed, 2 unusable input or arguments.</returns>
    public static async Task<int> RunAsync(RootCommand root, string[] args)
    {
        ArgumentNullException.ThrowIfNull(root);
        ParseResult parsed = root.Parse(args);
        if (parsed.Errors.Count > 0)
        {
            string path = string.Join(' ', CommandPath(parsed.CommandResult));
            return Refuse($"{Sentence(parsed.Errors[0].Message)} See '{path} --help'.");
        }

        try
        {
            return await parsed.InvokeAsync(new InvocationConfiguration { EnableDefaultExceptionHandler = false });
        }
        catch (Exception exception) when (exception is RecordingException or UnusableInputException)
        {
            return Refuse(exception.Message);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return Refuse($"{Sentence(exception.Message)} Check the path and your rights to it.");
        }
    }

    private static int Refuse(string sentence)
    {
        Console.Error.WriteLine($"ecgchip: {sentence}");
        return ExitCode.Unusable;
    }

    private static string Sentence(string message)
    {
        string line = message.ReplaceLineEndings(" ").Trim();
        return line.EndsWith('.') ? line : line + ".";
    }

    private static System.Collections.Generic.IEnumerable<string> CommandPath(CommandResult result)
    {
        string[] above = result.Parent is CommandResult parent ? [.. CommandPath(parent)] : [];
        return above.Append(result.Parent is null ? "ecgchip" : result.Command.Name);
    }
}
