using System;
using System.Collections.Generic;
using System.Linq;
using System.Net;
using System.Net.Http;
using System.Net.Http.Json;
using System.Text.Json;
using System.Threading.Tasks;
using EcgChip.Formats.Sealing;
using EcgChip.Hub.Data;
using EcgChip.Hub.Devices;
using EcgChip.Hub.Tests.Running;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace EcgChip.Hub.Tests.Security;

/// <summary>Who may do what. One hub for all: nothing here changes what another test looks at.</summary>
public sealed class AccessTests : IClassFixture<AccessTests.Hub>
{
    // What anybody may ask for: signing in, what makes a user, errors, what is the same for everybody.
    private static readonly string[] Open =
        ["api/identity/login", "api/identity/refresh", "openapi/{documentName}.json", "healthz", "SignIn", "Setup", "Invite", "Problem/{code:int?}"];

    private readonly TestHub hub;

    public AccessTests(Hub shared)
    {
        ArgumentNullException.ThrowIfNull(shared);
        hub = shared.Running;
    }

    [Fact]
    public void Every_address_asks_who_is_there_but_those_that_let_people_in()
    {
        RouteEndpoint[] endpoints = [.. hub.Services.GetServices<EndpointDataSource>().SelectMany(source => source.Endpoints).OfType<RouteEndpoint>()
            .Where(endpoint => endpoint.Metadata.All(each => each.GetType().Name != "StaticAssetDescriptor") && endpoint.RoutePattern.RawText != "{**path:file}")];
        string[] anonymous = [.. endpoints.Where(endpoint => endpoint.Metadata.GetMetadata<IAllowAnonymous>() is not null || endpoint.Metadata.GetOrderedMetadata<IAuthorizeData>().Count == 0)
            .Select(endpoint => endpoint.RoutePattern.RawText!.TrimStart('/')).Distinct()];

        Assert.True(endpoints.Length > 30);
        Assert.Empty(anonymous.Except(Open, StringComparer.OrdinalIgnoreCase));
    }

    [Theory]
    [InlineData("GET", "/api/devices", true, true, true)]
    [InlineData("PUT", "/api/devices/0000000000000001", false, false, true)]
    [InlineData("GET", "/api/devices/0000000000000001/link-key", true, false, true)]
    [InlineData("GET", "/api/devices/0000000000000001/records", true, false, true)]
    [InlineData("PUT", "/api/devices/0000000000000001/records/1", true, false, true)]
    [InlineData("PUT", "/api/devices/0000000000000001/status", true, false, true)]
    [InlineData("GET", "/api/records", false, true, false)]
    [InlineData("GET", "/api/records/0000000000000001/1", false, true, false)]
    [InlineData("GET", "/api/records/0000000000000001/1/content", false, true, false)]
    [InlineData("GET", "/api/records/0000000000000001/1/export?format=edf", false, true, false)]
    [InlineData("POST", "/api/records/0000000000000001/1/reviews", false, true, false)]
    [InlineData("GET", "/api/corrections", false, true, true)]
    [InlineData("GET", "/api/audit", false, false, true)]
    public async Task Each_role_reaches_what_is_its_own(string method, string path, bool worker, bool doctor, bool administrator)
    {
        Assert.Equal(HttpStatusCode.Unauthorized, await StatusAsync(hub.Anonymous(), method, path));
        (string User, bool May)[] users = [(TestHub.Worker, worker), (TestHub.Doctor, doctor), (TestHub.Administrator, administrator)];
        foreach ((string user, bool may) in users)
        {
            HttpStatusCode status = await StatusAsync(await hub.ClientAsync(user), method, path);
            Assert.Equal(may, status is not (HttpStatusCode.Forbidden or HttpStatusCode.Unauthorized));
        }
    }

