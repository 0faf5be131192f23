using System.Collections.Generic;
using System.Linq;
using CsCheck;

namespace EcgChip.Records.Tests;

/// <summary>
/// Random lives of a log: appends, acknowledgements, freeing, power cuts in the middle of each, failing and full stores, again and again.
/// </summary>
public class LogModelTests
{
    private enum Deed
    {
        Append,
        AppendAgain,
        AppendAndCut,
        Cut,
        Reopen,
        FailAndAppend,
        Acknowledge,
        AcknowledgeAgain,
        FailAndAcknowledge,
        Clean,
        CleanAndCut,
        FailAndClean,
        SaveSettings,
    }

    private static readonly Gen<(Deed Deed, int Length, int Moment, int Keep)> AnyDeed =
        Gen.Select(Gen.Enum<Deed>(), Gen.Int[1, 300], Gen.Int[0, 30], Gen.Int[0, 350]);

    [Fact]
    public void Whatever_happens_no_record_is_lost_before_it_is_acknowledged_and_no_number_comes_twice() =>
        Gen.Select(AnyDeed.Array[1, 40], Gen.Int[16, 900], Gen.Int[300, 6000]).Sample((deeds, limit, capacity) =>
        {
            Life life = new(limit, capacity);
            foreach ((Deed deed, int length, int moment, int keep) in deeds)
            {
                life.Do(deed, length, moment, keep);
                life.Check();
            }
        });

    private sealed class Life(int limit, int capacity)
    {
        private readonly MemorySegmentStore store = new() { Capacity = capacity };
        private readonly Dictionary<int, string> committed = [];
        private readonly HashSet<(int Sequence, string Payload)> doubtful = [];
        private readonly HashSet<int> acknowledged = [];
        private readonly HashSet<int> perhapsAcknowledged = [];
        private RecordLog? log;
        private int number;

        private RecordLog Log => log ??= LogHarness.Open(store, limit);

        public void Do(Deed deed, int length, int moment, int keep)
        {
            number++;
            byte[] payload = LogHarness.Payload(number, length);
            store.CallsToFailure = deed is Deed.FailAndAppend or Deed.FailAndAcknowledge or Deed.FailAndClean ? moment : -1;
            switch (deed)
            {
                case Deed.Append or Deed.AppendAgain or Deed.FailAndAppend:
                    Append(payload);
                    break;
                case Deed.AppendAndCut:
                    AppendInPart(payload, moment % 8);
                    break;
                case Deed.Acknowledge or Deed.AcknowledgeAgain or Deed.FailAndAcknowledge:
                    Acknowledge(length);
                    break;
                case Deed.Clean or Deed.FailAndClean:
                    Clean(length % 2 == 0 ? int.MaxValue - 1 : length, int.MaxValue);
                    break;
                case Deed.CleanAndCut:
                    Clean(int.MaxValue - 1, moment);
                    break;
                case Deed.SaveSettings:
                    new SettingsStore(store).Save(new StoredSettings());
                    break;
            }

            store.CallsToFailure = -1;
            if (deed is Deed.AppendAndCut or Deed.CleanAndCut or Deed.Cut)
            {
                store.Cut(keep);
            }

            // What failed may have left the only copy of a segment to be put in its place, or an acknowledgement that stands there all the same.
            if (deed is Deed.AppendAndCut or Deed.CleanAndCut or Deed.Cut or Deed.Reopen or Deed.FailAndClean or Deed.FailAndAcknowledge)
            {
                log = null;
            }
        }

        public void Check()
        {
            Assert.True(Log.NextSequence > committed.Keys.DefaultIfEmpty().Max());
            List<(int Sequence, string Payload)> stored = LogHarness.Records(store);
            List<(int Sequence, string Payload)> unsynced = LogHarness.Unsynced(Log);
            Assert.Equal(unsynced.Count, LogHarness.Open(store.Copy(), limit).UnsyncedCount);
            Assert.True(doubtful.Count > 0 || unsynced.Count == Log.UnsyncedCount);
            Assert.Equal(stored.Select(r => r.Sequence).Distinct().Order(), stored.Select(r => r.Sequence));
            Assert.Equal(
                committed.Where(r => !perhapsAcknowledged.Contains(r.Key)).OrderBy(r => r.Key).Select(r => (r.Key, r.Value)),
                unsynced.Where(r => !doubtful.Contains(r) && !perhapsAcknowledged.Contains(r.Sequence)));
            Assert.All(stored, r => Assert.True(doubtful.Contains(r) || committed.GetValueOrDefault(r.Sequence) == r.Payload));
            Assert.All(unsynced, r => Assert.DoesNotContain(r.Sequence, acknowledged));
            Assert.Equal(stored.TakeLast(4).Reverse().Select(r => r.Sequence), LogHarness.List(Log, 4).Select(r => r.Sequence));
        }

        private void Append(byte[] payload)
        {
            int sequence = Log.NextSequence;
            bool room = Log.RoomFor(payload.Length) == LogStatus.Ok;
            LogStatus status = LogHarness.Append(Log, payload);
            Assert.True(room || status != LogStatus.Ok || store.CallsToFailure >= 0);
            if (status == LogStatus.Ok)
            {
                committed.Add(sequence, LogHarness.Text(payload));
            }
            else if (status == LogStatus.StoreFailed)
            {
                // Where all was written and the flush alone failed, it may turn up all the same.
                doubtful.Add((sequence, LogHarness.Text(payload)));
            }
        }

        private void AppendInPart(byte[] payload, int pages)
        {
            LogStatus status = Log.BeginAppend(payload.Length);
            for (int at = 0; at < payload.Length && pages > 0 && status == LogStatus.Ok; at += LogHarness.Page, pages--)
            {
                status = Log.Write(payload, at, int.Min(LogHarness.Page, payload.Length - at));
            }
        }

        private void Acknowledge(int choice)
        {
            int sequence = 1 + (choice % int.Max(1, Log.NextSequence));
            LogStatus status = LogHarness.Acknowledge(Log, sequence);
            Assert.Equal(sequence >= Log.NextSequence, status == LogStatus.Unknown);

            // A number whose entry never came to its end is acknowledged by nobody, and may be given once more.
            if (committed.ContainsKey(sequence))
            {
                perhapsAcknowledged.Add(sequence);
                if (status == LogStatus.Ok)
                {
                    acknowledged.Add(sequence);
                }
            }
        }

        private void Clean(int wanted, int steps)
        {
            LogCleaner cleaner = new(Log);
            cleaner.Begin(wanted);
            while (steps > 0 && !cleaner.Step())
            {
                steps--;
            }
        }
    }
}
