using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Net;
using System.Net.Http;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Threading;
using System.Threading.Tasks;

namespace EcgChip.Link.Sync;

/// <summary>A hub over HTTP. What fails for a moment is tried again; the user's token is kept in memory alone.</summary>
public sealed class HubClient : IRecordHub, IDisposable
{
    private const int Tries = 4;
    private static readonly TimeSpan FirstPause = TimeSpan.FromMilliseconds(250);
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private readonly HttpClient _http;

    /// <summary>A hub at an address.</summary>
    /// <param name="address">http://HOST:PORT or https://HOST.</param>
    public HubClient(Uri address)
    {
        ArgumentNullException.ThrowIfNull(address);
        Name = address.GetLeftPart(UriPartial.Authority);
        string text = address.AbsoluteUri;
        _http = new HttpClient { BaseAddress = new Uri(text.EndsWith('/') ? text : text + "/"), Timeout = Patience };
    }

    /// <inheritdoc/>
    public string Name { get; }

    /// <summary>Signs a user in.</summary>
    /// <exception cref="SyncException">The hub does not answer, or does not know the user by this password.</exception>
    public void SignIn(string user, string password, CancellationToken cancellation)
    {
        using HttpResponseMessage answer = Send(
            () => new HttpRequestMessage(HttpMethod.Post, "api/identity/login") { Content = JsonContent.Create(new { email = user, password }) }, cancellation);
        if (answer.StatusCode is HttpStatusCode.Unauthorized or HttpStatusCode.Forbidden or HttpStatusCode.BadRequest)
        {
            throw new SyncException($"The hub at {Name} does not let {user} in: see the name and the password, or ask its administrator.", true);
        }

        string? token = Json(answer, cancellation)?["accessToken"]?.GetValue<string>();
        _http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", token ?? throw Strange(answer));
    }

    /// <inheritdoc/>
    public IReadOnlyList<(int First, int Last)> Have(long deviceId, CancellationToken cancellation)
    {
        using HttpResponseMessage answer = Send(() => new HttpRequestMessage(HttpMethod.Get, $"{Device(deviceId)}/records"), cancellation);
        Require(answer, deviceId);
        try
        {
            return [.. Json(answer, cancellation)!["have"]!.AsArray().Select(range => (range![0]!.GetValue<int>(), range[1]!.GetValue<int>()))];
        }
        catch (Exception exception) when (exception is NullReferenceException or InvalidOperationException or FormatException or ArgumentOutOfRangeException)
        {
            throw Strange(answer);
        }
    }

    /// <inheritdoc/>
    public (HubAnswer Answer, string? Why) Put(long deviceId, int sequence, byte[] sealedRecord, CancellationToken cancellation)
    {
        using HttpResponseMessage answer = Send(
            () =>
            {
                ByteArrayContent content = new(sealedRecord);
                content.Headers.ContentType = new MediaTypeHeaderValue("application/octet-stream");
                return new HttpRequestMessage(HttpMethod.Put, string.Create(CultureInfo.InvariantCulture, $"{Device(deviceId)}/records/{sequence}")) { Content = content };
            },
            cancellation);
        switch (answer.StatusCode)
        {
            case HttpStatusCode.Created:
                return (HubAnswer.Stored, null);
            case HttpStatusCode.OK:
                return (HubAnswer.WasThere, null);
            case HttpStatusCode.Conflict:
                return (HubAnswer.Refused, "it has another record under this number");
            case HttpStatusCode.UnprocessableEntity:
                return (HubAnswer.Refused, Problem(answer, cancellation));
            default:
                Require(answer, deviceId);
                throw Strange(answer);
        }
    }