    [Theory]
    [InlineData("/")]
    [InlineData("/Fleet")]
    [InlineData("/Users")]
    [InlineData("/Audit")]
    [InlineData("/Recordings/0000000000000001/1")]
    public async Task A_page_sends_strangers_to_sign_in(string path)
    {
        using HttpResponseMessage answer = await hub.Anonymous().GetAsync(path);

        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        Assert.StartsWith("/SignIn", answer.Headers.Location!.PathAndQuery, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_key_of_a_link_is_given_to_field_workers_and_written_down()
    {
        TestDevice device = await hub.EnrolAsync(0x4242);
        HttpClient worker = await hub.ClientAsync(TestHub.Worker);

        JsonElement answer = await worker.GetFromJsonAsync<JsonElement>($"/api/devices/{device.Name}/link-key");

        Assert.Equal(Convert.ToHexStringLower(DeviceKeys.Link(device.Key)), answer.GetProperty("linkKey").GetString());
        AuditEntry entry = await hub.WithAsync(context => context.Audit.SingleAsync(each => each.Action == "link-key-given" && each.DeviceId == 0x4242));
        Assert.Equal(TestHub.Worker, entry.User);
        Assert.Equal("127.0.0.1", entry.Address);
    }

    [Fact]
    public async Task The_database_does_not_tell_a_device_s_key_and_one_row_s_secret_is_nothing_in_another()
    {
        TestDevice device = await hub.EnrolAsync(0x4343);
        EcgChip.Hub.Data.Device row = await hub.WithAsync(context => context.Devices.AsNoTracking().SingleAsync(each => each.Id == 0x4343));
        DeviceKeyVault vault = hub.Services.GetRequiredService<DeviceKeyVault>();

        Assert.Equal(-1, row.ProtectedKey.AsSpan().IndexOf(device.Key));
        Assert.Equal(-1, row.ProtectedKey.AsSpan().IndexOf(device.Key.AsSpan(0, 8)));
        Assert.True(vault.Holds(row, device.Key));
        row.Id = 0x4344;
        Assert.Contains("key ring", Assert.Throws<HubException>(() => { vault.RecordKey(row); }).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Pages_run_no_script_of_others_stand_in_no_frame_and_are_kept_nowhere()
    {
        using HttpResponseMessage answer = await hub.Anonymous().GetAsync("/SignIn");
        string policy = answer.Headers.GetValues("Content-Security-Policy").Single();

        Assert.Contains("default-src 'none'; script-src 'self';", policy, StringComparison.Ordinal);
        Assert.Contains("frame-ancestors 'none'", policy, StringComparison.Ordinal);
        Assert.DoesNotContain("unsafe", policy, StringComparison.Ordinal);
        Assert.Equal("nosniff", answer.Headers.GetValues("X-Content-Type-Options").Single());
        Assert.True(answer.Headers.CacheControl!.NoStore);
    }

    [Fact]
    public async Task A_session_s_cookie_is_for_this_site_alone_and_the_API_does_not_take_it()
    {
        await hub.AddUserAsync("cookie@clinic.test", "Doctor");
        HttpClient browser = hub.Anonymous();
        using HttpResponseMessage answer = await SignIn.FormAsync(browser, "cookie@clinic.test", TestHub.Password);
        string cookie = answer.Headers.GetValues("Set-Cookie").Single(each => each.StartsWith("ecgchip-hub=", StringComparison.Ordinal)).ToUpperInvariant();

        Assert.Contains("HTTPONLY", cookie, StringComparison.Ordinal);
        Assert.Contains("SAMESITE=STRICT", cookie, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, (await browser.GetAsync("/")).StatusCode);
        Assert.Equal(HttpStatusCode.Unauthorized, (await browser.GetAsync("/api/records")).StatusCode);
    }

    [Fact]
    public async Task A_form_that_another_site_sends_is_refused()
    {
        using FormUrlEncodedContent form = new(new Dictionary<string, string> { ["Email"] = TestHub.Doctor, ["Password"] = TestHub.Password });

        Assert.Equal(HttpStatusCode.BadRequest, (await hub.Anonymous().PostAsync("/SignIn", form)).StatusCode);
    }

    [Fact]
    public async Task Errors_of_the_API_are_problem_details()
    {
        HttpClient doctor = await hub.ClientAsync(TestHub.Doctor);
        foreach (string path in new[] { "/api/nothing-here", "/api/records/0000000000000001/1", "/api/records?from=yesterday" })
        {
            using HttpResponseMessage answer = await doctor.GetAsync(path);
            Assert.InRange((int)answer.StatusCode, 400, 499);
            Assert.Equal("application/problem+json", answer.Content.Headers.ContentType?.MediaType);
        }
    }

    [Fact]
    public async Task The_API_describes_itself()
    {
        JsonElement description = await hub.Anonymous().GetFromJsonAsync<JsonElement>("/openapi/v1.json");
        string[] paths = [.. description.GetProperty("paths").EnumerateObject().Select(path => path.Name)];

        Assert.StartsWith("3.", description.GetProperty("openapi").GetString(), StringComparison.Ordinal);
        Assert.Contains("/api/devices/{id}/records/{sequence}", paths);
        Assert.Contains("/api/identity/login", paths);
        Assert.Contains("/api/records/{device}/{sequence}/reviews", paths);
        Assert.Equal("http", description.GetProperty("components").GetProperty("securitySchemes").GetProperty("bearer").GetProperty("type").GetString());
    }

    [Theory]
    [InlineData("short", false)]
    [InlineData("aaaaaaaaaaaaaaa", false)]
    [InlineData("my password for all", false)]
    [InlineData("qwertyuiopasdf", false)]
    [InlineData("kiosk1kiosk1kiosk1", false)]
    [InlineData("hello dorothea 12", false)]
    [InlineData("a long walk before rain", true)]
    public async Task Passwords_are_long_and_not_those_that_are_tried_first(string password, bool good)
    {
        await using AsyncServiceScope scope = hub.Services.CreateAsyncScope();
        UserManager<HubUser> users = scope.ServiceProvider.GetRequiredService<UserManager<HubUser>>();

        Assert.Equal(good, (await users.CreateAsync(new HubUser { UserName = "dorothea@clinic.test", Email = "dorothea@clinic.test" }, password)).Succeeded);
    }

    private static async Task<HttpStatusCode> StatusAsync(HttpClient client, string method, string path)
    {
        using HttpRequestMessage request = new(new HttpMethod(method), path);
        if (method != "GET")
        {
            request.Content = path.Contains("records/1", StringComparison.Ordinal) && method == "PUT" ? new ByteArrayContent([]) : JsonContent.Create(new { answer = "repeat" });
            request.Content.Headers.ContentType ??= new("application/octet-stream");
        }

        using HttpResponseMessage answer = await client.SendAsync(request);
        return answer.StatusCode;
    }

    /// <summary>The hub that they share.</summary>
    public sealed class Hub : IAsyncLifetime
    {
        internal TestHub Running { get; private set; } = null!;

        public async Task InitializeAsync() => Running = await TestHub.StartAsync();

        public async Task DisposeAsync() => await Running.DisposeAsync();
    }
}
