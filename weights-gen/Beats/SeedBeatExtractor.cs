using System;
using System.Collections.Generic;
using EcgChip.Formats;
using EcgChip.Formats.Wfdb;
using EcgChip.Signal;
using EcgChip.Simulator.FrontEnd;
using EcgChip.Simulator.Patients;

namespace EcgChip.WeightsGen.Beats;

/// <summary>
/// Cuts the annotated beats of a recording for the seed network, as the device would: the recording plays through the simulated front end and ADC, and
/// EcgChip.Signal conditions it and cuts the beats. R peaks and R-R intervals come from the reference annotations.
/// </summary>
public static class SeedBeatExtractor
{
    /// <summary>Cuts all annotated beats of a record, lead MLII where it has one.</summary>
    /// <param name="recordPath">Path of the record without an extension; its annotations stand beside it as .atr.</param>
    /// <returns>The beats in order of time, as many as there are beat annotations less those that cannot be cut.</returns>
    /// <exception cref="RecordingException">The record or its annotations cannot be read.</exception>
    public static RecordBeats Extract(string recordPath)
    {
        WfdbRecord record = WfdbRecord.Open(recordPath);
        IReadOnlyList<WfdbAnnotation> annotations = WfdbAnnotations.Read(recordPath + Recordings.ReferenceAnnotator);
        WfdbPatient patient = WfdbPatient.From(record);
        FrontEndSampler sampler = new(patient, new AnalogSettings());
        FrontEndSettings board = BoardSettings.AsDesigned;
        Conditioner conditioner = new(board, MainsFrequency.Hz50);
        BeatCutter cutter = new();
        int[] sums = new int[1];
        short[] conditioned = new short[1];
        double delaySamples = BoardSettings.DelayUs(board) / (double)SignalUnits.SampleIntervalUs;

        List<(int Peak, WfdbAnnotation Annotation, AamiClass Class)> pending = [];
        List<Beat> beats = [];
        sbyte[] values = new sbyte[BeatWindow.Length];
        int next = 0;
        int taken = 0;
        for (int n = 0; n < sampler.SampleCount; n++)
        {
            sums[0] = sampler.NextReadingSum();
            conditioner.Process(sums, 0, 1, conditioned, 0, 0);
            cutter.AddSample(conditioned[0]);
            for (; next < annotations.Count; next++)
            {
                WfdbAnnotation annotation = annotations[next];
                int peak = (int)Math.Round((annotation.Sample * SignalUnits.SampleRate / record.SampleRate) + delaySamples);
                if (peak > n)
                {
                    break;
                }

                if (annotation.TryGetClass(out AamiClass beatClass))
                {
                    pending.Add((peak, annotation, beatClass));
                    cutter.AddRPeak(peak);
                }
            }

            if (n == sampler.SampleCount - 1)
            {
                cutter.End();
            }

            while (cutter.TryNext(values))
            {
                while (pending[taken].Peak != cutter.RPeak)
                {
                    taken++;
                }

                (int peak, WfdbAnnotation annotation, AamiClass beatClass) = pending[taken++];
                beats.Add(new Beat(record.Name, (int)Math.Round(peak - delaySamples), annotation.Sample, (int)beatClass, [.. values]));
            }
        }

        return new RecordBeats(record.Name, beats, Detection: null);
    }
}
