using System;
using System.IO;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace EcgChip.Hub.Data;

/// <summary>Which database the hub keeps everything in.</summary>
public sealed class HubDatabase
{
    // How long a writer waits for another one in SQLite, and a command for PostgreSQL, in seconds.
    private const int CommandSeconds = 30;

    private readonly string connection;

    private HubDatabase(bool isPostgres, string connection)
    {
        IsPostgres = isPostgres;
        this.connection = connection;
    }

    /// <summary>True for PostgreSQL, false for SQLite.</summary>
    public bool IsPostgres { get; }

    /// <summary>Reads what <c>--db</c> was given: a connection string of PostgreSQL ("Host=..."), or a file of SQLite.</summary>
    /// <exception cref="HubException">It is neither.</exception>
    public static HubDatabase Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        if (!text.Contains('=', StringComparison.Ordinal))
        {
            return new HubDatabase(isPostgres: false, Sqlite(Path.GetFullPath(text)));
        }

        try
        {
            NpgsqlConnectionStringBuilder builder = new(text);
            if (!string.IsNullOrEmpty(builder.Host))
            {
                builder.CommandTimeout = builder.ContainsKey("Command Timeout") ? builder.CommandTimeout : CommandSeconds;
                return new HubDatabase(isPostgres: true, builder.ConnectionString);
            }
        }
        catch (Exception exception) when (exception is ArgumentException or FormatException or OverflowException)
        {
            throw new HubException($"The database cannot be made out ({exception.Message.TrimEnd('.')}): give --db a file for SQLite, or \"Host=...;Database=...;Username=...;Password=...\".", exception);
        }

        throw new HubException("The database has no host: give --db a file for SQLite, or \"Host=...;Database=...;Username=...;Password=...\" for PostgreSQL.");
    }

    /// <summary>A context of this database.</summary>
    public HubContext Open() => IsPostgres
        ? new PostgresHubContext(((DbContextOptionsBuilder<PostgresHubContext>)Configure(new DbContextOptionsBuilder<PostgresHubContext>())).Options)
        : new SqliteHubContext(((DbContextOptionsBuilder<SqliteHubContext>)Configure(new DbContextOptionsBuilder<SqliteHubContext>())).Options);

    /// <summary>Gives each request a context.</summary>
    public void AddTo(IServiceCollection services)
    {
        if (IsPostgres)
        {
            services.AddDbContext<HubContext, PostgresHubContext>(options => Configure(options));
        }
        else
        {
            services.AddDbContext<HubContext, SqliteHubContext>(options => Configure(options));
        }
    }

    /// <summary>A connection of PostgreSQL for what goes past the model: bulk loading and statistics.</summary>
    internal NpgsqlConnection OpenNpgsql() => new(connection);

    private static string Sqlite(string path)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(path) ?? ".");
        if (!File.Exists(path))
        {
            // Recordings of patients are the hub's own to read; SQLite gives the files beside it the same rights.
            FileStreamOptions own = new() { Mode = FileMode.CreateNew, Access = FileAccess.Write };
            if (!OperatingSystem.IsWindows())
            {
                own.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
            }

            File.Open(path, own).Dispose();
        }

        return new SqliteConnectionStringBuilder { DataSource = path, DefaultTimeout = CommandSeconds, ForeignKeys = true }.ConnectionString;
    }

    private DbContextOptionsBuilder Configure(DbContextOptionsBuilder options)
    {
        options.AddInterceptors(AppendOnly.Instance);
        return IsPostgres ? options.UseNpgsql(connection) : options.UseSqlite(connection).AddInterceptors(DurableSqlite.Instance);
    }
}
