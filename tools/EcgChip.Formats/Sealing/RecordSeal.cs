using System;
using System.Buffers.Binary;
using System.Security.Cryptography;

namespace EcgChip.Formats.Sealing;

/// <summary>
/// The seal behind a record, by which a hub tells a genuine one: "ECGM", version, three zeros, and 32 bytes of a chain of HMAC-SHA256 over pages of the record.
/// The chain, and not one HMAC, because the chip's library hashes whole arrays only and a record does not fit in its heap twice.
/// </summary>
/// <remarks>
/// The chain begins with the HMAC of device id, sequence number and length, so that no record can pass for another; each further link is the HMAC of the one
/// before and the next page.
/// </remarks>
public static class RecordSeal
{
    /// <summary>Bytes of a seal.</summary>
    public const int Bytes = HeaderBytes + TagBytes;

    /// <summary>Bytes of a page of the chain; the last one may be shorter.</summary>
    public const int PageBytes = 256;

    private const int HeaderBytes = 8;
    private const int TagBytes = 32;
    private const int Version = 1;

    /// <summary>Makes the seal of a record.</summary>
    /// <param name="recordKey"><see cref="DeviceKeys.Record"/> of the device.</param>
    /// <param name="deviceId">The device's id.</param>
    /// <param name="sequence">The record's number on it.</param>
    /// <param name="record">The record's bytes, without a seal.</param>
    public static byte[] Make(ReadOnlySpan<byte> recordKey, long deviceId, int sequence, ReadOnlySpan<byte> record)
    {
        byte[] seal = new byte[Bytes];
        Magic.CopyTo(seal);
        seal[Magic.Length] = Version;
        Chain(recordKey, deviceId, sequence, record, seal.AsSpan(HeaderBytes));
        return seal;
    }

    /// <summary>True where the bytes end in something that has a seal's form; whether it is genuine is <see cref="Verify"/>'s to say.</summary>
    public static bool IsSealed(ReadOnlySpan<byte> bytes) =>
        bytes.Length > Bytes && bytes[^Bytes..].StartsWith(Magic) && bytes[^(Bytes - Magic.Length)] == Version && !bytes[^(TagBytes + 3)..^TagBytes].ContainsAnyExcept((byte)0);

    /// <summary>The record without its seal, where it has one.</summary>
    public static ReadOnlySpan<byte> Unsealed(ReadOnlySpan<byte> bytes) => IsSealed(bytes) ? bytes[..^Bytes] : bytes;

    /// <summary>True when the device of this key sealed exactly these bytes under this id and number. Takes the same time wherever the seals differ.</summary>
    public static bool Verify(ReadOnlySpan<byte> recordKey, long deviceId, int sequence, ReadOnlySpan<byte> sealedRecord)
    {
        if (!IsSealed(sealedRecord))
        {
            return false;
        }

        Span<byte> tag = stackalloc byte[TagBytes];
        Chain(recordKey, deviceId, sequence, Unsealed(sealedRecord), tag);
        return CryptographicOperations.FixedTimeEquals(tag, sealedRecord[^TagBytes..]);
    }

    private static ReadOnlySpan<byte> Magic => "ECGM"u8;

    private static void Chain(ReadOnlySpan<byte> key, long deviceId, int sequence, ReadOnlySpan<byte> record, Span<byte> tag)
    {
        Span<byte> link = stackalloc byte[TagBytes + PageBytes];
        BinaryPrimitives.WriteInt64LittleEndian(link, deviceId);
        BinaryPrimitives.WriteInt32LittleEndian(link[sizeof(long)..], sequence);
        BinaryPrimitives.WriteInt32LittleEndian(link[(sizeof(long) + sizeof(int))..], record.Length);
        HMACSHA256.HashData(key, link[..(sizeof(long) + (2 * sizeof(int)))], tag);
        while (!record.IsEmpty)
        {
            int bytes = Math.Min(PageBytes, record.Length);
            tag.CopyTo(link);
            record[..bytes].CopyTo(link[TagBytes..]);
            HMACSHA256.HashData(key, link[..(TagBytes + bytes)], tag);
            record = record[bytes..];
        }
    }
}
