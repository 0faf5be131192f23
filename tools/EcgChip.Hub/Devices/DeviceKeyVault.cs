using System;
using System.Security.Cryptography;
using EcgChip.Formats.Sealing;
using EcgChip.Hub.Data;
using Microsoft.AspNetCore.DataProtection;

namespace EcgChip.Hub.Devices;

/// <summary>
/// Keeps devices' keys so that the database alone tells none: each is encrypted and signed by the hub's key ring, which stands outside of the database, for this one device.
/// </summary>
public sealed class DeviceKeyVault(IDataProtectionProvider provider)
{
    private const string Purpose = "EcgChip.Hub.DeviceKey.1";

    /// <summary>Protects a key.</summary>
    public byte[] Protect(long deviceId, byte[] deviceKey) => For(deviceId).Protect(deviceKey);

    /// <summary>True where this key is the device's.</summary>
    /// <exception cref="HubException">The key ring that protected it is not there.</exception>
    public bool Holds(Device device, byte[] deviceKey) => CryptographicOperations.FixedTimeEquals(Unprotect(device), deviceKey);

    /// <summary>What the device's link is opened by.</summary>
    /// <exception cref="HubException">The key ring that protected it is not there.</exception>
    public byte[] LinkKey(Device device) => DeviceKeys.Link(Unprotect(device));

    /// <summary>What the device seals its records with.</summary>
    /// <exception cref="HubException">The key ring that protected it is not there.</exception>
    public byte[] RecordKey(Device device) => DeviceKeys.Record(Unprotect(device));

    private byte[] Unprotect(Device device)
    {
        ArgumentNullException.ThrowIfNull(device);
        try
        {
            return For(device.Id).Unprotect(device.ProtectedKey);
        }
        catch (CryptographicException exception)
        {
            throw new HubException(
                $"The key of device {DeviceId.Text(device.Id)} cannot be read: the key ring that protected it is missing. "
                + "Start the hub with the folder of keys (--keys) that belongs to this database.",
                exception);
        }
    }

    private IDataProtector For(long deviceId) => provider.CreateProtector(Purpose, DeviceId.Text(deviceId));
}
