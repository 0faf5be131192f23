using System.Threading.Tasks;
using EcgChip.Hub.Data;
using EcgChip.Hub.Security;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.RateLimiting;

namespace EcgChip.Hub.Pages;

/// <summary>Where somebody who was invited sets the password: nobody else ever knows it.</summary>
[AllowAnonymous]
[EnableRateLimiting(Security.SignIn.RateLimit)]
public sealed class InviteModel(UserManager<HubUser> users, AuditTrail audit) : PageModel
{
    /// <summary>Who was invited.</summary>
    [BindProperty(SupportsGet = true)]
    public string Email { get; set; } = "";

    /// <summary>The token of the invitation.</summary>
    [BindProperty(SupportsGet = true)]
    public string Token { get; set; } = "";

    /// <summary>The password.</summary>
    [BindProperty]
    public string Password { get; set; } = "";

    /// <summary>Sets the password, where the invitation is good.</summary>
    public async Task<IActionResult> OnPostAsync()
    {
        HubUser? user = await users.FindByNameAsync(Email);
        IdentityResult result = user is null
            ? IdentityResult.Failed(new IdentityErrorDescriber().InvalidToken())
            : await users.ResetPasswordAsync(user, Token, Password);
        if (result.Succeeded)
        {
            await audit.SaveAsync(AuditAction.PasswordSet, user: Email);
            return LocalRedirect("/SignIn");
        }

        foreach (IdentityError error in result.Errors)
        {
            ModelState.AddModelError("", error.Code == nameof(IdentityErrorDescriber.InvalidToken)
                ? "This invitation is no longer good: ask an administrator for a new one."
                : error.Description);
        }

        return Page();
    }
}
