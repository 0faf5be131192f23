using System;
using System.Security.Cryptography;
using System.Text;
using EcgChip.Formats.Recordings;
using Hl7.Fhir.Model;

namespace EcgChip.Formats.Export.Fhir;

/// <summary>Names of a recording's resources: the same however often it is exported, so that sending twice is harmless.</summary>
internal static class FhirIds
{
    private const int UuidBytes = 16;

    /// <summary>The recording.</summary>
    public static string Recording(StoredRecording recording) =>
        string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{recording.DeviceName}-{(uint)recording.Sequence}");

    /// <summary>A part of it.</summary>
    public static Identifier Part(StoredRecording recording, string part) => new(FhirSystems.Recordings, $"{Recording(recording)}-{part}");

    /// <summary>The patient, where there is a number.</summary>
    public static string Patient(StoredRecording recording) =>
        string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{recording.DeviceName}-{recording.PatientNumber}");

    /// <summary>A reference to a resource of the Bundle.</summary>
    public static ResourceReference Reference(string type, Identifier identifier) => new(Uuid(identifier)) { Type = type };

    /// <summary>A resource's address within the Bundle: a UUID made of its identifier (RFC 9562, version 8: first bytes of SHA-256).</summary>
    public static string Uuid(Identifier identifier)
    {
        Span<byte> hash = SHA256.HashData(Encoding.UTF8.GetBytes($"{identifier.System}|{identifier.Value}")).AsSpan(0, UuidBytes);
        hash[6] = (byte)(0x80 | (hash[6] & 0x0F));
        hash[8] = (byte)(0x80 | (hash[8] & 0x3F));
        return $"urn:uuid:{new Guid(hash, bigEndian: true)}";
    }
}
