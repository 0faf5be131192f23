using System;
using System.Collections.Generic;
using System.CommandLine;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using EcgChip.Cli.Output;
using EcgChip.Link;

namespace EcgChip.Cli.Commands;

/// <summary><c>ecgchip self-test</c>: lets a device test itself and prints what it finds.</summary>
public static class SelfTestCommand
{
    private static readonly Option<string?> Port = LinkOptions.Port();
    private static readonly Option<string?> Tcp = LinkOptions.Tcp();
    private static readonly Option<string?> Json = SharedOptions.Json();

    /// <summary>The command with its options.</summary>
    public static Command Create()
    {
        Command command = new(
            "self-test",
            "Lets a device test itself, over its link, and prints what it finds. Clip its electrodes together first. It takes half a minute.\n"
            + "Exit code: 0 every line passed, 1 a line failed or the device does not answer, 2 unusable input or arguments.")
        {
            Port, Tcp, Json,
        };
        command.SetAction(RunAsync);
        return command;
    }

    private static Task<int> RunAsync(ParseResult parsed, CancellationToken cancellation) => Task.Run(() => Run(parsed, cancellation), CancellationToken.None);

    private static int Run(ParseResult parsed, CancellationToken cancellation)
    {
        string? json = parsed.GetValue(Json);
        if (json is not null)
        {
            JsonFile.Check(json);
        }

        using LinkClient client = new(LinkOptions.Open(parsed.GetValue(Port), parsed.GetValue(Tcp)));
        DeviceHello hello = client.Hello(cancellation);
        bool prints = json != JsonFile.StandardOutput;
        if (prints)
        {
            SelfTestText.PrintHello(hello, Console.Out);
        }

        (IReadOnlyList<TestLine> lines, bool stored) = SelfTestSession.Run(
            client, prints ? line => SelfTestText.Print(line, Console.Out) : null, cancellation);
        if (prints)
        {
            SelfTestText.PrintEnd(lines, stored, Console.Out);
        }

        if (json is not null)
        {
            JsonFile.Write(json, SelfTestJson.From(hello, lines, stored));
        }

        return lines.Any(line => line.Verdict == LineVerdict.Failed) || !stored ? ExitCode.Failed : ExitCode.Done;
    }
}
