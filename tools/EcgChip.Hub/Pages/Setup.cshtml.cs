using System;
using System.Threading.Tasks;
using EcgChip.Hub.Data;
using EcgChip.Hub.Security;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.RateLimiting;

namespace EcgChip.Hub.Pages;

/// <summary>Makes the first administrator, for whoever reads the hub's console; there is no such page afterwards.</summary>
[AllowAnonymous]
[EnableRateLimiting(Security.SignIn.RateLimit)]
public sealed class SetupModel(SetupToken token, UserManager<HubUser> users, AuditTrail audit, IServiceProvider services) : PageModel
{
    /// <summary>The token from the console.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Token { get; set; }

    /// <summary>The administrator's name.</summary>
    [BindProperty]
    public string Email { get; set; } = "";

    /// <summary>The password.</summary>
    [BindProperty]
    public string Password { get; set; } = "";

    /// <summary>Shows the form.</summary>
    public async Task<IActionResult> OnGetAsync() => await IsOpenAsync() ? Page() : NotFound();

    /// <summary>Makes the administrator.</summary>
    public async Task<IActionResult> OnPostAsync()
    {
        if (!await IsOpenAsync())
        {
            return NotFound();
        }

        HubUser user = new() { UserName = Email.Trim(), Email = Email.Trim(), EmailConfirmed = true };
        IdentityResult result = await users.CreateAsync(user, Password);
        result = result.Succeeded ? await users.AddToRoleAsync(user, Roles.Administrator) : result;
        if (!result.Succeeded)
        {
            foreach (IdentityError error in result.Errors)
            {
                ModelState.AddModelError("", error.Description);
            }

            return Page();
        }

        await audit.SaveAsync(AuditAction.UserAdded, detail: $"{user.Email}: {Roles.Administrator}", user: "the first administrator");
        return LocalRedirect("/SignIn");
    }

    private async Task<bool> IsOpenAsync() => token.Is(Token) && await SetupToken.IsWantedAsync(services);
}
