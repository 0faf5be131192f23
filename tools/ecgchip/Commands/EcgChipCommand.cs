using System.CommandLine;

namespace EcgChip.Cli.Commands;

/// <summary>The one command line, with every command below it.</summary>
public static class EcgChipCommand
{
    /// <summary>The name that the program is called by.</summary>
    public const string Name = "ecgchip";

    /// <summary>The root of all commands.</summary>
    public static RootCommand Create() => new(
        "EcgChip on the desktop: simulates the device, shows what it finds and what it costs on the chip. A screening aid, not a diagnosis.\n"
        + "Exit code: 0 done, 1 the work was done and something in it failed, 2 unusable input or arguments.")
    {
        SimulateCommand.Create(),
        ScoreCommand.Create(),
        BenchCommand.Create(),
        FrontEndCommand.Create(),
        BoardCommand.Create(),
        FlashCommand.Create(),
        SelfTestCommand.Create(),
        ExportCommand.Create(),
    };
}
