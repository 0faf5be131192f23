using System;
using System.CommandLine;
using System.CommandLine.Parsing;
using System.Threading;
using System.Threading.Tasks;
using EcgChip.Cli.Output;
using EcgChip.Cli.Sync;
using EcgChip.Link;
using EcgChip.Link.Sync;

namespace EcgChip.Cli.Commands;

/// <summary><c>ecgchip sync</c>: collects what a device has recorded.</summary>
public static class SyncCommand
{
    private static readonly Option<string?> Port = LinkOptions.Port();
    private static readonly Option<string?> Tcp = LinkOptions.Tcp();

    private static readonly Option<Uri?> Hub = new("--hub")
    {
        Description = "The hub that records are handed to: https://HOST. Without it they stay in the store.",
        HelpName = "URL",
        CustomParser = ReadAddress,
    };

    private static readonly Option<string?> User = new("--user")
    {
        Description = $"Your name at the hub. The password is asked for, or taken from {HubSignIn.PasswordVariable}.",
        HelpName = "NAME",
        CustomParser = OptionValue.Text,
    };

    private static readonly Option<string?> Store = new("--store")
    {
        Description = "Folder that records are stored in. Default: ecgchip/store in your application data.",
        HelpName = "DIR",
        CustomParser = OptionValue.Text,
    };

    private static readonly Option<string?> Keys = new("--keys")
    {
        Description = "Folder of the devices' keys: ID.key as 'flash' writes it, or ID.link. Default: ecgchip/keys in your settings. A key that is not there is asked of the hub.",
        HelpName = "DIR",
        CustomParser = OptionValue.Text,
    };

    private static readonly Option<string?> Json = SharedOptions.Json();

    /// <summary>The command with its options.</summary>
    public static Command Create()
    {
        Command command = new(
            "sync",
            "Collects what a device has recorded, over its link, and sets its clock. Every record is stored here first; with --hub it is handed over then. The device is told that a record "
            + "is safe, and may free it, when it stands on this computer's disk, or, with --hub, when the hub has it. A sync that is cut off is completed by the next one.\n"
            + "Exit code: 0 everything is where it belongs, 1 something is not yet (no answer, interrupted, refused by the hub), 2 unusable input or arguments.")
        {
            Port, Tcp, Hub, User, Store, Keys, Json,
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

        bool prints = json != JsonFile.StandardOutput;
        SyncRun run = new()
        {
            Store = parsed.GetValue(Store),
            Keys = parsed.GetValue(Keys),
            Hub = parsed.GetValue(Hub),
            User = parsed.GetValue(User),
            Output = prints ? Console.Out : null,
        };
        try
        {
            using LinkClient client = new(LinkOptions.Open(parsed.GetValue(Port), parsed.GetValue(Tcp)));
            SyncOutcome outcome = run.Run(client, cancellation);
            if (json is not null)
            {
                JsonFile.Write(json, SyncJson.From(outcome));
            }

            if (prints)
            {
                SyncText.Print(outcome, Console.Out);
            }

            if (outcome.Result.HubFault is { } fault)
            {
                Console.Error.WriteLine($"{EcgChipCommand.Name}: {fault}");
            }

            return outcome.IsComplete ? ExitCode.Done : ExitCode.Failed;
        }
        catch (OperationCanceledException)
        {
            Console.Error.WriteLine($"{EcgChipCommand.Name}: Interrupted: what was collected is kept; sync again, and it goes on from there.");
            return ExitCode.Failed;
        }
    }

    private static Uri? ReadAddress(ArgumentResult result)
    {
        string text = OptionValue.Text(result);
        if (Uri.TryCreate(text, UriKind.Absolute, out Uri? address) && (address.Scheme == Uri.UriSchemeHttp || address.Scheme == Uri.UriSchemeHttps))
        {
            return address;
        }

        result.AddError($"--hub {text} is no address: give one as in https://hub.example.org.");
        return null;
    }
}
