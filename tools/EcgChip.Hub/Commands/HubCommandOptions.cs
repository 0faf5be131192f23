using System.CommandLine;

namespace EcgChip.Hub.Commands;

/// <summary>What every command of the hub understands.</summary>
internal sealed class HubCommandOptions
{
    private readonly Option<string?> database = new("--db")
    {
        Description = "PostgreSQL as \"Host=...;Database=...;Username=...;Password=...\", or a file of SQLite. Default: a file in your application data. Also ECGCHIP_HUB_DB.",
        Recursive = true,
    };

    private readonly Option<string?> keys = new("--keys")
    {
        Description = "Folder of the key ring that protects devices' keys and sessions. Default: \"keys\" beside SQLite's file, or in your application data.",
        Recursive = true,
    };

    private readonly Option<string> urls = new("--urls")
    {
        Description = "Where to listen, separated by \";\".",
        DefaultValueFactory = _ => HubOptions.UsualUrl,
    };

    private readonly Option<bool> behindProxy = new("--behind-proxy") { Description = "A proxy before the hub ends TLS and tells the caller's address." };

    private readonly Option<bool> plainHttp = new("--plain-http") { Description = "Listen to others without TLS: for trials only." };

    private readonly Option<bool> verbose = new("--verbose") { Description = "Write down each request." };

    internal void AddTo(RootCommand root)
    {
        root.Options.Add(database);
        root.Options.Add(keys);
        root.Options.Add(urls);
        root.Options.Add(behindProxy);
        root.Options.Add(plainHttp);
        root.Options.Add(verbose);
    }

    internal HubOptions Read(ParseResult parsed) => Stored(parsed) with
    {
        Urls = parsed.GetValue(urls) ?? HubOptions.UsualUrl,
        BehindProxy = parsed.GetValue(behindProxy),
        PlainHttp = parsed.GetValue(plainHttp),
        Verbose = parsed.GetValue(verbose),
    };

    /// <summary>Where everything is kept, for commands that do not serve.</summary>
    internal HubOptions Stored(ParseResult parsed) => new()
    {
        Database = parsed.GetValue(database) ?? System.Environment.GetEnvironmentVariable("ECGCHIP_HUB_DB"),
        Keys = parsed.GetValue(keys),
    };
}
