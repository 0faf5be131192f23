using System;
using System.Security.Cryptography;
using System.Text;

namespace EcgChip.Formats.Sealing;

/// <summary>
/// The keys that are made of a device's own key, one for each use, so that who may collect a device's records cannot make any: HMAC-SHA256 of the use's
/// name, keyed with the device's key.
/// </summary>
public static class DeviceKeys
{
    /// <summary>Bytes of a device's key, and of each made of it.</summary>
    public const int Bytes = 32;

    /// <summary>What the link with a device is opened by.</summary>
    /// <exception cref="ArgumentException">The key is not <see cref="Bytes"/> long.</exception>
    public static byte[] Link(ReadOnlySpan<byte> deviceKey) => Of(deviceKey, "EcgChip link 1");

    /// <summary>What a device seals its records with.</summary>
    /// <exception cref="ArgumentException">The key is not <see cref="Bytes"/> long.</exception>
    public static byte[] Record(ReadOnlySpan<byte> deviceKey) => Of(deviceKey, "EcgChip record 1");

    /// <summary>What a device keeps its recordings encrypted with.</summary>
    /// <exception cref="ArgumentException">The key is not <see cref="Bytes"/> long.</exception>
    public static byte[] Storage(ReadOnlySpan<byte> deviceKey) => Of(deviceKey, "EcgChip storage 1");

    private static byte[] Of(ReadOnlySpan<byte> deviceKey, string use) => deviceKey.Length == Bytes
        ? HMACSHA256.HashData(deviceKey, Encoding.ASCII.GetBytes(use))
        : throw new ArgumentException($"A device's key has {Bytes} bytes, this one {deviceKey.Length}.", nameof(deviceKey));
}
