using System;
using System.Linq;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.HttpOverrides;

namespace EcgChip.Hub.Security;

/// <summary>Sees to it that passwords and recordings go over TLS wherever they leave the machine.</summary>
internal static class Transport
{
    /// <summary>Whether cookies are for TLS only: they are, but where the hub talks to its own machine over http.</summary>
    internal static CookieSecurePolicy Cookies(HubOptions options) =>
        options.PlainHttp || (!options.BehindProxy && Addresses(options).Any(IsPlain)) ? CookieSecurePolicy.SameAsRequest : CookieSecurePolicy.Always;

    /// <summary>Refuses to listen in the clear to others.</summary>
    /// <exception cref="HubException">It was asked to.</exception>
    internal static void Check(HubOptions options)
    {
        string? open = Addresses(options).FirstOrDefault(address => IsPlain(address) && !IsLoopback(address));
        if (open is not null && !options.PlainHttp && !options.BehindProxy)
        {
            throw new HubException(
                $"On {open} passwords and recordings would go through the network in the clear: listen on https, or on {HubOptions.UsualUrl} behind a proxy that ends TLS "
                + "(docs/hub.md), or say --plain-http.");
        }
    }

    internal static void Use(WebApplication app, HubOptions options)
    {
        if (options.BehindProxy)
        {
            app.UseForwardedHeaders(new ForwardedHeadersOptions { ForwardedHeaders = ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto });
        }

        if (Cookies(options) == CookieSecurePolicy.Always)
        {
            app.UseHsts();
            app.UseHttpsRedirection();
        }
    }

    private static string[] Addresses(HubOptions options) =>
        options.Urls.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    private static bool IsPlain(string address) => !address.StartsWith("https:", StringComparison.OrdinalIgnoreCase);

    // "http://*:5080" and "http://+:5080" are no addresses to Uri, and listen to everybody.
    private static bool IsLoopback(string address) => Uri.TryCreate(address, UriKind.Absolute, out Uri? uri) && uri.IsLoopback;
}
