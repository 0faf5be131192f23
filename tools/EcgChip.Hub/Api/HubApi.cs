using System;
using System.Text.Json.Serialization;
using System.Threading;
using System.Threading.Tasks;
using EcgChip.Hub.Data;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.OpenApi;

namespace EcgChip.Hub.Api;

/// <summary>The API under /api: JSON, bearer tokens, errors as problem details (RFC 9457), described at /openapi/v1.json.</summary>
internal static class HubApi
{
    /// <summary>Where all of it is.</summary>
    internal const string Root = "/api";

    private const string BearerName = "bearer";

    internal static void AddTo(IServiceCollection services)
    {
        services.AddProblemDetails();
        services.ConfigureHttpJsonOptions(json => json.SerializerOptions.Converters.Add(new JsonStringEnumConverter(System.Text.Json.JsonNamingPolicy.KebabCaseLower)));
        services.AddOpenApi("v1", openApi => openApi.AddDocumentTransformer((document, _, _) =>
        {
            document.Info.Title = "EcgChip hub";
            document.Info.Description = "Takes sealed records of ECG devices in, and gives them, and what doctors say of them, out.";
            document.Components ??= new OpenApiComponents();
            document.AddComponent(BearerName, new OpenApiSecurityScheme
            {
                Type = SecuritySchemeType.Http,
                Scheme = "bearer",
                Description = "The accessToken that POST /api/identity/login gives.",
            });
            document.Security = [new OpenApiSecurityRequirement { [new OpenApiSecuritySchemeReference(BearerName, document)] = [] }];
            return Task.CompletedTask;
        }));
    }

    /// <summary>Errors of the API are problem details, of whatever kind they are.</summary>
    internal static void UseErrors(WebApplication app) => app.UseWhen(
        context => context.Request.Path.StartsWithSegments(Root, StringComparison.OrdinalIgnoreCase),
        api =>
        {
            api.UseExceptionHandler();
            api.UseStatusCodePages();
        });

    internal static void Map(WebApplication app)
    {
        app.MapOpenApi().AllowAnonymous();
        app.MapGet("/healthz", HealthAsync).AllowAnonymous().ExcludeFromDescription();
        RouteGroupBuilder api = app.MapGroup(Root);
        IdentityEndpoints.Map(api.MapGroup("/identity").WithTags("Sign in"));
        DeviceEndpoints.Map(api.MapGroup("/devices").WithTags("Devices"));
        RecordEndpoints.Map(api.MapGroup("/records").WithTags("Recordings"));
        CorrectionEndpoints.Map(api.MapGroup("/corrections").WithTags("Training"));
        AuditEndpoints.Map(api.MapGroup("/audit").WithTags("Audit trail"));
        UploadEndpoints.Map(api.MapGroup("/devices/{id}/records").WithTags("Records of a device"));
    }

    // For whoever watches the hub and starts it again: it is well when its database answers.
    private static async Task<StatusCodeHttpResult> HealthAsync(HubContext context, CancellationToken cancellation) =>
        TypedResults.StatusCode(await context.Database.CanConnectAsync(cancellation) ? StatusCodes.Status200OK : StatusCodes.Status503ServiceUnavailable);
}
