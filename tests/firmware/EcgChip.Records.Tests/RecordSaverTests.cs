using System;
using System.Linq;

namespace EcgChip.Records.Tests;

public class RecordSaverTests
{
    [Fact]
    public void A_recording_is_saved_page_by_page_and_read_back_from_the_log()
    {
        MemorySegmentStore store = new();
        RecordLog log = LogHarness.Open(store);
        LogHarness.Append(log, [1, 2, 3]);
        RecordSaver saver = new(log, 50);
        RecordContents contents = RecordSamples.Small();
        Assert.Equal(LogStatus.Working, saver.Begin(contents));
        int steps = 0;
        while (!saver.Step())
        {
            Assert.Equal(LogStatus.Working, saver.Status);
            steps++;
        }

        Assert.Equal(LogStatus.Ok, saver.Status);
        Assert.InRange(steps, 2, 10);
        byte[] record = Convert.FromHexString(LogHarness.Records(store)[1].Payload);
        Assert.Equal(RecordStatus.Ok, RecordReader.TryRead(record, 0, record.Length, out RecordContents read));
        Assert.Equal(2, read.Sequence);
        Assert.Equal(RecordSamples.Describe(contents), RecordSamples.Describe(read));
    }

    [Fact]
    public void A_recording_that_does_not_fit_can_be_saved_once_there_is_room()
    {
        MemorySegmentStore store = new() { Capacity = 100 };
        RecordSaver saver = new(LogHarness.Open(store), 64);
        RecordContents contents = RecordSamples.Small();
        Assert.Equal(LogStatus.Full, saver.Begin(contents));
        Assert.True(saver.Step());
        Assert.Equal(0, store.TotalBytes);

        store.Capacity = 1000;
        Assert.Equal(LogStatus.Working, saver.Begin(contents));
        while (!saver.Step())
        {
        }

        Assert.Equal(LogStatus.Ok, saver.Status);
        Assert.Single(LogHarness.Records(store));
    }

    [Fact]
    public void A_store_that_fails_at_any_call_ends_the_saving_and_leaves_the_recording_to_be_saved_again()
    {
        for (int failing = 0; failing < 8; failing++)
        {
            MemorySegmentStore store = new() { CallsToFailure = failing };
            RecordSaver saver = new(LogHarness.Open(store), 64);
            RecordContents contents = RecordSamples.Small();
            saver.Begin(contents);
            while (!saver.Step())
            {
            }

            bool failed = store.CallsToFailure < 0;
            Assert.Equal(failed ? LogStatus.StoreFailed : LogStatus.Ok, saver.Status);
            store.CallsToFailure = -1;
            saver.Begin(contents);
            while (!saver.Step())
            {
            }

            Assert.Equal(LogStatus.Ok, saver.Status);
            byte[] record = Convert.FromHexString(LogHarness.Records(store).Last().Payload);
            Assert.Equal(RecordStatus.Ok, RecordReader.TryRead(record, 0, record.Length, out _));
        }
    }
}
