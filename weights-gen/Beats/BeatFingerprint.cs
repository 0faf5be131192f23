using System;
using System.Collections.Generic;
using System.Linq;
using System.Runtime.InteropServices;
using System.Security.Cryptography;

namespace EcgChip.WeightsGen.Beats;

/// <summary>
/// Says whether EcgChip.Signal still cuts the beats that a model was trained on: SHA-256 over the values and features of all beats of three records
/// (a clean one, one full of ectopic beats, a noisy one with fusion beats), its first 16 hexadecimal digits.
/// </summary>
public static class BeatFingerprint
{
    private const int Digits = 16;

    /// <summary>The three records.</summary>
    public static readonly string[] Records = ["100", "119", "208"];

    /// <summary>Fingerprint of the three records' beats among others, in order of record and time.</summary>
    public static string Of(IEnumerable<Beat> beats)
    {
        ArgumentNullException.ThrowIfNull(beats);
        using IncrementalHash hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (Beat beat in beats.Where(beat => Records.Contains(beat.Record)).OrderBy(beat => beat.Key))
        {
            hash.AppendData(MemoryMarshal.AsBytes<sbyte>(beat.Values));
            hash.AppendData(MemoryMarshal.AsBytes<sbyte>(beat.Features));
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset())[..Digits];
    }
}