    /// <inheritdoc/>
    public void PutStatus(DeviceHello device, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(device);
        long id = device.DeviceId ?? 0;
        JsonObject status = new()
        {
            ["firmware"] = device.Firmware.ToString(),
            ["batteryMillivolts"] = device.BatteryMillivolts,
            ["clock"] = device.Clock?.UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ss.fffZ", CultureInfo.InvariantCulture),
            ["records"] = device.Records,
            ["models"] = new JsonArray([.. device.Models.Select(model => new JsonObject { ["role"] = model.Role, ["name"] = model.Name, ["hash"] = model.Hash })]),
        };
        using HttpResponseMessage answer = Send(
            () => new HttpRequestMessage(HttpMethod.Put, $"{Device(id)}/status") { Content = JsonContent.Create(status) }, cancellation);
        Require(answer, id);
    }

    /// <inheritdoc/>
    public byte[]? LinkKey(long deviceId, CancellationToken cancellation)
    {
        using HttpResponseMessage answer = Send(() => new HttpRequestMessage(HttpMethod.Get, $"{Device(deviceId)}/link-key"), cancellation);
        if (answer.StatusCode is HttpStatusCode.Forbidden or HttpStatusCode.NotFound)
        {
            return null;
        }

        Require(answer, deviceId);
        try
        {
            return Convert.FromHexString(Json(answer, cancellation)?["linkKey"]?.GetValue<string>() ?? throw Strange(answer));
        }
        catch (Exception exception) when (exception is FormatException or InvalidOperationException)
        {
            throw Strange(answer);
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _http.Dispose();

    private static string Device(long id) => $"api/devices/{DeviceHello.Text(id)}";

    // Everything that is asked may be asked twice.
    private HttpResponseMessage Send(Func<HttpRequestMessage> make, CancellationToken cancellation)
    {
        Exception? last = null;
        TimeSpan pause = FirstPause;
        for (int attempt = 1; attempt <= Tries; attempt++)
        {
            try
            {
                using HttpRequestMessage request = make();
                HttpResponseMessage answer = _http.Send(request, HttpCompletionOption.ResponseContentRead, cancellation);
                bool passing = (int)answer.StatusCode >= 500 || answer.StatusCode is HttpStatusCode.RequestTimeout or HttpStatusCode.TooManyRequests;
                if (!passing)
                {
                    return answer;
                }

                last = new HttpRequestException($"{(int)answer.StatusCode} {answer.ReasonPhrase}");
                answer.Dispose();
            }
            catch (HttpRequestException exception)
            {
                last = exception;
            }
            catch (TaskCanceledException exception) when (!cancellation.IsCancellationRequested)
            {
                last = new TimeoutException("no answer in time", exception);
            }

            if (attempt < Tries)
            {
                cancellation.WaitHandle.WaitOne(pause);
                cancellation.ThrowIfCancellationRequested();
                pause *= 2;
            }
        }

        throw new SyncException($"The hub at {Name} cannot be reached ({last!.Message.TrimEnd('.')}): see the address and the network, and sync again.", inner: last);
    }

    private void Require(HttpResponseMessage answer, long deviceId)
    {
        if (answer.IsSuccessStatusCode)
        {
            return;
        }

        throw answer.StatusCode switch
        {
            HttpStatusCode.Unauthorized => new SyncException($"The hub at {Name} does not know who asks: sign in with --user, and sync again."),
            HttpStatusCode.Forbidden => new SyncException($"The hub at {Name} does not let this user hand over records: ask its administrator for the role of a field worker."),
            HttpStatusCode.NotFound => new SyncException($"The hub at {Name} does not know device {DeviceHello.Text(deviceId)}: have its administrator enrol it, and sync again."),
            _ => Strange(answer),
        };
    }

    private static JsonNode? Json(HttpResponseMessage answer, CancellationToken cancellation)
    {
        try
        {
            return JsonNode.Parse(answer.Content.ReadAsStream(cancellation));
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static string Problem(HttpResponseMessage answer, CancellationToken cancellation)
    {
        JsonNode? problem = Json(answer, cancellation);
        return (problem?["detail"] ?? problem?["title"])?.ToString() ?? "it takes it for no record of this device";
    }

    private SyncException Strange(HttpResponseMessage answer) =>
        new($"What answers at {Name} is no EcgChip hub that this program knows ({(int)answer.StatusCode}): see the address, or update the older of the two.");
}
