using System;
using System.Threading.Tasks;
using EcgChip.Hub.Data;
using EcgChip.Hub.Security;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.BearerToken;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Options;

namespace EcgChip.Hub.Api;

/// <summary>A user and the password.</summary>
/// <param name="Email">The user's name.</param>
/// <param name="Password">The password.</param>
public sealed record LoginRequest(string? Email, string? Password);

/// <summary>A token that gives a new pair.</summary>
/// <param name="RefreshToken">The refresh token of an earlier answer.</param>
public sealed record RefreshRequest(string? RefreshToken);

/// <summary>
/// Signs users of the API in, in the form of the framework's own identity endpoints. Those are not used themselves: they would let anybody register.
/// </summary>
internal static class IdentityEndpoints
{
    internal static void Map(RouteGroupBuilder group)
    {
        group.MapPost("/login", LoginAsync).AllowAnonymous().RequireRateLimiting(SignIn.RateLimit)
            .WithSummary("Gives a bearer token for a user's password")
            .Produces<AccessTokenResponse>().ProducesProblem(StatusCodes.Status401Unauthorized).ProducesProblem(StatusCodes.Status429TooManyRequests);
        group.MapPost("/refresh", RefreshAsync).AllowAnonymous().RequireRateLimiting(SignIn.RateLimit)
            .WithSummary("Gives a new bearer token for a refresh token")
            .Produces<AccessTokenResponse>().ProducesProblem(StatusCodes.Status401Unauthorized);
    }

    private static async Task<Results<EmptyHttpResult, ProblemHttpResult>> LoginAsync(LoginRequest login, Doorkeeper doorkeeper) =>
        await doorkeeper.LetInAsync(IdentityConstants.BearerScheme, login.Email, login.Password) ? TypedResults.Empty : Refused();

    private static async Task<Results<SignInHttpResult, ProblemHttpResult>> RefreshAsync(
        RefreshRequest refresh, SignInManager<HubUser> signIn, IOptionsMonitor<BearerTokenOptions> options, TimeProvider time)
    {
        AuthenticationTicket? ticket = options.Get(IdentityConstants.BearerScheme).RefreshTokenProtector.Unprotect(refresh.RefreshToken);
        return ticket?.Properties.ExpiresUtc is { } expires && time.GetUtcNow() < expires
            && await signIn.ValidateSecurityStampAsync(ticket.Principal) is { } user
            ? TypedResults.SignIn(await signIn.CreateUserPrincipalAsync(user), authenticationScheme: IdentityConstants.BearerScheme)
            : Refused();
    }

    private static ProblemHttpResult Refused() => TypedResults.Problem(
        "Name or password are wrong, or the user is locked for a while after too many attempts.", statusCode: StatusCodes.Status401Unauthorized, title: "Not signed in");
}
