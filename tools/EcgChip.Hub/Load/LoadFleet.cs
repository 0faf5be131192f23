using System;
using System.Globalization;
using System.Linq;
using System.Security.Cryptography;
using System.Threading;
using System.Threading.Tasks;
using EcgChip.Hub.Data;
using EcgChip.Hub.Devices;
using EcgChip.Hub.Security;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;

namespace EcgChip.Hub.Load;

/// <summary>Devices and users to load a hub with.</summary>
internal sealed class LoadFleet
{
    internal const string Worker = "worker@load.invalid";
    internal const string Doctor = "doctor@load.invalid";

    private const int VillagesEach = 10;
    private const int AtOnce = 500;
    private const long FirstId = 0x10AD_0000_0000_0001;

    private readonly byte[][] keys;

    private LoadFleet(int devices) => keys = [.. Enumerable.Range(0, devices).Select(_ => RandomNumberGenerator.GetBytes(Formats.Sealing.DeviceKeys.Bytes))];

    /// <summary>The password of both users, drawn for this run.</summary>
    internal string Password { get; } = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(16));

    internal int Count => keys.Length;

    internal static long Id(int device) => FirstId + device;

    internal static string Village(int device) => string.Create(CultureInfo.InvariantCulture, $"Village {device / VillagesEach:0000}");

    internal ReadOnlySpan<byte> Key(int device) => keys[device];

    /// <summary>Enrols devices and makes the two users.</summary>
    internal static async Task<LoadFleet> EnrolAsync(IServiceProvider services, int devices, CancellationToken cancellation)
    {
        LoadFleet fleet = new(devices);
        DeviceKeyVault vault = services.GetRequiredService<DeviceKeyVault>();
        for (int from = 0; from < devices; from += AtOnce)
        {
            await using AsyncServiceScope scope = services.CreateAsyncScope();
            HubContext context = scope.ServiceProvider.GetRequiredService<HubContext>();
            context.Devices.AddRange(Enumerable.Range(from, Math.Min(AtOnce, devices - from)).Select(device => new Device
            {
                Id = Id(device),
                ProtectedKey = vault.Protect(Id(device), fleet.keys[device]),
                Village = Village(device),
                EnrolledAt = TimeProvider.System.Now(),
            }));
            await context.SaveChangesAsync(cancellation);
        }

        await fleet.AddUsersAsync(services);
        return fleet;
    }

    private async Task AddUsersAsync(IServiceProvider services)
    {
        await using AsyncServiceScope scope = services.CreateAsyncScope();
        UserManager<HubUser> users = scope.ServiceProvider.GetRequiredService<UserManager<HubUser>>();
        foreach ((string email, string role) in new[] { (Worker, Roles.FieldWorker), (Doctor, Roles.Doctor) })
        {
            HubUser user = new() { UserName = email, Email = email, EmailConfirmed = true };
            IdentityResult made = await users.CreateAsync(user, Password);
            made = made.Succeeded ? await users.AddToRoleAsync(user, role) : made;
            if (!made.Succeeded)
            {
                throw new HubException($"The database is not empty: {string.Join(" ", made.Errors.Select(error => error.Description))} Name a new one.");
            }
        }
    }
}
