using System;
using System.Linq;
using System.Security.Cryptography;
using System.Threading;
using System.Threading.Tasks;
using EcgChip.Formats.Sealing;
using EcgChip.Hub.Data;
using EcgChip.Hub.Devices;
using EcgChip.Hub.Security;
using EcgChip.Records;
using EcgChip.Records.Link;
using Microsoft.EntityFrameworkCore;

namespace EcgChip.Hub.Intake;

/// <summary>What became of a record that was brought.</summary>
public enum IntakeResult
{
    /// <summary>It is stored, and stays.</summary>
    Stored,

    /// <summary>The same bytes were there already.</summary>
    AlreadyThere,

    /// <summary>Other bytes are there under its number; they stay.</summary>
    OtherBytesThere,

    /// <summary>It has more bytes than a record can have.</summary>
    TooLong,

    /// <summary>It does not end in a seal.</summary>
    NotSealed,

    /// <summary>The seal is not this device's, for this number and these bytes.</summary>
    NotGenuine,
}

/// <summary>
/// Takes records in: each whole or not at all, once however often it comes. What is answered as stored was committed to the database before.
/// </summary>
public sealed class RecordIntake(HubContext context, DeviceKeyVault vault, AuditTrail audit, TimeProvider time)
{
    /// <summary>Most bytes of a record with its seal: a recording of 300 s takes some 30 KB.</summary>
    public const int LargestBytes = 1 << 20;

    /// <summary>Takes a record in.</summary>
    /// <param name="device">The device that it is said to be of.</param>
    /// <param name="sequence">The number that it is said to have.</param>
    /// <param name="sealedRecord">Record and seal.</param>
    /// <param name="cancellation">Ends it; what was not answered may be there or not, and can be brought again.</param>
    public async Task<IntakeResult> TakeAsync(Device device, int sequence, byte[] sealedRecord, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(device);
        ArgumentNullException.ThrowIfNull(sealedRecord);
        if (Unusable(device, sequence, sealedRecord) is { } refusal)
        {
            await audit.SaveAsync(AuditAction.Refused, device.Id, sequence, refusal.ToString(), cancellation: cancellation);
            return refusal;
        }

        if (await FindAsync(device.Id, sequence, sealedRecord, cancellation) is { } there)
        {
            return there;
        }

        StoredRecord row = RecordDescription.Of(device, sequence, sealedRecord, time.Now(), audit.UserName, out SelfTestRecord? selfTest);
        context.Records.Add(row);
        if (selfTest is not null && row.Health == RecordHealth.Sound && sequence > (device.SelfTestSequence ?? 0))
        {
            device.SelfTestSequence = sequence;
            device.SelfTestAt = row.StartedAt;
            device.SelfTestFailures = Enumerable.Range(0, selfTest.Lines.Count).Count(line => selfTest.Lines.Verdict(line) == SelfTestVerdict.Failed);
        }

        try
        {
            await context.SaveChangesAsync(cancellation);
            return IntakeResult.Stored;
        }
        catch (DbUpdateException)
        {
            // Two who bring the same record at the same time: one of them was first.
            context.ChangeTracker.Clear();
            if (await FindAsync(device.Id, sequence, sealedRecord, cancellation) is { } other)
            {
                return other;
            }

            throw;
        }
    }

    private IntakeResult? Unusable(Device device, int sequence, byte[] sealedRecord)
    {
        if (sealedRecord.Length > LargestBytes)
        {
            return IntakeResult.TooLong;
        }

        if (!RecordSeal.IsSealed(sealedRecord))
        {
            return IntakeResult.NotSealed;
        }

        return RecordSeal.Verify(vault.RecordKey(device), device.Id, sequence, sealedRecord) ? null : IntakeResult.NotGenuine;
    }

    private async Task<IntakeResult?> FindAsync(long device, int sequence, byte[] sealedRecord, CancellationToken cancellation)
    {
        byte[]? there = await context.Records.Where(each => each.DeviceId == device && each.Sequence == sequence)
            .Select(each => each.Sha256).FirstOrDefaultAsync(cancellation);
        if (there is null)
        {
            return null;
        }

        return there.AsSpan().SequenceEqual(SHA256.HashData(sealedRecord)) ? IntakeResult.AlreadyThere : IntakeResult.OtherBytesThere;
    }
}
