using System;
using System.Threading.Tasks;
using EcgChip.Hub.Data;
using Microsoft.AspNetCore.Identity;

namespace EcgChip.Hub.Security;

/// <summary>Lets users in by their password, for the pages and for the API alike, and writes down who came and who was refused.</summary>
public sealed class Doorkeeper(SignInManager<HubUser> signIn, UserManager<HubUser> users, IPasswordHasher<HubUser> hasher, AuditTrail audit)
{
    // Made once: what a stranger's password is compared with, so that it takes as long as a user's.
    private static readonly HubUser Nobody = new();
    private static string? nobodysHash;

    /// <summary>Signs a user in.</summary>
    /// <param name="scheme">Cookie or bearer token; the latter writes the answer itself.</param>
    /// <param name="email">The user's name.</param>
    /// <param name="password">The password.</param>
    /// <returns>True when the user is in. Why not is not told to whoever asks, but stands in the audit trail.</returns>
    public async Task<bool> LetInAsync(string scheme, string? email, string? password)
    {
        string name = email?.Trim() ?? "";
        HubUser? user = await users.FindByNameAsync(name);
        if (user is null)
        {
            nobodysHash ??= hasher.HashPassword(Nobody, Guid.NewGuid().ToString());
            hasher.VerifyHashedPassword(Nobody, nobodysHash, password ?? "");
            await audit.SaveAsync(AuditAction.SignInRefused, detail: "no such user", user: name);
            return false;
        }

        signIn.AuthenticationScheme = scheme;
        SignInResult result = await signIn.CheckPasswordSignInAsync(user, password ?? "", lockoutOnFailure: true);
        if (!result.Succeeded)
        {
            await audit.SaveAsync(AuditAction.SignInRefused, detail: result.IsLockedOut ? "locked" : "wrong password", user: name);
            return false;
        }

        // Written down first: a token is on its way once it is made.
        await audit.SaveAsync(AuditAction.SignedIn, detail: scheme == IdentityConstants.BearerScheme ? "API" : "", user: user.UserName);
        await signIn.SignInAsync(user, isPersistent: false);
        return true;
    }
}
