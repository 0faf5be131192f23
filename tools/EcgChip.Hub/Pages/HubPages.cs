using System;
using EcgChip.Hub.Api;
using EcgChip.Hub.Security;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace EcgChip.Hub.Pages;

/// <summary>The pages for people: made on the server, so that a poor phone on a poor network shows them; only the strip needs a script.</summary>
internal static class HubPages
{
    private const string FormCookie = "ecgchip-hub-form";

    internal static void AddTo(IServiceCollection services, HubOptions options)
    {
        services.AddRazorPages();
        services.AddAntiforgery(form =>
        {
            form.Cookie.Name = FormCookie;
            form.Cookie.HttpOnly = true;
            form.Cookie.SameSite = SameSiteMode.Strict;
            form.Cookie.SecurePolicy = Transport.Cookies(options);
        });
    }

    /// <summary>Errors of pages are pages, too.</summary>
    internal static void UseErrors(WebApplication app) => app.UseWhen(
        context => !context.Request.Path.StartsWithSegments(HubApi.Root, StringComparison.OrdinalIgnoreCase),
        pages =>
        {
            pages.UseExceptionHandler("/Problem/500");
            pages.UseStatusCodePagesWithReExecute("/Problem/{0}");
        });

    internal static void Map(WebApplication app) => app.MapRazorPages().WithStaticAssets();
}
