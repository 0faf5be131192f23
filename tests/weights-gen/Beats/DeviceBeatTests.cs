using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using EcgChip.Device;
using EcgChip.Device.Monitoring;
using EcgChip.Device.Sampling;
using EcgChip.Device.Seams;
using EcgChip.Formats.Wfdb;
using EcgChip.Inference;
using EcgChip.Models.Bedside;
using EcgChip.Signal;
using EcgChip.Simulator.FrontEnd;
using EcgChip.Simulator.Patients;
using EcgChip.Testing;
using EcgChip.WeightsGen.Beats;

namespace EcgChip.WeightsGen.Tests.Beats;

/// <summary>What the network learns from is what it gets on the device: the program's own signal path and classifier, fed with the same samples.</summary>
public sealed class DeviceBeatTests : ISignalListener
{
    private readonly Dictionary<int, (sbyte[] Values, sbyte[] Features)> _taken = [];
    private readonly NetworkRunner _runner = new(new BedsideModel());

    [SkippableTheory]
    [InlineData("100", 8)]
    [InlineData("119", 8)]
    [InlineData("119", 3)]
    public void Values_and_features_of_every_beat_are_those_that_the_device_gives_its_network(string record, int samplesAtOnce)
    {
        string path = Path.Combine(SharedData.Mitdb(), record);
        Play(WfdbPatient.From(WfdbRecord.Open(path)), samplesAtOnce);
        IReadOnlyList<Beat> beats = BedsideBeatExtractor.Extract(path).Beats;

        int compared = 0;
        foreach (Beat beat in beats)
        {
            int[] near = [.. Enumerable.Range(beat.Sample - 1, 3).Where(_taken.ContainsKey)];
            if (near.Length == 0)
                continue;

            (sbyte[] values, sbyte[] features) = _taken[near[0]];
            Assert.Equal(values, beat.Values);
            Assert.Equal(features, beat.Features);
            compared++;
        }

        // A few lie at the start, or where the device says that the signal is too poor.
        Assert.InRange(compared, beats.Count * 98 / 100, beats.Count);
    }

    void IBeatListener.BeatFound(int sampleIndex)
    {
    }

    void IBeatListener.BeatClassified(int sampleIndex, int beatClass, int confidence)
    {
        if (beatClass != BeatClass.Unclassified)
            _taken[sampleIndex] = ([.. _runner.Input], [.. _runner.Features]);
    }

    void ISignalListener.BeatWithdrawn(int sampleIndex, int ago)
    {
    }

    void ISignalListener.SecondJudged()
    {
    }

    private void Play(WfdbPatient patient, int samplesAtOnce)
    {
        SignalPath path = new(BoardSettings.AsDesigned, MainsFrequency.Hz50, false, 0, this);
        BeatClassifier classifier = new(path, _runner, new ConvolutionBuffers(), this);
        FrontEndSampler sampler = new(patient, new AnalogSettings());
        int[] block = new int[RawSample.BlockLength];
        int taken = 0;
        for (int n = 0; n < sampler.SampleCount; n++)
        {
            block[n & RawSample.BlockMask] = sampler.NextReadingSum();
            if ((n & RawSample.BlockMask) != RawSample.BlockMask && n - taken + 1 < samplesAtOnce)
                continue;

            while (taken <= n)
                taken += Math.Max(1, path.Add(block, taken, n - taken + 1));
            while (classifier.DoSlice())
            {
            }
        }
    }
}
