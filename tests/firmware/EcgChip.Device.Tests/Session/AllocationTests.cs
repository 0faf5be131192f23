using System;
using System.Linq;
using EcgChip.Device.Session;
using EcgChip.Device.Tests.Rig;
using EcgChip.Models.Seed;
using EcgChip.Signal;
using EcgChip.Simulator.FrontEnd;
using EcgChip.Simulator.Patients;

namespace EcgChip.Device.Tests.Session;

/// <summary>Nothing is allocated while a recording runs, but for one layer's weights at a time.</summary>
public class AllocationTests
{
    private const int WarmUpSeconds = 60;
    private const int MeasuredSeconds = 60;

    [Fact]
    public void A_minute_of_a_recording_allocates_nothing_but_the_networks_weights()
    {
        (long allocated, long weights, int beats) = Run(contactLostFor: 0);
        Assert.True(beats > 60);
        Assert.True(weights > beats * 50_000L, $"{weights} bytes of weights for {beats} beats: the network did not run.");
        Assert.Equal(0, allocated - weights);
    }

    [Fact]
    public void Losing_contact_and_finding_it_again_allocates_nothing_either()
    {
        (long allocated, long weights, int beats) = Run(contactLostFor: 2 * SignalUnits.SampleRate);
        Assert.True(beats > 40);
        Assert.Equal(0, allocated - weights);
    }

    /// <summary>
    /// The session on a board that does nothing, so that every byte is the firmware's own. Contact is lost once while warming up and once
    /// while measuring.
    /// </summary>
    private static (long Allocated, long Weights, int Beats) Run(int contactLostFor)
    {
        FrontEndSampler sampler = new(new SyntheticPatient(new() { Seconds = WarmUpSeconds + MeasuredSeconds }), new AnalogSettings());
        int[] sums = [.. Enumerable.Range(0, sampler.SampleCount).Select(_ => sampler.NextReadingSum())];
        using QuietBoard board = new();
        FakeButton button = new() { StartHeld = true };
        MeteredModel model = new(new SeedModel());
        CountingListener listener = new();
        BedsideSession session = QuietSession.Make(
            new FirmwareSettings { RecordingSeconds = FirmwareSettings.LongestRecordingSeconds }, button, listener, model);

        int measured = WarmUpSeconds * SignalUnits.SampleRate;
        int period = measured / 2;
        long before = 0;
        long weights = 0;
        int beats = 0;
        for (int i = 0; i < sums.Length; i++)
        {
            if (i == measured)
            {
                beats = listener.Classified;
                weights = model.AllocatedBytes;
                before = GC.GetAllocatedBytesForCurrentThread();
            }

            int sinceLoss = (i % measured) - period;
            session.Take(i, sums[i], sinceLoss >= 0 && sinceLoss < contactLostFor, false);
            while (session.DoSlice())
            {
            }
        }

        long allocated = GC.GetAllocatedBytesForCurrentThread() - before;
        Assert.Equal(SessionState.Recording, session.State);
        return (allocated, model.AllocatedBytes - weights, listener.Classified - beats);
    }

    private sealed class CountingListener : Seams.IBeatListener
    {
        public int Classified { get; private set; }

        public void BeatFound(int sampleIndex)
        {
        }

        public void BeatClassified(int sampleIndex, int beatClass, int confidence) => Classified++;
    }
}
