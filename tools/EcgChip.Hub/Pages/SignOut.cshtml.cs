using System.Threading.Tasks;
using EcgChip.Hub.Data;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace EcgChip.Hub.Pages;

/// <summary>Ends a session, on this machine and on every other of the user's.</summary>
[Authorize]
public sealed class SignOutModel(SignInManager<HubUser> signIn, UserManager<HubUser> users) : PageModel
{
    /// <summary>There is nothing to see.</summary>
    public IActionResult OnGet() => LocalRedirect("/");

    /// <summary>Signs out.</summary>
    public async Task<IActionResult> OnPostAsync()
    {
        if (await users.GetUserAsync(User) is { } user)
        {
            await users.UpdateSecurityStampAsync(user);
        }

        await signIn.SignOutAsync();
        return LocalRedirect("/SignIn");
    }
}
