using System;
using System.CommandLine;
using System.Data.Common;
using System.IO;
using System.Linq;
using System.Net.Http;
using System.Runtime.InteropServices;
using System.Threading;
using System.Threading.Tasks;
using EcgChip.Hub.Security;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace EcgChip.Hub.Commands;

/// <summary>The hub's command line: without a command it serves.</summary>
public static class HubCommand
{
    private const string Name = "ecgchip-hub";
    private static readonly string[] SecretNames = ["pass", "pwd", "psw"];

    private const int Failed = 1;
    private const int Unusable = 2;

    /// <summary>Parses and runs.</summary>
    /// <returns>0 done, 1 the work was done and something in it failed, 2 unusable input or arguments.</returns>
    public static async Task<int> RunAsync(string[] args, CancellationToken cancellation = default)
    {
        ParseResult parsed = Create().Parse(args, new ParserConfiguration { ResponseFileTokenReplacer = null });
        if (parsed.Errors.Count > 0)
        {
            return Say($"{parsed.Errors[0].Message.TrimEnd('.')}: see --help.");
        }

        using CancellationTokenSource interruption = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        using PosixSignalRegistration interrupt = PosixSignalRegistration.Create(PosixSignal.SIGINT, Cancel);
        using PosixSignalRegistration terminate = PosixSignalRegistration.Create(PosixSignal.SIGTERM, Cancel);
        try
        {
            return await parsed.InvokeAsync(new InvocationConfiguration { EnableDefaultExceptionHandler = false, ProcessTerminationTimeout = null }, interruption.Token);
        }
        catch (OperationCanceledException)
        {
            Say("Interrupted.");
            return Failed;
        }
        catch (HubException exception)
        {
            return Say(exception.Message);
        }
        catch (Exception exception) when (exception is HttpRequestException or DbException)
        {
            Say($"{exception.Message.TrimEnd('.')}: the hub or its database went away meanwhile; try again.");
            return Failed;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return Say($"{exception.Message.TrimEnd('.')}: check the path or address, your rights to it and the space there.");
        }

        // The end is to be tidy: a throw-away database is not left behind.
        void Cancel(PosixSignalContext signal)
        {
            signal.Cancel = true;
            interruption.Cancel();
        }
    }

    private static RootCommand Create()
    {
        HubCommandOptions options = new();
        RootCommand root = new(
            "Keeps what EcgChip devices recorded, and shows it to doctors. Without a command it serves until it is interrupted.\n"
            + "Exit code: 0 done, 1 the work was done and something in it failed, 2 unusable input or arguments.")
        {
            AddUserCommand.Create(options),
            CorrectionsCommand.Create(options),
            LoadCommand.Create(options),
            EndureCommand.Create(),
        };
        options.AddTo(root);
        root.SetAction((parsed, cancellation) => ServeAsync(options.Read(parsed), cancellation));
        return root;
    }

    private static async Task<int> ServeAsync(HubOptions options, CancellationToken cancellation)
    {
        WebApplication app = await HubApp.CreateAsync(options, cancellation);
        await using (app)
        {
            await app.StartAsync(cancellation);
            Console.WriteLine($"The hub listens on {string.Join(", ", app.Urls)} and keeps its data in {Shown(options)}, its keys in {options.KeysOrUsual}.");
            if (await SetupToken.IsWantedAsync(app.Services))
            {
                string token = app.Services.GetRequiredService<SetupToken>().Text;
                Console.WriteLine($"It has no administrator yet. Make the first one at {app.Urls.First()}/Setup?token={token}, or with the command add-user.");
            }

            await app.WaitForShutdownAsync(cancellation);
        }

        return 0;
    }

    // A connection string may hold a password.
    private static string Shown(HubOptions options) => options.DatabaseOrUsual.Contains('=', StringComparison.Ordinal)
        ? string.Join(';', options.DatabaseOrUsual.Split(';').Where(part => !SecretNames.Any(name => part.TrimStart().StartsWith(name, StringComparison.OrdinalIgnoreCase))))
        : options.DatabaseOrUsual;

    private static int Say(string sentence)
    {
        Console.Error.WriteLine($"{Name}: {sentence.ReplaceLineEndings(" ")}");
        return Unusable;
    }
}
