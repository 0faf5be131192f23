using System;
using System.Threading.Tasks;
using EcgChip.Hub.Security;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.RateLimiting;

namespace EcgChip.Hub.Pages;

/// <summary>Lets a user in by the password.</summary>
[AllowAnonymous]
[EnableRateLimiting(Security.SignIn.RateLimit)]
public sealed class SignInModel(Doorkeeper doorkeeper) : PageModel
{
    /// <summary>The user's name.</summary>
    [BindProperty]
    public string Email { get; set; } = "";

    /// <summary>The password.</summary>
    [BindProperty]
    public string Password { get; set; } = "";

    /// <summary>The page that was asked for.</summary>
    [BindProperty(SupportsGet = true)]
    public string? ReturnUrl { get; set; }

    /// <summary>Signs in, and goes on to the page that was asked for where that is one of the hub's.</summary>
    public async Task<IActionResult> OnPostAsync()
    {
        if (ModelState.IsValid && await doorkeeper.LetInAsync(IdentityConstants.ApplicationScheme, Email, Password))
        {
            return LocalRedirect(Url.IsLocalUrl(ReturnUrl) ? ReturnUrl : "/");
        }

        Password = "";
        ModelState.Clear();
        ModelState.AddModelError("", "Name or password are wrong, or the user is locked for a while after too many attempts.");
        return Page();
    }
}
