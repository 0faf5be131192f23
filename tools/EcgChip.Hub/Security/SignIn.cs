using System;
using System.Threading.RateLimiting;
using EcgChip.Hub.Data;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.Extensions.DependencyInjection;

namespace EcgChip.Hub.Security;

/// <summary>Users, passwords, cookies and tokens: the framework's identity library, set for the hub.</summary>
internal static class SignIn
{
    /// <summary>The rate limit on whatever takes a password.</summary>
    internal const string RateLimit = "sign-in";

    private const string CookieName = "ecgchip-hub";

    // Length is what holds; rules on signs only make people write passwords down (NIST SP 800-63B, 5.1.1.2).
    private const int LeastPasswordLength = 12;
    private const int LeastDifferentCharacters = 5;

    // OWASP's password storage cheat sheet, for PBKDF2 with HMAC-SHA512.
    private const int HashIterations = 210_000;

    private const int FailuresBeforeLockout = 5;
    private static readonly TimeSpan Lockout = TimeSpan.FromMinutes(15);
    private static readonly TimeSpan CookieLife = TimeSpan.FromHours(10);
    private static readonly TimeSpan TokenLife = TimeSpan.FromHours(1);
    private static readonly TimeSpan RefreshLife = TimeSpan.FromHours(12);
    private static readonly TimeSpan InvitationLife = TimeSpan.FromDays(3);

    // Whoever is locked or loses a role is out within this time.
    private static readonly TimeSpan StampChecked = TimeSpan.FromMinutes(2);

    internal static void AddTo(IServiceCollection services, HubOptions options)
    {
        services.AddIdentityCore<HubUser>(identity =>
        {
            identity.User.RequireUniqueEmail = true;
            identity.Password.RequiredLength = LeastPasswordLength;
            identity.Password.RequiredUniqueChars = LeastDifferentCharacters;
            identity.Password.RequireDigit = false;
            identity.Password.RequireLowercase = false;
            identity.Password.RequireUppercase = false;
            identity.Password.RequireNonAlphanumeric = false;
            identity.Lockout.AllowedForNewUsers = true;
            identity.Lockout.MaxFailedAccessAttempts = FailuresBeforeLockout;
            identity.Lockout.DefaultLockoutTimeSpan = Lockout;
        })
            .AddRoles<IdentityRole>()
            .AddEntityFrameworkStores<HubContext>()
            .AddPasswordValidator<NotOneOfTheUsualPasswords>()
            .AddSignInManager()
            .AddDefaultTokenProviders();
        services.Configure<PasswordHasherOptions>(hasher => hasher.IterationCount = HashIterations);
        services.Configure<DataProtectionTokenProviderOptions>(token => token.TokenLifespan = InvitationLife);
        services.Configure<SecurityStampValidatorOptions>(stamp => stamp.ValidationInterval = StampChecked);
        AuthenticationBuilder authentication = services.AddAuthentication(IdentityConstants.ApplicationScheme);
        authentication.AddIdentityCookies();
        authentication.AddBearerToken(IdentityConstants.BearerScheme, token =>
        {
            token.BearerTokenExpiration = TokenLife;
            token.RefreshTokenExpiration = RefreshLife;
        });
        services.ConfigureApplicationCookie(cookie =>
        {
            cookie.Cookie.Name = CookieName;
            cookie.Cookie.HttpOnly = true;
            cookie.Cookie.SameSite = SameSiteMode.Strict;
            cookie.Cookie.SecurePolicy = Transport.Cookies(options);
            cookie.ExpireTimeSpan = CookieLife;
            cookie.SlidingExpiration = true;
            cookie.LoginPath = "/SignIn";
            cookie.AccessDeniedPath = "/Denied";
        });
        services.AddAuthorization(Policies.Add);
        services.AddScoped<Doorkeeper>();
        services.AddRateLimiter(limiter =>
        {
            limiter.RejectionStatusCode = StatusCodes.Status429TooManyRequests;
            limiter.AddPolicy(RateLimit, context => RateLimitPartition.GetFixedWindowLimiter(
                context.Connection.RemoteIpAddress?.ToString() ?? "", _ => new FixedWindowRateLimiterOptions
                {
                    PermitLimit = options.SignInsPerMinute,
                    Window = TimeSpan.FromMinutes(1),
                }));
        });
    }
}
