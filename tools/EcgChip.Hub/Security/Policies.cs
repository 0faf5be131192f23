using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Identity;

namespace EcgChip.Hub.Security;

/// <summary>
/// Who may do what. The API takes bearer tokens only and the pages cookies only, so that no page of somebody else's can make a browser call the API.
/// </summary>
internal static class Policies
{
    internal const string ApiCollects = "ApiCollects";
    internal const string ApiJudges = "ApiJudges";
    internal const string ApiAdministers = "ApiAdministers";
    internal const string ApiSeesFleet = "ApiSeesFleet";
    internal const string ApiTrains = "ApiTrains";
    internal const string PageJudges = "PageJudges";
    internal const string PageAdministers = "PageAdministers";
    internal const string PageTrains = "PageTrains";

    internal static void Add(AuthorizationOptions options)
    {
        Api(options, ApiCollects, Roles.FieldWorker, Roles.Administrator);
        Api(options, ApiJudges, Roles.Doctor);
        Api(options, ApiAdministers, Roles.Administrator);
        Api(options, ApiSeesFleet, Roles.All);
        Api(options, ApiTrains, Roles.Doctor, Roles.Administrator);
        Page(options, PageJudges, Roles.Doctor);
        Page(options, PageAdministers, Roles.Administrator);
        Page(options, PageTrains, Roles.Doctor, Roles.Administrator);
    }

    private static void Api(AuthorizationOptions options, string name, params string[] roles) =>
        options.AddPolicy(name, policy => policy.AddAuthenticationSchemes(IdentityConstants.BearerScheme).RequireAuthenticatedUser().RequireRole(roles));

    private static void Page(AuthorizationOptions options, string name, params string[] roles) =>
        options.AddPolicy(name, policy => policy.AddAuthenticationSchemes(IdentityConstants.ApplicationScheme).RequireAuthenticatedUser().RequireRole(roles));
}
