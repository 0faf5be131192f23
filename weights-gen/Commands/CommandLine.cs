using System;
using System.CommandLine;
using System.Linq;
using EcgChip.Formats;

namespace EcgChip.WeightsGen.Commands;

/// <summary>The whole command line.</summary>
public static class CommandLine
{
    /// <summary>Runs it.</summary>
    /// <returns>One of <see cref="ExitCode"/>.</returns>
    public static int Run(string[] args)
    {
        RootCommand root = new("Recordings to beats, beats to a trained network, a network to the firmware's C#.")
        {
            TrainCommand.Create(), EvaluateCommand.Create(), GenerateCommand.Create(), SplitCommand.Create(), MapCommand.Create(), ReportCommand.Create(),
        };
        ParseResult parsed = root.Parse(args);
        if (parsed.Errors.Count > 0)
            return Refuse($"{parsed.Errors[0].Message.ReplaceLineEndings(" ")} See weights-gen --help.");

        try
        {
            return parsed.Invoke(new InvocationConfiguration { EnableDefaultExceptionHandler = false });
        }
        catch (Exception fault) when (fault is InputException or RecordingException)
        {
            return Refuse(fault.Message);
        }
        catch (AggregateException fault) when (fault.InnerExceptions.All(inner => inner is InputException or RecordingException))
        {
            // Several records are read at once; the first that cannot be is as good as any.
            return Refuse(fault.InnerExceptions[0].Message);
        }
    }

    private static int Refuse(string sentence)
    {
        Console.Error.WriteLine(sentence);
        return ExitCode.Unusable;
    }
}
