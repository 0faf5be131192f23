using System;
using System.CommandLine;
using System.IO;
using EcgChip.Cli.Bench;

namespace EcgChip.Cli.Commands;

/// <summary><c>ecgchip bench kernels</c>: what the shapes of the convolution loop cost on the chip.</summary>
public static class BenchKernelsCommand
{
    private static readonly Option<string?> Out = new("--out")
    {
        Description = "Also writes the tables to this file; docs/kernels.md is the committed one.",
        HelpName = "FILE",
        CustomParser = OptionValue.Text,
    };

    /// <summary>The command with its options.</summary>
    public static Command Create()
    {
        Command kernels = new(
            "kernels",
            "Runs every shape of the convolution loop, counts what it would cost on the chip and holds it to the plain kernel.\n"
            + "The same on every machine. Exit code: 0 done, 1 a shape gives wrong sums, 2 unusable arguments.")
        {
            Out,
        };
        kernels.SetAction(Run);
        return kernels;
    }

    private static int Run(ParseResult parsed)
    {
        KernelCosts costs;
        try
        {
            costs = KernelsBench.Run();
        }
        catch (InvalidOperationException wrong)
        {
            Console.Error.WriteLine(wrong.Message);
            return ExitCode.Failed;
        }

        string text = KernelsReport.Markdown(costs);
        Console.Out.Write(text);
        if (parsed.GetValue(Out) is string path)
        {
            try
            {
                File.WriteAllText(path, text);
            }
            catch (Exception refused) when (refused is IOException or UnauthorizedAccessException)
            {
                throw new UnusableInputException($"{path} cannot be written: {refused.Message}");
            }
        }

        return ExitCode.Done;
    }
}
