using System.Collections.Generic;
using System.Linq;
using CsCheck;

namespace EcgChip.Records.Tests;

/// <summary>
/// Random lives of a log: appends, power cuts in the middle of them, failing and full stores, removed segments, again and again.
/// </summary>
public class LogModelTests
{
    private enum Deed
    {
        Append,
        AppendAndCut,
        Cut,
        Reopen,
        FailAndAppend,
        RemoveOldest,
    }

    private static readonly Gen<(Deed Deed, int Length, int Moment, int Keep)> AnyDeed =
        Gen.Select(Gen.Enum<Deed>(), Gen.Int[1, 300], Gen.Int[0, 8], Gen.Int[0, 350]);

    [Fact]
    public void Whatever_happens_no_committed_record_is_lost_and_no_number_comes_twice()
    {
        Gen.Select(AnyDeed.Array[1, 25], Gen.Int[16, 900], Gen.Int[300, 6000]).Sample((deeds, limit, capacity) =>
        {
            MemorySegmentStore store = new() { Capacity = capacity };
            RecordLog log = LogHarness.Open(store, limit);
            List<(int Segment, int Sequence, string Payload)> committed = [];
            List<(int Sequence, string Payload)> doubtful = [];
            int highest = 0;
            int number = 0;
            foreach ((Deed deed, int length, int moment, int keep) in deeds)
            {
                Assert.True(log.NextSequence > highest);
                number++;
                switch (deed)
                {
                    case Deed.Append:
                        CommitOne(log, LogHarness.Payload(number, length), committed, doubtful);
                        break;
                    case Deed.FailAndAppend:
                        store.CallsToFailure = moment;
                        CommitOne(log, LogHarness.Payload(number, length), committed, doubtful);
                        store.CallsToFailure = -1;
                        break;
                    case Deed.AppendAndCut:
                        AppendInPart(log, LogHarness.Payload(number, length), moment);
                        store.Cut(keep);
                        log = LogHarness.Open(store, limit);
                        break;
                    case Deed.Cut:
                        store.Cut(keep);
                        log = LogHarness.Open(store, limit);
                        break;
                    case Deed.RemoveOldest when committed.Count > 0 && committed[^1].Segment > store.Segments().Min():
                        int oldest = store.Segments().Min();
                        store.Delete(oldest);
                        committed.RemoveAll(record => record.Segment == oldest);
                        log = LogHarness.Open(store, limit);
                        break;
                    default:
                        log = LogHarness.Open(store, limit);
                        break;
                }

                highest = int.Max(highest, committed.Select(record => record.Sequence).DefaultIfEmpty().Max());
                Assert.Equal(
                    committed.Select(record => (record.Sequence, record.Payload)),
                    LogHarness.Records(store).Where(record => !doubtful.Contains(record)));
            }
        });
    }

    /// <summary>
    /// Appends and takes note of the entry when, and only when, the log says that it is committed. When the store failed it is in doubt:
    /// where all was written and the flush alone failed, it may turn up all the same.
    /// </summary>
    private static void CommitOne(
        RecordLog log, byte[] payload,
        List<(int Segment, int Sequence, string Payload)> committed, List<(int Sequence, string Payload)> doubtful)
    {
        int sequence = log.NextSequence;
        LogStatus status = LogHarness.Append(log, payload);
        if (status == LogStatus.Ok)
        {
            committed.Add((log.EntrySegment, sequence, LogHarness.Text(payload)));
        }
        else if (status == LogStatus.StoreFailed)
        {
            doubtful.Add((sequence, LogHarness.Text(payload)));
        }
    }

    /// <summary>Begins an entry and stops after so many pages, the trailer and the flush always missing.</summary>
    private static void AppendInPart(RecordLog log, byte[] payload, int pages)
    {
        LogStatus status = log.BeginAppend(payload.Length);
        for (int at = 0; at < payload.Length && pages > 0 && status == LogStatus.Ok; at += LogHarness.Page, pages--)
        {
            status = log.Write(payload, at, int.Min(LogHarness.Page, payload.Length - at));
        }
    }
}
