using System;

namespace EcgChip.NanoHost;

/// <summary>
/// What the chip's native cryptography takes, in instructions beside the call itself. <b>Estimates</b>, on the high side, for nobody measured a board: the
/// image computes with mbedTLS. Its SHA-256 in portable C does some 64 rounds of 40 instructions and as much again for the message's schedule and its
/// bytes' order, 4,500 for a block of 64 bytes; its AES with tables does ten rounds of 90, 1,500 for a block of 16 with loading and storing. A call makes
/// and frees a context in the native heap and, for AES, expands the key: 4,000. Where the image uses the ESP32's own circuits for both it is faster.
/// </summary>
public static class NativeWork
{
    /// <summary>Instructions of one call beside the blocks.</summary>
    public const int CallInstructions = 4000;

    /// <summary>Instructions for a block of SHA-256.</summary>
    public const int ShaBlockInstructions = 4500;

    /// <summary>Instructions for a block of AES-128.</summary>
    public const int AesBlockInstructions = 1500;

    // HMAC hashes the key's block before the data, and both again around the inner hash; the padding needs nine bytes.
    private const int ShaBlockBytes = 64;
    private const int PaddingBytes = 9;
    private const int FixedBlocks = 3;

    [ThreadStatic]
    private static long instructions;

    /// <summary>What was charged on this thread since it began.</summary>
    public static long Instructions => instructions;

    internal static void OfAes(int blocks) => Charge(CallInstructions + ((long)blocks * AesBlockInstructions));

    internal static void OfHmac(int bytes) =>
        Charge(CallInstructions + ((long)ShaBlockInstructions * (FixedBlocks + ((bytes + PaddingBytes + ShaBlockBytes - 1) / ShaBlockBytes))));

    private static void Charge(long amount)
    {
        instructions += amount;
        if (InstructionMeter.Mips > 0)
        {
            InstructionMeter.Executed += amount;
        }
    }
}
