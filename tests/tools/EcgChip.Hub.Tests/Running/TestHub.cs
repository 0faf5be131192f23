using System;
using System.IO;
using System.Linq;
using System.Net;
using System.Net.Http;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Security.Cryptography;
using System.Text.Json;
using System.Threading.Tasks;
using EcgChip.Hub.Data;
using EcgChip.Hub.Devices;
using EcgChip.Hub.Security;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;

namespace EcgChip.Hub.Tests.Running;

/// <summary>A whole hub on a port of this machine, with a database of its own, that is gone when it is disposed of.</summary>
internal sealed class TestHub : IAsyncDisposable
{
    internal const string Password = "seven kettles on a roof";
    internal const string Worker = "worker@field.test";
    internal const string Doctor = "doctor@clinic.test";
    internal const string Administrator = "admin@hub.test";

    private readonly string folder;
    private readonly WebApplication app;

    private TestHub(string folder, WebApplication app)
    {
        this.folder = folder;
        this.app = app;
        Address = new Uri(app.Urls.First());
    }

    internal Uri Address { get; }

    internal IServiceProvider Services => app.Services;

    /// <summary>Starts a hub.</summary>
    /// <param name="database">PostgreSQL's connection string; null for SQLite in a folder of its own.</param>
    /// <param name="change">Changes how it is run.</param>
    internal static async Task<TestHub> StartAsync(string? database = null, Func<HubOptions, HubOptions>? change = null)
    {
        string folder = Directory.CreateTempSubdirectory("ecgchip-hub-").FullName;
        HubOptions options = new()
        {
            Database = database ?? Path.Combine(folder, "hub.db"),
            Keys = Path.Combine(folder, "keys"),
            Urls = "http://127.0.0.1:0",
            SignInsPerMinute = 10_000,
        };
        WebApplication app = await HubApp.CreateAsync(change?.Invoke(options) ?? options, QuickHashes);
        await app.StartAsync();
        return new TestHub(folder, app);
    }

    // Slow hashes keep guessers out, and would make up half of the tests' time.
    private static void QuickHashes(IServiceCollection services) => services.Configure<PasswordHasherOptions>(hasher => hasher.IterationCount = 1000);

    /// <summary>A client of somebody with one role, who is made where there is none yet.</summary>
    internal async Task<HttpClient> ClientAsync(string email)
    {
        await AddUserAsync(email, email switch { Worker => Roles.FieldWorker, Doctor => Roles.Doctor, _ => Roles.Administrator });
        HttpClient client = Anonymous();
        using HttpResponseMessage answer = await client.PostAsJsonAsync("/api/identity/login", new { email, password = Password });
        answer.EnsureSuccessStatusCode();
        string token = (await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("accessToken").GetString()!;
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", token);
        return client;
    }

    /// <summary>A client of nobody.</summary>
    internal HttpClient Anonymous() => new(new SocketsHttpHandler { AllowAutoRedirect = false, CookieContainer = new CookieContainer() }) { BaseAddress = Address };

    internal async Task AddUserAsync(string email, params string[] roles)
    {
        await using AsyncServiceScope scope = Services.CreateAsyncScope();
        UserManager<HubUser> users = scope.ServiceProvider.GetRequiredService<UserManager<HubUser>>();
        if (await users.FindByNameAsync(email) is null)
        {
            HubUser user = new() { UserName = email, Email = email, EmailConfirmed = true };
            Assert.True((await users.CreateAsync(user, Password)).Succeeded);
            Assert.True((await users.AddToRolesAsync(user, roles)).Succeeded);
        }
    }

    /// <summary>Enrols a device with a key of its own.</summary>
    internal async Task<TestDevice> EnrolAsync(long id, string village = "Kibera")
    {
        byte[] key = RandomNumberGenerator.GetBytes(32);
        await using AsyncServiceScope scope = Services.CreateAsyncScope();
        DeviceRegistry devices = scope.ServiceProvider.GetRequiredService<DeviceRegistry>();
        Assert.Equal(Enrolment.Added, await devices.EnrolAsync(id, key, village, replacesKey: false, default));
        return new TestDevice(id, key);
    }

    /// <summary>Reviews a recording by the API.</summary>
    internal static async Task<HttpResponseMessage> ReviewAsync(HttpClient doctor, TestDevice device, int sequence, object review) =>
        await doctor.PostAsJsonAsync($"/api/records/{device.Name}/{sequence}/reviews", review);

    /// <summary>Does something with the hub's database.</summary>
    internal async Task<T> WithAsync<T>(Func<HubContext, Task<T>> ask)
    {
        await using AsyncServiceScope scope = Services.CreateAsyncScope();
        return await ask(scope.ServiceProvider.GetRequiredService<HubContext>());
    }

    public async ValueTask DisposeAsync()
    {
        await app.DisposeAsync();
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        Directory.Delete(folder, recursive: true);
    }
}
