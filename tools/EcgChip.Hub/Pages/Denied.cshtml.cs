using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace EcgChip.Hub.Pages;

/// <summary>Says that a page is for others.</summary>
[Authorize]
public sealed class DeniedModel : PageModel
{
}
