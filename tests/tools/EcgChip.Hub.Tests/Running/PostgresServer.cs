using System;
using System.Threading.Tasks;
using EcgChip.Hub.Load;

namespace EcgChip.Hub.Tests.Running;

/// <summary>One PostgreSQL for all tests that want one: Debian's package, in a folder that is gone afterwards.</summary>
public sealed class PostgresServer : IAsyncLifetime
{
    /// <summary>The collection of tests that share it.</summary>
    public const string Name = "PostgreSQL";

    private ThrowawayPostgres? postgres;

    /// <summary>A new database; skips the test where PostgreSQL is not installed.</summary>
    internal async Task<string> DatabaseAsync()
    {
        Skip.If(postgres is null, "Needs PostgreSQL: apt-get install postgresql.");
        return await postgres.CreateDatabaseAsync($"hub-{Guid.NewGuid():N}");
    }

    public async Task InitializeAsync() => postgres = ThrowawayPostgres.Programs is null ? null : await ThrowawayPostgres.StartAsync();

    public async Task DisposeAsync()
    {
        if (postgres is not null)
        {
            await postgres.DisposeAsync();
        }
    }
}

/// <summary>Binds the server to its collection.</summary>
[CollectionDefinition(PostgresServer.Name)]
public sealed class PostgresTests : ICollectionFixture<PostgresServer>
{
}
