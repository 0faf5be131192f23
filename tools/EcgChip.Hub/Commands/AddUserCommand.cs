using System;
using System.CommandLine;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using EcgChip.Hub.Data;
using EcgChip.Hub.Security;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;

namespace EcgChip.Hub.Commands;

/// <summary><c>add-user EMAIL --role ROLE</c>: makes a user, or gives one a further role.</summary>
internal static class AddUserCommand
{
    /// <summary>Where the password stands when nobody sits at a terminal.</summary>
    internal const string PasswordVariable = "ECGCHIP_HUB_PASSWORD";

    internal static Command Create(HubCommandOptions options)
    {
        Argument<string> email = new("email") { Description = "The user's mail address, which is the name to sign in with." };
        Option<string[]> roles = new("--role")
        {
            Description = $"{string.Join(", ", Roles.All)}; may be said several times.",
            Required = true,
            AllowMultipleArgumentsPerToken = true,
        };
        roles.AcceptOnlyFromAmong(Roles.All);
        Command command = new("add-user", $"Makes a user, or gives one further roles. The password is asked for, or taken from {PasswordVariable}; there is no default one.") { email, roles };
        command.SetAction((parsed, cancellation) => RunAsync(options.Stored(parsed), parsed.GetValue(email)!, parsed.GetValue(roles)!, cancellation));
        return command;
    }

    private static async Task<int> RunAsync(HubOptions options, string email, string[] roles, CancellationToken cancellation)
    {
        await using ServiceProvider services = await HubApp.ServicesAsync(options, cancellation);
        await using AsyncServiceScope scope = services.CreateAsyncScope();
        UserManager<HubUser> users = scope.ServiceProvider.GetRequiredService<UserManager<HubUser>>();
        AuditTrail audit = scope.ServiceProvider.GetRequiredService<AuditTrail>();
        HubUser? user = await users.FindByNameAsync(email);
        bool isNew = user is null;
        if (user is null)
        {
            user = new HubUser { UserName = email, Email = email, EmailConfirmed = true };
            Check(await users.CreateAsync(user, Password(email)));
        }

        string[] wanted = [.. roles.Distinct(StringComparer.Ordinal).Except(await users.GetRolesAsync(user), StringComparer.Ordinal)];
        Check(await users.AddToRolesAsync(user, wanted));
        await audit.SaveAsync(
            isNew ? AuditAction.UserAdded : AuditAction.UserChanged, detail: $"{email}: {string.Join(", ", wanted)}", user: $"the machine's user {Environment.UserName}", cancellation: cancellation);
        Console.WriteLine($"{email} is {(isNew ? "a new user" : "a user")} with the roles {string.Join(", ", (await users.GetRolesAsync(user)).Order(StringComparer.Ordinal))}.");
        return 0;
    }

    private static void Check(IdentityResult result)
    {
        if (!result.Succeeded)
        {
            throw new HubException($"The user was not made: {string.Join(" ", result.Errors.Select(error => error.Description))}");
        }
    }

    private static string Password(string email)
    {
        if (Environment.GetEnvironmentVariable(PasswordVariable) is { Length: > 0 } given)
        {
            return given;
        }

        if (Console.IsInputRedirected)
        {
            return Console.In.ReadLine() is { Length: > 0 } line ? line : throw new HubException($"There is no password: set {PasswordVariable}, or give it on standard input.");
        }

        string password = Ask($"Password for {email}: ");
        return Ask("Once more: ") == password ? password : throw new HubException("The two passwords are not the same: nothing was done.");
    }

    private static string Ask(string prompt)
    {
        Console.Error.Write(prompt);
        System.Text.StringBuilder typed = new();
        while (true)
        {
            ConsoleKeyInfo key = Console.ReadKey(intercept: true);
            if (key.Key == ConsoleKey.Enter)
            {
                Console.Error.WriteLine();
                return typed.ToString();
            }

            if (key.Key == ConsoleKey.Backspace)
            {
                typed.Length -= Math.Min(1, typed.Length);
            }
            else if (!char.IsControl(key.KeyChar))
            {
                typed.Append(key.KeyChar);
            }
        }
    }
}
