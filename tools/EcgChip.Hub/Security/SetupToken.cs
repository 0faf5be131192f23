using System;
using System.Security.Cryptography;
using System.Text;
using System.Threading.Tasks;
using EcgChip.Hub.Data;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;

namespace EcgChip.Hub.Security;

/// <summary>What the first administrator proves with that he reads the hub's console: made at each start, and good for nothing once there is an administrator.</summary>
public sealed class SetupToken
{
    private const int Bytes = 16;

    /// <summary>The token.</summary>
    public string Text { get; } = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(Bytes));

    /// <summary>True where the token is this one. Takes the same time wherever they differ.</summary>
    public bool Is(string? given) => CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(Text), Encoding.UTF8.GetBytes(given ?? ""));

    /// <summary>True while there is no administrator.</summary>
    public static async Task<bool> IsWantedAsync(IServiceProvider services)
    {
        await using AsyncServiceScope scope = services.CreateAsyncScope();
        return (await scope.ServiceProvider.GetRequiredService<UserManager<HubUser>>().GetUsersInRoleAsync(Roles.Administrator)).Count == 0;
    }
}
