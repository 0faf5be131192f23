using System;
using System.Threading.Tasks;
using Microsoft.AspNetCore.Http;

namespace EcgChip.Hub.Security;

/// <summary>Tells browsers to run nothing but the hub's own scripts, to show its pages in no frame, and to keep no copy of them.</summary>
internal sealed class SecurityHeaders(RequestDelegate next)
{
    // The chart sets the style of its own elements by script, which this allows; no style stands in a page.
    private const string Content =
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; font-src 'self'; "
        + "form-action 'self'; base-uri 'none'; frame-ancestors 'none'; manifest-src 'self'";

    public Task InvokeAsync(HttpContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        IHeaderDictionary headers = context.Response.Headers;
        headers.ContentSecurityPolicy = Content;
        headers.XContentTypeOptions = "nosniff";
        headers.XFrameOptions = "DENY";
        headers["Referrer-Policy"] = "same-origin";
        headers["Permissions-Policy"] = "camera=(), microphone=(), geolocation=(), payment=(), usb=(), serial=()";
        headers["Cross-Origin-Opener-Policy"] = "same-origin";
        headers["Cross-Origin-Resource-Policy"] = "same-origin";
        context.Response.OnStarting(static state =>
        {
            // What is the same for everybody says itself how long it may be kept; everything else is somebody's.
            IHeaderDictionary sent = ((HttpContext)state).Response.Headers;
            if (sent.CacheControl.Count == 0)
            {
                sent.CacheControl = "no-store";
            }

            return Task.CompletedTask;
        }, context);
        return next(context);
    }
}
