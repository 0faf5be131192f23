using System.Collections.Generic;
using System.Threading.Tasks;
using EcgChip.Hub.Data;
using EcgChip.Hub.Security;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.RateLimiting;

namespace EcgChip.Hub.Pages;

/// <summary>A user's own account.</summary>
[Authorize]
[EnableRateLimiting(Security.SignIn.RateLimit)]
public sealed class PasswordModel(UserManager<HubUser> users, SignInManager<HubUser> signIn, AuditTrail audit) : PageModel
{
    /// <summary>The password of now.</summary>
    [BindProperty]
    public string Current { get; set; } = "";

    /// <summary>The one wanted.</summary>
    [BindProperty]
    public string Wanted { get; set; } = "";

    /// <summary>True when it was changed.</summary>
    public bool Done { get; private set; }

    /// <summary>What the user is.</summary>
    public IList<string> UserRoles { get; private set; } = [];

    /// <summary>Shows the account.</summary>
    public async Task OnGetAsync() => UserRoles = await users.GetUserAsync(User) is { } user ? await users.GetRolesAsync(user) : [];

    /// <summary>Changes the password; other sessions of the user end.</summary>
    public async Task<IActionResult> OnPostAsync()
    {
        if (await users.GetUserAsync(User) is not { } user)
        {
            return Challenge();
        }

        IdentityResult result = await users.ChangePasswordAsync(user, Current, Wanted);
        Done = result.Succeeded;
        if (Done)
        {
            await audit.SaveAsync(AuditAction.PasswordSet);
            await signIn.RefreshSignInAsync(user);
        }

        foreach (IdentityError error in result.Errors)
        {
            ModelState.AddModelError("", error.Description);
        }

        UserRoles = await users.GetRolesAsync(user);
        return Page();
    }
}
