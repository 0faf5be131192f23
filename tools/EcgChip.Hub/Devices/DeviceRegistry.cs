using System;
using System.Threading;
using System.Threading.Tasks;
using EcgChip.Formats.Sealing;
using EcgChip.Hub.Data;
using EcgChip.Hub.Security;
using Microsoft.EntityFrameworkCore;

namespace EcgChip.Hub.Devices;

/// <summary>What came of enrolling a device.</summary>
public enum Enrolment
{
    /// <summary>It is new here.</summary>
    Added,

    /// <summary>It was here with this key.</summary>
    Kept,

    /// <summary>It was here with another key, which was replaced as asked.</summary>
    KeyReplaced,

    /// <summary>It is here with another key, and nothing was changed.</summary>
    OtherKey,
}

/// <summary>Which devices the hub takes records from.</summary>
public sealed class DeviceRegistry(HubContext context, DeviceKeyVault vault, AuditTrail audit, TimeProvider time)
{
    /// <summary>A device; null where it is not enrolled.</summary>
    public async Task<Device?> FindAsync(long id, CancellationToken cancellation) =>
        await context.Devices.FirstOrDefaultAsync(device => device.Id == id, cancellation);

    /// <summary>Enrols a device, or changes its village. Doing it twice is doing it once.</summary>
    /// <param name="id">Its id.</param>
    /// <param name="key">Its key.</param>
    /// <param name="village">Where it is used; null leaves that as it is.</param>
    /// <param name="replacesKey">True where another key that the hub has is to be forgotten: the device was flashed anew.</param>
    /// <param name="cancellation">Ends it.</param>
    public async Task<Enrolment> EnrolAsync(long id, byte[] key, string? village, bool replacesKey, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(key);
        Enrolment enrolment = Enrolment.Kept;
        Device? device = await FindAsync(id, cancellation);
        if (device is null)
        {
            device = new Device { Id = id, ProtectedKey = vault.Protect(id, key), Village = village ?? "", EnrolledAt = time.Now() };
            context.Devices.Add(device);
            enrolment = Enrolment.Added;
        }
        else if (!vault.Holds(device, key))
        {
            if (!replacesKey)
            {
                return Enrolment.OtherKey;
            }

            device.ProtectedKey = vault.Protect(id, key);
            enrolment = Enrolment.KeyReplaced;
        }

        device.Village = village ?? device.Village;
        if (context.ChangeTracker.HasChanges())
        {
            audit.Add(AuditAction.Enrolled, id, detail: $"{enrolment}, village \"{device.Village}\"");
            await context.SaveChangesAsync(cancellation);
        }

        return enrolment;
    }

    /// <summary>Moves a device to a village; records that came before stay with the one that they came from.</summary>
    public async Task MoveAsync(Device device, string village, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(device);
        if (device.Village != village)
        {
            audit.Add(AuditAction.Enrolled, device.Id, detail: $"moved from \"{device.Village}\" to \"{village}\"");
            device.Village = village;
            await context.SaveChangesAsync(cancellation);
        }
    }

    /// <summary>Reads a key from its 64 hexadecimal digits; white space around them is passed by, as in a file of a key.</summary>
    /// <returns>False where it is no key.</returns>
    public static bool TryParseKey(string? text, out byte[] key)
    {
        key = [];
        string digits = text?.Trim() ?? "";
        if (digits.Length != 2 * DeviceKeys.Bytes)
        {
            return false;
        }

        byte[] bytes = new byte[DeviceKeys.Bytes];
        if (Convert.FromHexString(digits, bytes, out _, out _) != System.Buffers.OperationStatus.Done || bytes.AsSpan().IndexOfAnyExcept((byte)0) < 0)
        {
            return false;
        }

        key = bytes;
        return true;
    }
}
