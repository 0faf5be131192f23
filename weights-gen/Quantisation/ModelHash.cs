using System;
using System.Buffers.Binary;
using System.Runtime.InteropServices;
using System.Security.Cryptography;
using EcgChip.Inference;

namespace EcgChip.WeightsGen.Quantisation;

/// <summary>
/// The hash that stands on every stored result. SHA-256, its first 16 hexadecimal digits, over this form of a model, all numbers
/// 32-bit little-endian unless said otherwise: for each layer kind, input channels, output channels, taps, stride, input length,
/// output length, rectified (1 or 0), adds block input (1 or 0), residual multiplier, shift; then the number of weights and the weights
/// (one byte each), the number of biases and the biases, the number of multipliers and the multipliers. What a pool lacks has the number 0. Features
/// have no number of their own: they are the inputs that the first dense layer has beyond what the layer before it puts out.
/// </summary>
public static class ModelHash
{
    /// <summary>Hexadecimal digits of a hash.</summary>
    public const int Digits = 16;

    /// <summary>Hash of a model, from what its accessors give.</summary>
    public static string Of(Model model)
    {
        ArgumentNullException.ThrowIfNull(model);
        using IncrementalHash hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        LayerSpec[] layers = model.Layers();
        for (int i = 0; i < layers.Length; i++)
        {
            LayerSpec spec = layers[i];
            Append(
                hash, (int)spec.Kind, spec.InChannels, spec.OutChannels, spec.Taps, spec.Stride, spec.InLength, spec.OutLength,
                spec.Rectified ? 1 : 0, spec.AddsBlockInput ? 1 : 0, spec.ResidualMultiplier, spec.Shift);
            sbyte[] weights = model.Weights(i) ?? [];
            Append(hash, weights.Length);
            hash.AppendData(MemoryMarshal.AsBytes<sbyte>(weights));
            AppendCounted(hash, model.Biases(i) ?? []);
            AppendCounted(hash, model.Multipliers(i) ?? []);
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset())[..Digits];
    }

    private static void AppendCounted(IncrementalHash hash, int[] numbers)
    {
        Append(hash, numbers.Length);
        Append(hash, numbers);
    }

    private static void Append(IncrementalHash hash, params ReadOnlySpan<int> numbers)
    {
        Span<byte> bytes = stackalloc byte[sizeof(int)];
        foreach (int number in numbers)
        {
            BinaryPrimitives.WriteInt32LittleEndian(bytes, number);
            hash.AppendData(bytes);
        }
    }
}
