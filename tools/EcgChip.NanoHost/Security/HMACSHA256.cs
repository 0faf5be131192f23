using System;

namespace EcgChip.NanoHost.Security;

/// <summary>HMAC-SHA256 of whole arrays, as the chip's library has it. The firmware sees it as System.Security.Cryptography.HMACSHA256.</summary>
public class HMACSHA256 : IDisposable
{
    private const int DrawnKeyBytes = 64;

    private byte[] key;
    private byte[]? hash;

    /// <summary>With a key that is drawn.</summary>
    public HMACSHA256()
        : this(System.Security.Cryptography.RandomNumberGenerator.GetBytes(DrawnKeyBytes))
    {
    }

    /// <summary>With a key.</summary>
    public HMACSHA256(byte[] key)
    {
        ArgumentNullException.ThrowIfNull(key);
        this.key = key;
    }

    /// <summary>What was computed last.</summary>
    public byte[] Hash => hash!;

    /// <summary>The key.</summary>
    public byte[] Key
    {
        get => key;
        set => key = value;
    }

    /// <summary>The authentication code of an array.</summary>
    public static byte[] HashData(byte[] key, byte[] source)
    {
        ArgumentNullException.ThrowIfNull(key);
        ArgumentNullException.ThrowIfNull(source);
        NativeWork.OfHmac(source.Length);
        return System.Security.Cryptography.HMACSHA256.HashData(key, source);
    }

    /// <summary>The authentication code of an array.</summary>
    public byte[] ComputeHash(byte[] buffer)
    {
        hash = HashData(key, buffer);
        return hash;
    }

    /// <summary>Lets the key go.</summary>
    public void Dispose()
    {
        Dispose(true);
        GC.SuppressFinalize(this);
    }

    /// <summary>Lets the key go.</summary>
    protected void Dispose(bool disposing)
    {
        key = [];
        hash = null;
    }
}
