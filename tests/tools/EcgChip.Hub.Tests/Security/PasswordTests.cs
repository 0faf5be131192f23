using System;
using System.IO;
using System.Linq;
using System.Net;
using System.Net.Http;
using System.Net.Http.Json;
using System.Text.Json;
using System.Threading.Tasks;
using EcgChip.Hub.Data;
using EcgChip.Hub.Security;
using EcgChip.Hub.Tests.Running;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace EcgChip.Hub.Tests.Security;

public class PasswordTests
{
    [Fact]
    public async Task A_new_hub_has_no_users_and_the_token_of_its_console_makes_the_first_and_no_second()
    {
        await using TestHub hub = await TestHub.StartAsync();
        string token = hub.Services.GetRequiredService<SetupToken>().Text;
        HttpClient browser = hub.Anonymous();
        Assert.Equal(0, await hub.WithAsync(context => context.Users.CountAsync()));
        Assert.Equal(HttpStatusCode.NotFound, (await browser.GetAsync("/Setup?token=" + new string('0', token.Length))).StatusCode);

        string form = await browser.GetStringAsync($"/Setup?token={token}");
        using FormUrlEncodedContent made = new(new System.Collections.Generic.Dictionary<string, string>
        {
            ["Token"] = token,
            ["Email"] = "first@hub.test",
            ["Password"] = TestHub.Password,
            ["__RequestVerificationToken"] = SignIn.Token().Match(form).Groups[1].Value,
        });
        using HttpResponseMessage answer = await browser.PostAsync("/Setup", made);

        Assert.Equal("/SignIn", answer.Headers.Location?.ToString());
        Assert.Equal(HttpStatusCode.NotFound, (await browser.GetAsync($"/Setup?token={token}")).StatusCode);
        Assert.Equal("/", (await SignIn.FormAsync(browser, "first@hub.test", TestHub.Password)).Headers.Location?.ToString());
    }

    [Fact]
    public async Task Five_wrong_passwords_lock_a_user_out_of_the_right_one_too_and_all_is_written_down()
    {
        await using TestHub hub = await TestHub.StartAsync();
        await hub.AddUserAsync(TestHub.Doctor, Roles.Doctor);
        for (int i = 0; i < 5; i++)
        {
            Assert.Equal(HttpStatusCode.Unauthorized, await LoginAsync(hub, TestHub.Doctor, "not the password"));
        }

        Assert.Equal(HttpStatusCode.Unauthorized, await LoginAsync(hub, TestHub.Doctor, TestHub.Password));
        Assert.Equal(HttpStatusCode.Unauthorized, await LoginAsync(hub, "nobody@clinic.test", TestHub.Password));

        AuditEntry[] refused = await hub.WithAsync(context => context.Audit.Where(entry => entry.Action == "sign-in-refused").OrderBy(entry => entry.Id).ToArrayAsync());
        Assert.Equal(["wrong password", "wrong password", "wrong password", "wrong password", "locked", "locked", "no such user"], refused.Select(entry => entry.Detail));
        Assert.DoesNotContain(refused, entry => (entry.Detail + entry.User).Contains(TestHub.Password, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Attempts_from_one_address_are_limited()
    {
        await using TestHub hub = await TestHub.StartAsync(change: options => options with { SignInsPerMinute = 3 });
        for (int i = 0; i < 3; i++)
        {
            Assert.Equal(HttpStatusCode.Unauthorized, await LoginAsync(hub, $"user{i}@clinic.test", "some password or other"));
        }

        Assert.Equal(HttpStatusCode.TooManyRequests, await LoginAsync(hub, "user4@clinic.test", "some password or other"));
        Assert.Equal(HttpStatusCode.TooManyRequests, (await hub.Anonymous().GetAsync("/SignIn")).StatusCode);
    }

    [Fact]
    public async Task A_refresh_token_gives_a_new_token_until_the_user_s_stamp_changes()
    {
        await using TestHub hub = await TestHub.StartAsync();
        await hub.AddUserAsync(TestHub.Worker, Roles.FieldWorker);
        using HttpResponseMessage login = await hub.Anonymous().PostAsJsonAsync("/api/identity/login", new { email = TestHub.Worker, password = TestHub.Password });
        string refresh = (await login.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("refreshToken").GetString()!;

        Assert.Equal(HttpStatusCode.OK, (await hub.Anonymous().PostAsJsonAsync("/api/identity/refresh", new { refreshToken = refresh })).StatusCode);
        Assert.Equal(HttpStatusCode.Unauthorized, (await hub.Anonymous().PostAsJsonAsync("/api/identity/refresh", new { refreshToken = "nonsense" })).StatusCode);
        await using AsyncServiceScope scope = hub.Services.CreateAsyncScope();
        UserManager<HubUser> users = scope.ServiceProvider.GetRequiredService<UserManager<HubUser>>();
        await users.UpdateSecurityStampAsync((await users.FindByNameAsync(TestHub.Worker))!);
        Assert.Equal(HttpStatusCode.Unauthorized, (await hub.Anonymous().PostAsJsonAsync("/api/identity/refresh", new { refreshToken = refresh })).StatusCode);
    }

    [Theory]
    [InlineData("http://0.0.0.0:5080")]
    [InlineData("http://*:5080")]
    [InlineData("http://127.0.0.1:5080;http://hub.example:80")]
    public async Task A_hub_does_not_listen_in_the_clear_to_others(string urls)
    {
        HubException refused = await Assert.ThrowsAsync<HubException>(() => HubApp.CreateAsync(new HubOptions { Urls = urls, Database = Path.GetTempFileName() }));

        Assert.Contains("in the clear", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Keys_and_recordings_are_the_hub_s_own_user_s_to_read()
    {
        string? keys = null;
        await using TestHub hub = await TestHub.StartAsync(change: options => options with { Keys = keys = options.Keys });
        await hub.EnrolAsync(1);

        Assert.NotEmpty(Directory.GetFiles(keys!, "*.xml"));
        if (!OperatingSystem.IsWindows())
        {
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute, File.GetUnixFileMode(keys!));
            string[] files = Directory.GetFiles(Path.GetDirectoryName(keys!)!, "hub.db*");
            Assert.True(files.Length > 1);
            foreach (string file in files)
            {
                Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(file));
            }
        }
    }

    private static async Task<HttpStatusCode> LoginAsync(TestHub hub, string email, string password)
    {
        using HttpClient client = hub.Anonymous();
        using HttpResponseMessage answer = await client.PostAsJsonAsync("/api/identity/login", new { email, password });
        return answer.StatusCode;
    }
}
