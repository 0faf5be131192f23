using System;
using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using EcgChip.Cli.Flash;
using EcgChip.Cli.Output;
using EcgChip.Link;

namespace EcgChip.Cli.Commands;

/// <summary><c>ecgchip flash</c>: makes a device of a board.</summary>
public static class FlashCommand
{
    private static readonly Option<string?> Port = new("--port")
    {
        Description = "Serial port that the board is flashed by: COM5, /dev/ttyUSB0.",
        HelpName = "P",
        Required = true,
        CustomParser = OptionValue.Text,
    };

    private static readonly Option<string?> Image = new("--image")
    {
        Description = "The program, a .bin of the build. Default: firmware/EcgChip.Device/bin/Release/EcgChip.Device.bin.",
        HelpName = "FILE",
        CustomParser = OptionValue.Text,
    };

    private static readonly Option<string?> Link = new("--link")
    {
        Description = "The device's link: its second serial port, or HOST:PORT of a simulator. Default: the only other port that there is.",
        HelpName = "P|HOST:PORT",
        CustomParser = OptionValue.Text,
    };

    private static readonly Option<long?> Id = new("--id")
    {
        Description = "The id that the device shall have, 16 hexadecimal digits. Default: the one that it has, or a new one.",
        HelpName = "ID",
        CustomParser = ReadId,
    };

    private static readonly Option<string?> Keys = new("--keys")
    {
        Description = "Folder that the device's key is kept in. Default: ecgchip/keys in your settings.",
        HelpName = "DIR",
        CustomParser = OptionValue.Text,
    };

    private static readonly Option<string?> Nanoff = new("--nanoff")
    {
        Description = $"Where nanoff is. Default: where '{NanoffTool.Install}' puts it.",
        HelpName = "FILE",
        CustomParser = OptionValue.Text,
    };

    private static readonly Option<bool> DryRun = new("--dry-run")
    {
        Description = "Prints the steps and nanoff's commands, and does nothing.",
    };

    private static readonly Option<string?> Json = SharedOptions.Json();

    /// <summary>The command with its options.</summary>
    public static Command Create()
    {
        Command command = new(
            "flash",
            $"Makes a device of a board: flashes nanoFramework ({NanoffCommands.Target}) and the program with nanoff, sets id, key and clock over the link, lets the device test "
            + "itself, and prints the label for its box. docs/flashing.md walks through it.\n"
            + "Exit code: 0 done, 1 a step or a line of the self-test failed, 2 unusable input or arguments.")
        {
            Port, Image, Link, Id, Keys, Nanoff, DryRun, Json,
        };
        command.SetAction(RunAsync);
        return command;
    }

    private static async Task<int> RunAsync(ParseResult parsed, CancellationToken cancellation)
    {
        string? json = parsed.GetValue(Json);
        if (json is not null)
        {
            JsonFile.Check(json);
        }

        FlashRequest request = new()
        {
            Port = parsed.GetRequiredValue(Port)!,
            Image = parsed.GetValue(Image),
            Link = parsed.GetValue(Link),
            DeviceId = parsed.GetValue(Id),
            Keys = parsed.GetValue(Keys),
            Nanoff = parsed.GetValue(Nanoff),
        };
        FlashRun run = new(request, json == JsonFile.StandardOutput ? TextWriter.Null : Console.Out);
        if (parsed.GetValue(DryRun))
        {
            run.Rehearse();
            return ExitCode.Done;
        }

        try
        {
            FlashResult result = await run.RunAsync(cancellation);
            if (json is not null)
            {
                JsonFile.Write(json, FlashJson.From(result));
            }

            return result.Stored && result.Lines.All(line => line.Verdict != LineVerdict.Failed) ? ExitCode.Done : ExitCode.Failed;
        }
        catch (FlashException exception)
        {
            Console.Error.WriteLine($"{EcgChipCommand.Name}: {exception.Message.ReplaceLineEndings(" ")}");
            return ExitCode.Failed;
        }
    }

    internal static long? ReadId(ArgumentResult result)
    {
        const int digits = 16;
        string text = OptionValue.Text(result);
        if (text.Length == digits && long.TryParse(text, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out long id) && id != 0)
        {
            return id;
        }

        result.AddError($"--id {text} is no id: give 16 hexadecimal digits, not all 0.");
        return null;
    }
}
