using System;
using System.Collections.Generic;
using System.Linq;
using System.Runtime.InteropServices;
using System.Security.Cryptography;
using System.Text;
using System.Threading.Tasks;

namespace EcgChip.WeightsGen.Infarction;

/// <summary>The beats of all patients that a head can learn from.</summary>
/// <param name="Beats">By patient, record and time.</param>
/// <param name="Records">Records that they come from.</param>
/// <param name="LeftOut">Patients that were left out, by why.</param>
public sealed record PtbBeatSet(IReadOnlyList<PtbBeat> Beats, int Records, IReadOnlyDictionary<string, int> LeftOut)
{
    private const int FingerprintDigits = 16;
    private const string NoBeat = "no whole beat";

    /// <summary>Each patient and the diagnosis, by name.</summary>
    public IReadOnlyList<(string Name, Diagnosis Diagnosis)> Patients { get; } =
        [.. Beats.Select(beat => (beat.Patient, beat.Diagnosis)).Distinct().OrderBy(patient => patient.Patient, StringComparer.Ordinal)];

    /// <summary>SHA-256 over patients, places and values of all beats, its first 16 hexadecimal digits: which beats these are.</summary>
    public string Fingerprint()
    {
        using IncrementalHash hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (PtbBeat beat in Beats)
        {
            hash.AppendData(Encoding.UTF8.GetBytes(FormattableString.Invariant($"{beat.Patient} {beat.Record} {beat.Sample} {beat.Diagnosis}\n")));
            hash.AppendData(MemoryMarshal.AsBytes<sbyte>(beat.Values));
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset())[..FingerprintDigits];
    }

    /// <summary>Patients with a diagnosis.</summary>
    public int Count(Diagnosis diagnosis) => Patients.Count(patient => patient.Diagnosis == diagnosis);

    /// <summary>Cuts the beats of all patients.</summary>
    /// <param name="recordings">The patients.</param>
    /// <param name="progress">Told how many of how many records are done; may come from several threads.</param>
    public static PtbBeatSet Cut(PtbRecordings recordings, Action<int, int>? progress = null)
    {
        ArgumentNullException.ThrowIfNull(recordings);
        (PtbPatient Patient, string Record)[] records = [.. recordings.Patients.SelectMany(patient => patient.Records.Select(record => (patient, record)))];
        IReadOnlyList<PtbBeat>[] byRecord = new IReadOnlyList<PtbBeat>[records.Length];
        int done = 0;
        object gate = new();
        Parallel.For(0, records.Length, index =>
        {
            byRecord[index] = PtbBeatExtractor.Extract(records[index].Patient, records[index].Record);
            lock (gate)
                progress?.Invoke(++done, records.Length);
        });

        PtbBeat[] beats = [.. byRecord.SelectMany(found => found)];
        Dictionary<string, int> leftOut = new(recordings.LeftOut);
        int without = recordings.Patients.Count - beats.Select(beat => beat.Patient).Distinct().Count();
        if (without > 0)
            leftOut[NoBeat] = without;
        return new PtbBeatSet(beats, byRecord.Count(found => found.Count > 0), leftOut);
    }
}
