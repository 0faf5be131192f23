using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace EcgChip.Hub.Pages;

/// <summary>What a page shows that cannot be shown.</summary>
[AllowAnonymous]
[IgnoreAntiforgeryToken]
public sealed class ProblemModel : PageModel
{
    /// <summary>What it is.</summary>
    public string Title { get; private set; } = "";

    /// <summary>What to do.</summary>
    public string Sentence { get; private set; } = "";

    /// <summary>Says what a status means.</summary>
    public void OnGet(int? code) => Say(code ?? StatusCodes.Status500InternalServerError);

    /// <summary>As for a page that was sent something.</summary>
    public void OnPost(int? code) => Say(code ?? StatusCodes.Status500InternalServerError);

    private void Say(int code) => (Title, Sentence) = code switch
    {
        StatusCodes.Status404NotFound => ("Not here", "There is no such page, recording or device."),
        StatusCodes.Status429TooManyRequests => ("Too many attempts", "Wait a minute and try again."),
        StatusCodes.Status400BadRequest => ("Not understood", "The form was too old or not complete: open the page again."),
        _ => ("Something went wrong", "Nothing was changed. Try again; when it happens again, tell whoever runs the hub."),
    };
}
