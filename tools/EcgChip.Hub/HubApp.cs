using System;
using System.IO;
using System.Threading;
using System.Threading.Tasks;
using EcgChip.Hub.Api;
using EcgChip.Hub.Data;
using EcgChip.Hub.Devices;
using EcgChip.Hub.Intake;
using EcgChip.Hub.Listing;
using EcgChip.Hub.Pages;
using EcgChip.Hub.Reviews;
using EcgChip.Hub.Security;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;

namespace EcgChip.Hub;

/// <summary>Puts the hub together.</summary>
public static class HubApp
{
    /// <summary>The name of the key ring: a hub reads only what hubs protected.</summary>
    private const string KeyRing = "EcgChip.Hub";

    /// <summary>A hub that is ready to be started: its database has its tables, its roles are there.</summary>
    /// <exception cref="HubException">Something that it was given cannot be used.</exception>
    public static Task<WebApplication> CreateAsync(HubOptions options, CancellationToken cancellation = default) => CreateAsync(options, static _ => { }, cancellation);

    /// <summary>The same with some service changed.</summary>
    internal static async Task<WebApplication> CreateAsync(HubOptions options, Action<IServiceCollection> change, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(options);
        Transport.Check(options);
        WebApplicationBuilder builder = WebApplication.CreateBuilder(new WebApplicationOptions
        {
            ApplicationName = typeof(HubApp).Assembly.GetName().Name,
            ContentRootPath = AppContext.BaseDirectory,
        });

        // Without this the chart library is found by a published hub only.
        builder.WebHost.UseStaticWebAssets();
        builder.WebHost.UseUrls(options.Urls.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries));
        SetLogging(builder.Logging, options);
        AddServices(builder.Services, options);
        change(builder.Services);
        WebApplication app = builder.Build();
        Pipeline(app, options);
        await PrepareAsync(app.Services, cancellation);
        return app;
    }

    /// <summary>The services alone, for a command that needs the database and the users and serves nobody.</summary>
    /// <exception cref="HubException">Something that it was given cannot be used.</exception>
    public static async Task<ServiceProvider> ServicesAsync(HubOptions options, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(options);
        ServiceCollection services = new();
        services.AddLogging(logging => SetLogging(logging.AddConsole(), options));
        AddServices(services, options);
        ServiceProvider provider = services.BuildServiceProvider();
        await PrepareAsync(provider, cancellation);
        return provider;
    }

    // A new database has no history of migrations, which is looked for all the same; what fails elsewhere is told by whoever wanted it. That the key ring is protected by
    // the rights to its folder, where no certificate is given, says docs/hub.md.
    private static void SetLogging(ILoggingBuilder logging, HubOptions options) => logging.SetMinimumLevel(options.Verbose ? LogLevel.Information : LogLevel.Warning)
        .AddFilter("Microsoft.EntityFrameworkCore.Database.Command", LogLevel.Critical)
        .AddFilter("Microsoft.AspNetCore.DataProtection", LogLevel.Error);

    private static void AddServices(IServiceCollection services, HubOptions options)
    {
        HubDatabase database = HubDatabase.Parse(options.DatabaseOrUsual);
        services.AddSingleton(options);
        services.AddSingleton(database);
        services.TryAddSingleton(TimeProvider.System);
        database.AddTo(services);
        services.AddDataProtection().SetApplicationName(KeyRing).PersistKeysToFileSystem(KeyFolder.Open(options.KeysOrUsual));
        services.AddHttpContextAccessor();
        services.AddScoped<AuditTrail>();
        services.AddScoped<DeviceRegistry>();
        services.AddScoped<RecordIntake>();
        services.AddScoped<RecordList>();
        services.AddScoped<RecordShelf>();
        services.AddScoped<ReviewBook>();
        services.AddScoped<CorrectionArchive>();
        services.AddSingleton<DeviceKeyVault>();
        services.AddSingleton<VillageNames>();
        services.AddSingleton<SetupToken>();
        SignIn.AddTo(services, options);
        HubPages.AddTo(services, options);
        HubApi.AddTo(services);
    }

    private static void Pipeline(WebApplication app, HubOptions options)
    {
        Transport.Use(app, options);
        app.UseMiddleware<SecurityHeaders>();
        HubApi.UseErrors(app);
        HubPages.UseErrors(app);
        app.UseRouting();
        app.UseRateLimiter();
        app.UseAuthentication();
        app.UseAuthorization();
        app.MapStaticAssets().AllowAnonymous();
        HubApi.Map(app);
        HubPages.Map(app);
    }

    private static async Task PrepareAsync(IServiceProvider services, CancellationToken cancellation)
    {
        await using AsyncServiceScope scope = services.CreateAsyncScope();
        HubContext context = scope.ServiceProvider.GetRequiredService<HubContext>();
        try
        {
            await context.Database.MigrateAsync(cancellation);
        }
        catch (Exception exception) when (exception is System.Data.Common.DbException or InvalidOperationException { InnerException: System.Data.Common.DbException })
        {
            throw new HubException($"The database cannot be used ({exception.GetBaseException().Message.TrimEnd('.')}): check that it runs, its name, and the user's rights.", exception);
        }

        RoleManager<IdentityRole> roles = scope.ServiceProvider.GetRequiredService<RoleManager<IdentityRole>>();
        foreach (string role in Roles.All)
        {
            if (!await roles.RoleExistsAsync(role))
            {
                await roles.CreateAsync(new IdentityRole(role));
            }
        }
    }
}
