using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading.Tasks;
using EcgChip.Hub.Data;
using EcgChip.Hub.Security;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace EcgChip.Hub.Pages;

/// <summary>Users: inviting, roles, locking.</summary>
[Authorize(Policy = Policies.PageAdministers)]
public sealed class UsersModel(UserManager<HubUser> users, AuditTrail audit) : PageModel
{
    /// <summary>All users, what they are, and whether they are locked.</summary>
    public IReadOnlyList<(HubUser User, IList<string> Roles, bool Locked)> All { get; private set; } = [];

    /// <summary>The link that was just made; null when none was.</summary>
    public string? Invitation { get; private set; }

    /// <summary>Whom it is for.</summary>
    public string? Invited { get; private set; }

    /// <summary>Shows them.</summary>
    public async Task OnGetAsync()
    {
        List<(HubUser, IList<string>, bool)> all = [];
        foreach (HubUser user in await users.Users.OrderBy(user => user.UserName).ToListAsync())
        {
            all.Add((user, await users.GetRolesAsync(user), await users.IsLockedOutAsync(user)));
        }

        All = all;
    }

    /// <summary>Makes a user without a password, and the link by which one is set.</summary>
    public async Task<IActionResult> OnPostInviteAsync(string? email, string[] roles)
    {
        string name = email?.Trim() ?? "";
        HubUser user = new() { UserName = name, Email = name, EmailConfirmed = true };
        IdentityResult result = await users.CreateAsync(user);
        result = result.Succeeded ? await users.AddToRolesAsync(user, roles.Intersect(Roles.All)) : result;
        if (result.Succeeded)
        {
            await audit.SaveAsync(AuditAction.UserAdded, detail: $"{name}: {string.Join(", ", roles)}");
            await InviteAsync(user);
        }

        return await ShownAsync(result);
    }

    /// <summary>Makes a new link for a user who has lost the password, or the first link.</summary>
    public async Task<IActionResult> OnPostAgainAsync(string id)
    {
        if (await users.FindByIdAsync(id) is not { } user)
        {
            return NotFound();
        }

        await audit.SaveAsync(AuditAction.UserChanged, detail: $"{user.Email}: new link");
        await InviteAsync(user);
        return await ShownAsync(IdentityResult.Success);
    }

    /// <summary>Sets a user's roles.</summary>
    public async Task<IActionResult> OnPostRolesAsync(string id, string[] roles)
    {
        if (await users.FindByIdAsync(id) is not { } user)
        {
            return NotFound();
        }

        if (user.Id == users.GetUserId(User) && !roles.Contains(Roles.Administrator))
        {
            return await ShownAsync(IdentityResult.Failed(new IdentityError { Description = "Nobody takes the administrator's role from himself: another administrator does." }));
        }

        IList<string> before = await users.GetRolesAsync(user);
        string[] after = [.. roles.Intersect(Roles.All)];
        IdentityResult result = await users.RemoveFromRolesAsync(user, before.Except(after));
        result = result.Succeeded ? await users.AddToRolesAsync(user, after.Except(before)) : result;
        await users.UpdateSecurityStampAsync(user);
        await audit.SaveAsync(AuditAction.UserChanged, detail: $"{user.Email}: {string.Join(", ", before)} -> {string.Join(", ", after)}");
        return await ShownAsync(result);
    }

    /// <summary>Locks a user out, or lets one in again.</summary>
    public async Task<IActionResult> OnPostLockAsync(string id, bool locks)
    {
        if (await users.FindByIdAsync(id) is not { } user)
        {
            return NotFound();
        }

        if (user.Id == users.GetUserId(User))
        {
            return await ShownAsync(IdentityResult.Failed(new IdentityError { Description = "Nobody locks himself out." }));
        }

        IdentityResult result = await users.SetLockoutEndDateAsync(user, locks ? DateTimeOffset.MaxValue : null);
        await users.UpdateSecurityStampAsync(user);
        await audit.SaveAsync(AuditAction.UserChanged, detail: $"{user.Email}: {(locks ? "locked" : "unlocked")}");
        return await ShownAsync(result);
    }

    private async Task InviteAsync(HubUser user)
    {
        Invited = user.Email;
        Invitation = Url.PageLink("/Invite", values: new { email = user.Email, token = await users.GeneratePasswordResetTokenAsync(user) });
    }

    private async Task<IActionResult> ShownAsync(IdentityResult result)
    {
        foreach (IdentityError error in result.Errors)
        {
            ModelState.AddModelError("", error.Description);
        }

        await OnGetAsync();
        return Page();
    }
}
