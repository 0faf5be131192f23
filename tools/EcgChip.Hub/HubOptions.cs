using System;
using System.IO;

namespace EcgChip.Hub;

/// <summary>How a hub is run.</summary>
public sealed record HubOptions
{
    /// <summary>Where it listens when nothing else is said: on this machine only.</summary>
    public const string UsualUrl = "http://127.0.0.1:5080";

    private const string DatabaseFile = "hub.db";
    private const string KeysFolder = "keys";

    /// <summary>PostgreSQL's connection string, or a file of SQLite; null for a file in the user's own application data.</summary>
    public string? Database { get; init; }

    /// <summary>Folder of the key ring; null for one beside SQLite's file, or, with PostgreSQL, in the user's own application data.</summary>
    public string? Keys { get; init; }

    /// <summary>Where it listens, separated by ";".</summary>
    public string Urls { get; init; } = UsualUrl;

    /// <summary>True behind a proxy that ends TLS and tells the caller's address (X-Forwarded-For, X-Forwarded-Proto).</summary>
    public bool BehindProxy { get; init; }

    /// <summary>True where http is wanted on other addresses than this machine's own: for trials in a network of one's own.</summary>
    public bool PlainHttp { get; init; }

    /// <summary>Attempts to sign in from one address in a minute.</summary>
    public int SignInsPerMinute { get; init; } = 20;

    /// <summary>True where each request is written to the console.</summary>
    public bool Verbose { get; init; }

    /// <summary>The database, or where it is when none was named.</summary>
    public string DatabaseOrUsual => Database ?? Path.Combine(DataFolder, DatabaseFile);

    /// <summary>The key ring's folder, or where it is when none was named.</summary>
    public string KeysOrUsual => Keys ?? (DatabaseOrUsual.Contains('=', StringComparison.Ordinal)
        ? Path.Combine(DataFolder, KeysFolder)
        : Path.Combine(Path.GetDirectoryName(Path.GetFullPath(DatabaseOrUsual)) ?? ".", KeysFolder));

    private static string DataFolder => Path.Combine(
        Environment.GetFolderPath(Environment.SpecialFolder.LocalApplicationData, Environment.SpecialFolderOption.Create), "ecgchip", "hub");
}
