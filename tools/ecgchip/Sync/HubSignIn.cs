using System;
using System.Threading;
using EcgChip.Link.Sync;
using Spectre.Console;

namespace EcgChip.Cli.Sync;

/// <summary>Signs in to a hub. The password comes from whoever sits there, or from the environment; it is kept nowhere.</summary>
internal static class HubSignIn
{
    /// <summary>The environment's variable that may hold the password.</summary>
    public const string PasswordVariable = "ECGCHIP_HUB_PASSWORD";

    /// <summary>Signs in.</summary>
    /// <exception cref="UnusableInputException">No user or no password is given.</exception>
    /// <exception cref="SyncException">The hub does not answer, or does not let the user in.</exception>
    public static HubClient Open(Uri address, string? user, CancellationToken cancellation)
    {
        if (user is null)
        {
            throw new UnusableInputException("The hub wants to know who you are: give --user with your name there.");
        }

        string? password = Environment.GetEnvironmentVariable(PasswordVariable);
        if (password is null && (Console.IsInputRedirected || Console.IsErrorRedirected))
        {
            throw new UnusableInputException($"There is nobody to ask for the password of {user}: set {PasswordVariable}.");
        }

        password ??= AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(Console.Error) })
            .Prompt(new TextPrompt<string>(Markup.Escape($"Password of {user}:")).Secret());
        HubClient hub = new(address);
        try
        {
            hub.SignIn(user, password, cancellation);
            return hub;
        }
        catch
        {
            hub.Dispose();
            throw;
        }
    }
}
