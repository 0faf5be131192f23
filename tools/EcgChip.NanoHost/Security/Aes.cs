using System;

namespace EcgChip.NanoHost.Security;

/// <summary>AES with a key of 128 bits and without padding, as the chip's library has it. The firmware sees it as System.Security.Cryptography.Aes.</summary>
public class Aes
{
    private const int BlockBytes = 16;

    private byte[]? key;
    private byte[]? iv;

    /// <summary>A cipher without a key.</summary>
    public Aes(CipherMode mode) => Mode = mode;

    /// <summary>The first block's predecessor, where blocks are mixed.</summary>
    /// <exception cref="ArgumentException">It has not 16 bytes.</exception>
    public byte[] IV
    {
        get => iv!;
        set => iv = OfBlock(value);
    }

    /// <summary>The key.</summary>
    /// <exception cref="ArgumentException">It has not 16 bytes.</exception>
    public byte[] Key
    {
        get => key!;
        set => key = OfBlock(value);
    }

    /// <summary>How blocks are put together.</summary>
    public CipherMode Mode { get; set; }

    /// <summary>Draws an IV.</summary>
    public void GenerateIV() => iv = System.Security.Cryptography.RandomNumberGenerator.GetBytes(BlockBytes);

    /// <summary>Encrypts whole blocks.</summary>
    /// <exception cref="ArgumentException">They are not whole.</exception>
    public byte[] Encrypt(byte[] data)
    {
        using System.Security.Cryptography.Aes aes = WithKey(data);
        return Mode == CipherMode.ECB
            ? aes.EncryptEcb(data, System.Security.Cryptography.PaddingMode.None)
            : aes.EncryptCbc(data, IV, System.Security.Cryptography.PaddingMode.None);
    }

    /// <summary>Decrypts whole blocks.</summary>
    /// <exception cref="ArgumentException">They are not whole.</exception>
    public byte[] Decrypt(byte[] data)
    {
        using System.Security.Cryptography.Aes aes = WithKey(data);
        return Mode == CipherMode.ECB
            ? aes.DecryptEcb(data, System.Security.Cryptography.PaddingMode.None)
            : aes.DecryptCbc(data, IV, System.Security.Cryptography.PaddingMode.None);
    }

    private static byte[] OfBlock(byte[] value) => value is { Length: BlockBytes }
        ? value : throw new ArgumentException("Sixteen bytes are needed.", nameof(value));

    private System.Security.Cryptography.Aes WithKey(byte[] data)
    {
        ArgumentNullException.ThrowIfNull(data);
        if (data.Length == 0 || data.Length % BlockBytes != 0 || Mode == CipherMode.None)
        {
            throw new ArgumentException("Whole blocks and a mode are needed.", nameof(data));
        }

        NativeWork.OfAes(data.Length / BlockBytes);
        System.Security.Cryptography.Aes aes = System.Security.Cryptography.Aes.Create();
        aes.Key = key ?? throw new InvalidOperationException("There is no key.");
        return aes;
    }
}
