using System;
using System.Linq;
using EcgChip.Device.Sampling;
using EcgChip.Device.Seams;
using EcgChip.Device.Session;
using EcgChip.Device.Tests.Rig;
using EcgChip.Signal;
using EcgChip.Simulator.FrontEnd;
using EcgChip.Simulator.Patients;
using EcgChip.Testing;

namespace EcgChip.Device.Tests.Session;

/// <summary>
/// Nothing is allocated while a recording runs. The session runs on a board that does nothing, so that every byte is the firmware's own.
/// </summary>
public sealed class AllocationTests : IDisposable
{
    private const int RoundSeconds = 20;
    private const int ButtonSamples = 4;
    private const int RoundSamples = RoundSeconds * SignalUnits.SampleRate;

    private readonly QuietBoard board = new();
    private readonly CountingListener listener = new();
    private readonly int[] block = new int[RawSample.BlockLength];
    private readonly int[] sums;
    private readonly BedsideSession session;
    private int sample;

    public AllocationTests()
    {
        FrontEndSampler sampler = new(new SyntheticPatient(new() { Seconds = RoundSeconds }), new AnalogSettings());
        sums = [.. Enumerable.Range(0, RoundSamples).Select(_ => sampler.NextReadingSum())];
        session = QuietSession.Make(
            new FirmwareSettings { RecordingSeconds = FirmwareSettings.LongestRecordingSeconds }, new FakeButton { StartHeld = true }, listener);
    }

    public void Dispose() => board.Dispose();

    [Fact]
    public void A_recording_allocates_nothing_whatever_the_network_does()
    {
        Play(0);
        Assert.Equal(0, Allocations.OfEveryRound(() => Play(0)));
        Assert.Equal(SessionState.Recording, session.State);
        Assert.True(listener.Classified > 100);
    }

    [Fact]
    public void Losing_contact_and_finding_it_again_allocates_nothing_either()
    {
        const int LostSamples = 2 * SignalUnits.SampleRate;
        Play(LostSamples);
        Assert.Equal(0, Allocations.OfEveryRound(() => Play(LostSamples)));
        Assert.Equal(SessionState.Recording, session.State);
        Assert.True(listener.Classified > 80);
    }

    /// <summary>Plays the patient once more, without contact for some samples from the middle on.</summary>
    private void Play(int lostSamples)
    {
        for (int i = 0; i < RoundSamples; i++)
        {
            int sinceLoss = i - (RoundSamples / 2);
            if (sample == 0)
            {
                session.Start(sample);
            }
            else if (sample % ButtonSamples == 0 && session.Buttons.Step())
            {
                session.Press(session.Buttons.Pressed, sample);
            }

            bool off = sinceLoss >= 0 && sinceLoss < lostSamples;
            int place = sample & RawSample.BlockMask;
            block[place] = sums[i] | (off ? ContactMonitor.PositiveLead << RawSample.SumBits : 0);
            if (place == RawSample.BlockMask)
            {
                session.Take(block, sample - RawSample.BlockMask, sample);
            }

            sample++;
            while (session.Draw() || session.DoSlice())
            {
            }
        }
    }

    private sealed class CountingListener : IBeatListener
    {
        public int Classified { get; private set; }

        public void BeatFound(int sampleIndex)
        {
        }

        public void BeatClassified(int sampleIndex, int beatClass, int confidence) => Classified++;
    }
}
