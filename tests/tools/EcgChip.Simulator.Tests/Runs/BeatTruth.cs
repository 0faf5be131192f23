using System.Collections.Generic;
using System.IO;
using System.Linq;
using EcgChip.Formats;
using EcgChip.Formats.Wfdb;
using EcgChip.Scoring;
using EcgChip.Signal;
using EcgChip.Simulator.Patients;
using EcgChip.Simulator.Runs;

namespace EcgChip.Simulator.Tests.Runs;

/// <summary>Found beats against true ones by EC57: one to one within 150 ms, from the first beat on.</summary>
internal static class BeatTruth
{
    public static Confusion Compare(SyntheticPatient patient, SimulationResult result)
    {
        // Fine enough that rounding the truth to whole steps moves nothing.
        const int StepsPerSample = 8;
        const int StepsPerSecond = StepsPerSample * SignalUnits.SampleRate;
        Beat[] truth = [.. patient.Beats.Select(beat => new Beat((int)(beat.Seconds * StepsPerSecond), beat.Class))];
        return Ec57Comparison.Compare(
            patient.Name, new ReferenceBeats(truth, []), Found(result, StepsPerSecond), StepsPerSecond, learningSeconds: 0).Confusion;
    }

    public static Confusion Compare(string recordPath, WfdbPatient patient, SimulationResult result)
    {
        double rate = WfdbRecord.Open(recordPath).SampleRate;
        int start = (int)(patient.Start * rate);
        int end = (int)((patient.Start + patient.Seconds) * rate);
        IEnumerable<WfdbAnnotation> within = WfdbAnnotations.Read(Path.ChangeExtension(recordPath, "atr"))
            .Where(annotation => annotation.Sample >= start && annotation.Sample < end)
            .Select(annotation => annotation with { Sample = annotation.Sample - start });
        return Ec57Comparison.Compare(
            patient.Name, ReferenceBeats.FromAnnotations(within), Found(result, rate), rate, learningSeconds: 0).Confusion;
    }

    // A beat that was found and not classified counts as Q, "cannot be classified".
    private static IEnumerable<Beat> Found(SimulationResult result, double rate) =>
        result.Beats.Select(beat => new Beat((int)(beat.Sample * rate / SignalUnits.SampleRate), (AamiClass)(beat.Class ?? (int)AamiClass.Q)));
}
