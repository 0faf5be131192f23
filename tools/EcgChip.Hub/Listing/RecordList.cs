using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using EcgChip.Hub.Data;
using Microsoft.EntityFrameworkCore;

namespace EcgChip.Hub.Listing;

/// <summary>A page of a list, the newest first.</summary>
/// <param name="Records">The records, with findings, without bytes.</param>
/// <param name="Next">Where the next page begins; null on the last one.</param>
public sealed record RecordPage(IReadOnlyList<StoredRecord> Records, ListPlace? Next);

/// <summary>
/// Lists recordings. A page is found by where the one before ended and not by counting from the start, so that each costs the same, however many records there are.
/// </summary>
public sealed class RecordList(HubContext context)
{
    /// <summary>Most records of a page.</summary>
    public const int LargestPage = 200;

    /// <summary>A page.</summary>
    /// <param name="filter">Which recordings.</param>
    /// <param name="after">Where the page before ended; null for the first.</param>
    /// <param name="count">How many at most.</param>
    /// <param name="cancellation">Ends it.</param>
    public async Task<RecordPage> PageAsync(RecordFilter filter, ListPlace? after, int count, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(filter);
        int wanted = Math.Clamp(count, 1, LargestPage);

        // One more than wanted tells whether there is a next page.
        List<StoredRecord> records = filter.Finding is { } code
            ? await WithFinding(filter, code, after, wanted + 1).ToListAsync(cancellation)
            : await Without(filter, after, wanted + 1).ToListAsync(cancellation);
        bool more = records.Count > wanted;
        records = more ? records[..wanted] : records;
        await AddFindingsAsync(records, cancellation);
        return new RecordPage(records, more ? new ListPlace(records[^1].ListedAt, records[^1].DeviceId, records[^1].Sequence) : null);
    }

    private IQueryable<StoredRecord> Without(RecordFilter filter, ListPlace? after, int count)
    {
        IQueryable<StoredRecord> query = context.Records.Where(record => record.Waiting == filter.Waiting);
        (DateTime from, DateTime to) = Range(filter);
        if (filter.From is not null)
        {
            query = query.Where(record => record.ListedAt >= from);
        }

        if (filter.To is not null)
        {
            query = query.Where(record => record.ListedAt < to);
        }

        // Said twice, so that the database sees at once where in its index to begin.
        if (after is not null)
        {
            query = query.Where(record => record.ListedAt <= after.ListedAt
                && (record.ListedAt < after.ListedAt || record.DeviceId < after.DeviceId || (record.DeviceId == after.DeviceId && record.Sequence < after.Sequence)));
        }

        return Narrowed(query, filter).OrderByDescending(record => record.ListedAt).ThenByDescending(record => record.DeviceId).ThenByDescending(record => record.Sequence).Take(count).AsNoTracking();
    }

    // The findings have what a list is ordered by, so that their index leads; a record has at most one of a code.
    private IQueryable<StoredRecord> WithFinding(RecordFilter filter, int code, ListPlace? after, int count)
    {
        IQueryable<RecordFinding> findings = context.Findings.Where(finding => finding.Code == code && finding.Waiting == filter.Waiting);
        (DateTime from, DateTime to) = Range(filter);
        if (filter.From is not null)
        {
            findings = findings.Where(finding => finding.ListedAt >= from);
        }

        if (filter.To is not null)
        {
            findings = findings.Where(finding => finding.ListedAt < to);
        }

        if (after is not null)
        {
            findings = findings.Where(finding => finding.ListedAt <= after.ListedAt
                && (finding.ListedAt < after.ListedAt || finding.DeviceId < after.DeviceId || (finding.DeviceId == after.DeviceId && finding.Sequence < after.Sequence)));
        }

        return findings.Join(
                Narrowed(context.Records, filter), finding => new { finding.DeviceId, finding.Sequence }, record => new { record.DeviceId, record.Sequence }, (finding, record) => new { finding, record })
            .OrderByDescending(both => both.finding.ListedAt).ThenByDescending(both => both.finding.DeviceId).ThenByDescending(both => both.finding.Sequence)
            .Take(count).Select(both => both.record).AsNoTracking();
    }

    private static IQueryable<StoredRecord> Narrowed(IQueryable<StoredRecord> records, RecordFilter filter)
    {
        IQueryable<StoredRecord> query = records.Where(record => record.Kind != RecordKind.SelfTest);
        query = filter.Answer is { } answer ? query.Where(record => record.Answer == answer) : query;
        query = filter.Device is { } device ? query.Where(record => record.DeviceId == device) : query;
        return filter.Village is { } village ? query.Where(record => record.Village == village) : query;
    }

    private static (DateTime From, DateTime To) Range(RecordFilter filter) => (
        (filter.From ?? DateOnly.MinValue).ToDateTime(TimeOnly.MinValue, DateTimeKind.Utc),
        filter.To is { } to && to < DateOnly.MaxValue ? to.AddDays(1).ToDateTime(TimeOnly.MinValue, DateTimeKind.Utc) : DateTime.SpecifyKind(DateTime.MaxValue, DateTimeKind.Utc));

    private async Task AddFindingsAsync(List<StoredRecord> records, CancellationToken cancellation)
    {
        if (records.Count == 0)
        {
            return;
        }

        // One question for the page: records of some devices, of which those of the page are picked here.
        long[] devices = [.. records.Select(record => record.DeviceId).Distinct()];
        int[] sequences = [.. records.Select(record => record.Sequence).Distinct()];
        List<RecordFinding> findings = await context.Findings.AsNoTracking()
            .Where(finding => devices.Contains(finding.DeviceId) && sequences.Contains(finding.Sequence)).OrderBy(finding => finding.Place).ToListAsync(cancellation);
        Dictionary<(long, int), StoredRecord> byKey = records.ToDictionary(record => (record.DeviceId, record.Sequence));
        foreach (RecordFinding finding in findings)
        {
            if (byKey.TryGetValue((finding.DeviceId, finding.Sequence), out StoredRecord? record))
            {
                record.Findings.Add(finding);
            }
        }
    }
}
