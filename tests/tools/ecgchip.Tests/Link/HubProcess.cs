using System;
using System.Diagnostics;
using System.IO;
using System.Net.Http;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using System.Threading.Tasks;

namespace EcgChip.Cli.Tests.Link;

/// <summary>The real hub as a program of its own, on SQLite in a folder; it can be killed and started again.</summary>
internal sealed class HubProcess(string folder) : IDisposable
{
    /// <summary>Every user's password; <c>ecgchip sync</c> takes it from the same variable.</summary>
    public const string Password = "Seven-Lamps-On-A-Hill-1";

    private const string Says = "The hub listens on ";
    private readonly HttpClient _http = new();
    private Process? _process;

    /// <summary>http://HOST:PORT.</summary>
    public string Address { get; private set; } = "";

    /// <summary>The name of the user with a role.</summary>
    public static string User(string role) => $"{role}@example.org";

    /// <summary>Makes a user.</summary>
    public async Task AddUserAsync(string role)
    {
        using Process program = Start("add-user", User(role), "--role", role);
        Assert.Equal(0, (await ProgramProcess.EndAsync(program)).ExitCode);
    }

    /// <summary>Serves on a free port.</summary>
    public async Task StartAsync()
    {
        _process = Start("--urls", "http://127.0.0.1:0");
        string told = await _process.StandardOutput.ReadLineAsync().WaitAsync(ProgramProcess.Deadline) ?? "";
        Assert.StartsWith(Says, told, StringComparison.Ordinal);
        Address = told[Says.Length..].Split(' ')[0];
    }

    /// <summary>Ends it as a power cut does.</summary>
    public void Kill()
    {
        _process?.Kill();
        _process?.WaitForExit();
        _process?.Dispose();
        _process = null;
    }

    /// <summary>Asks the API as the user with a role.</summary>
    public async Task<HttpResponseMessage> AskAsync(string role, HttpMethod method, string path, object? body = null)
    {
        using HttpResponseMessage signedIn = await _http.PostAsJsonAsync($"{Address}/api/identity/login", new { email = User(role), password = Password });
        string token = (await signedIn.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("accessToken").GetString()!;
        using HttpRequestMessage request = new(method, $"{Address}/api/{path}") { Content = body is null ? null : JsonContent.Create(body) };
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
        return (await _http.SendAsync(request)).EnsureSuccessStatusCode();
    }

    public void Dispose()
    {
        Kill();
        _http.Dispose();
    }

    private Process Start(params string[] args)
    {
        string configuration = new DirectoryInfo(AppContext.BaseDirectory).Name;
        string program = Path.GetFullPath(Path.Combine(AppContext.BaseDirectory, "..", "..", "EcgChip.Hub", configuration, "EcgChip.Hub.dll"));
        ProcessStartInfo start = new("dotnet", [program, .. args, "--db", Path.Combine(folder, "hub.db"), "--keys", Path.Combine(folder, "hub-keys")])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment["ECGCHIP_HUB_PASSWORD"] = Password;
        return Process.Start(start)!;
    }
}
