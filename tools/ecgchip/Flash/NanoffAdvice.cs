using System;
using System.Linq;

namespace EcgChip.Cli.Flash;

/// <summary>What to do about an error of nanoff's.</summary>
internal static class NanoffAdvice
{
    /// <summary>A sentence: what is wrong, and what to do.</summary>
    /// <param name="outcome">What nanoff said.</param>
    /// <param name="port">The port.</param>
    public static string Of(NanoffOutcome outcome, string port) => outcome.Error switch
    {
        "E6000" or "E4005" => $"Port {port} cannot be opened ({outcome.Error}): plug the cable in, install the driver of its USB bridge (CP210x, CH340, FTDI), and close what has the port.",
        "E6002" => $"Port {port} is busy (E6002): close the program that has it (Visual Studio's Device Explorer, a terminal), and start again.",
        "E6001" => $"Port {port} is not taken for a port (E6001): give one of those that 'nanoff --listports' lists.",
        "E4000" => "The chip does not answer its bootloader (E4000): hold BOOT, press RESET once, let BOOT go, and start again; use a cable that carries data.",
        "E4001" => "The chip's flash is of a size that nanoFramework has no image for (E4001): use a module with 4 or 16 MB.",
        "E4002" or "E4003" or "E4004" => $"The chip's flash could not be written or read ({outcome.Error}): use a shorter cable and another USB socket, and start again; the board is not usable before that.",
        "E9005" or "E9006" or "E9007" or "E9015" =>
            $"The image {NanoffCommands.Target} could not be fetched ({outcome.Error}): see that this computer is on the internet, and start again.",
        "E9008" => "The program's file is not there (E9008): give --image the .bin that the build makes.",
        _ => $"nanoff failed ({outcome.Error}; its last words: {LastWords(outcome.Output)}): see 'nanoff --help', or update it with 'dotnet tool update -g nanoff'.",
    };

    private static string LastWords(string output)
    {
        string last = output.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).LastOrDefault() ?? "none";
        return last.TrimEnd('.', ':');
    }
}
