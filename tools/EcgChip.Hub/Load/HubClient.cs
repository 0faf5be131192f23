using System;
using System.Net;
using System.Net.Http;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using System.Threading;
using System.Threading.Tasks;
using EcgChip.Hub.Devices;

namespace EcgChip.Hub.Load;

/// <summary>Brings records to a hub as a sync does.</summary>
internal sealed class HubClient : IDisposable
{
    private const int Connections = 64;

    private readonly HttpClient client;
    private readonly string email;
    private readonly string password;
    private readonly SemaphoreSlim signingIn = new(1, 1);
    private volatile AuthenticationHeaderValue? token;

    internal HubClient(Uri address, string email, string password)
    {
        client = new HttpClient(new SocketsHttpHandler { MaxConnectionsPerServer = Connections }) { BaseAddress = address, Timeout = TimeSpan.FromSeconds(30) };
        this.email = email;
        this.password = password;
    }

    /// <summary>Asks for something with the user's token, which is fetched first where there is none or it is no longer good.</summary>
    /// <exception cref="HttpRequestException">The hub does not answer.</exception>
    internal async Task<HttpResponseMessage> SendAsync(Func<HttpRequestMessage> make, CancellationToken cancellation)
    {
        AuthenticationHeaderValue used = token ?? await SignInAsync(null, cancellation);
        for (int attempt = 0; ; attempt++)
        {
            using HttpRequestMessage request = make();
            request.Headers.Authorization = used;
            HttpResponseMessage answer = await client.SendAsync(request, cancellation);
            if (answer.StatusCode != HttpStatusCode.Unauthorized || attempt > 0)
            {
                return answer;
            }

            answer.Dispose();
            used = await SignInAsync(used, cancellation);
        }
    }

    /// <summary>Brings a record.</summary>
    /// <returns>What the hub says.</returns>
    internal async Task<HttpStatusCode> PutAsync(long device, int sequence, byte[] sealedRecord, CancellationToken cancellation)
    {
        using HttpResponseMessage answer = await SendAsync(
            () => new HttpRequestMessage(HttpMethod.Put, $"/api/devices/{DeviceId.Text(device)}/records/{sequence}") { Content = new ByteArrayContent(sealedRecord) }, cancellation);
        return answer.StatusCode;
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        client.Dispose();
        signingIn.Dispose();
    }

    private async Task<AuthenticationHeaderValue> SignInAsync(AuthenticationHeaderValue? worn, CancellationToken cancellation)
    {
        await signingIn.WaitAsync(cancellation);
        try
        {
            if (token is { } fresh && fresh != worn)
            {
                return fresh;
            }

            using HttpResponseMessage answer = await client.PostAsJsonAsync("/api/identity/login", new { email, password }, cancellation);
            answer.EnsureSuccessStatusCode();
            JsonElement body = await answer.Content.ReadFromJsonAsync<JsonElement>(cancellation);
            return token = new AuthenticationHeaderValue("Bearer", body.GetProperty("accessToken").GetString());
        }
        finally
        {
            signingIn.Release();
        }
    }
}
