using System;
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Net;
using System.Net.Sockets;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Threading.Tasks;

namespace EcgChip.Cli.Tests.Link;

/// <summary>A hub's API as far as sync uses it, on a port of this computer. It can fail as networks and hubs do.</summary>
internal sealed class FakeHub : IDisposable
{
    public const string User = "field@example.org";
    public const string Password = "correct horse 7 battery";
    private const string Token = "a-token";
    private readonly HttpListener _listener = new();

    public FakeHub()
    {
        using (TcpListener free = new(IPAddress.Loopback, 0))
        {
            free.Start();
            Address = $"http://127.0.0.1:{((IPEndPoint)free.LocalEndpoint).Port}/";
        }

        _listener.Prefixes.Add(Address);
        _listener.Start();
        _ = ServeAsync();
    }

    public string Address { get; }

    public ConcurrentDictionary<int, byte[]> Records { get; } = new();

    public JsonNode? Status { get; private set; }

    public byte[]? LinkKey { get; set; }

    public bool KnowsDevice { get; set; } = true;

    public HashSet<int> Refuses { get; } = [];

    /// <summary>What the next answers are, whatever is asked; what comes in is dropped, or done before the answer is lost.</summary>
    public ConcurrentQueue<(int Status, bool Does)> Failures { get; } = new();

    public int Requests { get; private set; }

    public void Dispose() => _listener.Close();

    private async Task ServeAsync()
    {
        while (_listener.IsListening)
        {
            HttpListenerContext context;
            try
            {
                context = await _listener.GetContextAsync();
            }
            catch (Exception exception) when (exception is HttpListenerException or ObjectDisposedException)
            {
                return;
            }

            Requests++;
            bool fails = Failures.TryDequeue(out (int Status, bool Does) failure);
            (int status, JsonNode? body) = fails && !failure.Does ? (failure.Status, null) : Answer(context.Request);
            context.Response.StatusCode = fails ? failure.Status : status;
            if (body is not null && !fails)
            {
                context.Response.ContentType = status >= 400 ? "application/problem+json" : "application/json";
                using StreamWriter writer = new(context.Response.OutputStream);
                await writer.WriteAsync(body.ToJsonString());
            }

            context.Response.Close();
        }
    }

    private (int Status, JsonNode? Body) Answer(HttpListenerRequest request)
    {
        using MemoryStream body = new();
        request.InputStream.CopyTo(body);
        string[] path = request.Url!.AbsolutePath.Split('/', StringSplitOptions.RemoveEmptyEntries);
        if (path is ["api", "identity", "login"])
        {
            JsonNode? login = JsonNode.Parse(body.ToArray());
            bool right = login?["email"]?.ToString() == User && login["password"]?.ToString() == Password;
            return right ? (200, new JsonObject { ["accessToken"] = Token }) : (401, null);
        }

        if (request.Headers["Authorization"] != "Bearer " + Token)
        {
            return (401, null);
        }

        if (path is not ["api", "devices", { Length: 16 }, ..] || !KnowsDevice)
        {
            return (404, null);
        }

        switch (request.HttpMethod, path[3..])
        {
            case ("GET", ["records"]):
                return (200, new JsonObject { ["have"] = new JsonArray([.. Records.Keys.Order().Select(each => new JsonArray(each, each))]) });
            case ("PUT", ["records", string number]):
                int sequence = int.Parse(number, System.Globalization.CultureInfo.InvariantCulture);
                if (Refuses.Contains(sequence))
                {
                    return (422, new JsonObject { ["title"] = "Unprocessable", ["detail"] = "The seal is wrong." });
                }

                bool isNew = Records.TryAdd(sequence, body.ToArray());
                return (isNew ? 201 : Records[sequence].AsSpan().SequenceEqual(body.ToArray()) ? 200 : 409, null);
            case ("PUT", ["status"]):
                Status = JsonNode.Parse(body.ToArray());
                return (204, null);
            case ("GET", ["link-key"]):
                return LinkKey is null ? (403, null) : (200, new JsonObject { ["linkKey"] = Convert.ToHexStringLower(LinkKey) });
            default:
                return (404, null);
        }
    }
}
