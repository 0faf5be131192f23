using System;
using System.Linq;
using System.Threading.Tasks;
using EcgChip.Hub.Data;
using Microsoft.AspNetCore.Identity;

namespace EcgChip.Hub.Security;

/// <summary>Refuses passwords that are tried first: the user's own name, the hub's, a word said over and over, keys in a row.</summary>
internal sealed class NotOneOfTheUsualPasswords : IPasswordValidator<HubUser>
{
    private const int ShortestName = 4;
    private static readonly string[] Usual = ["password", "passwort", "letmein", "welcome", "qwerty", "asdfgh", "123456", "abcdef", "ecgchip", "changeme", "administrator"];

    /// <inheritdoc/>
    public Task<IdentityResult> ValidateAsync(UserManager<HubUser> manager, HubUser user, string? password)
    {
        ArgumentNullException.ThrowIfNull(user);
        string given = password ?? "";
        string name = user.UserName?.Split('@')[0] ?? "";
        bool guessed = (name.Length >= ShortestName && given.Contains(name, StringComparison.OrdinalIgnoreCase))
            || Usual.Any(each => given.Contains(each, StringComparison.OrdinalIgnoreCase)) || Repeats(given);
        return Task.FromResult(guessed
            ? IdentityResult.Failed(new IdentityError { Code = "PasswordUsual", Description = "The password is one that is tried first: take some words that belong to nobody." })
            : IdentityResult.Success);
    }

    // "abcabcabcabc" stands twice in itself doubled, also without its ends.
    private static bool Repeats(string text) => text.Length > 0 && (text + text)[1..^1].Contains(text, StringComparison.Ordinal);
}
