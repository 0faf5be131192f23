using System;
using System.Collections.Generic;
using System.Runtime.InteropServices;
using System.Security.Cryptography;
using EcgChip.WeightsGen.Beats;

namespace EcgChip.WeightsGen.Training;

/// <summary>What beats were learnt from, as the weights' file says it.</summary>
/// <param name="DataSet">Name of the recordings or of the file.</param>
/// <param name="Fingerprint">Tells these beats from others.</param>
public sealed record LearntFrom(string DataSet, string Fingerprint)
{
    private const int Digits = 16;

    /// <summary>Recordings, cut by the firmware's code: the fingerprint of three of them says whether it still cuts them so.</summary>
    public static LearntFrom Recordings(IEnumerable<Beat> beats) => new(Beats.Recordings.DatabaseName, BeatFingerprint.Of(beats));

    /// <summary>A file of beats: SHA-256 over all their classes and values, its first 16 hexadecimal digits.</summary>
    public static LearntFrom Table(string name, IEnumerable<Beat> beats)
    {
        ArgumentNullException.ThrowIfNull(beats);
        using IncrementalHash hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (Beat beat in beats)
        {
            hash.AppendData([(byte)beat.Class]);
            hash.AppendData(MemoryMarshal.AsBytes<sbyte>(beat.Values));
        }

        return new LearntFrom(name, Convert.ToHexStringLower(hash.GetHashAndReset())[..Digits]);
    }
}
