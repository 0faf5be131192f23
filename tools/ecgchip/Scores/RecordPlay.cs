using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Threading;
using EcgChip.Formats;
using EcgChip.Formats.Wfdb;
using EcgChip.Scoring;
using EcgChip.Signal;
using EcgChip.Simulator.Patients;
using EcgChip.Simulator.Runs;

namespace EcgChip.Cli.Scores;

/// <summary>One record on the simulated board: opened, played to the end, compared with its reference annotations.</summary>
internal sealed class RecordPlay
{
    private const string Live = "live";

    private readonly ScorePlan plan;
    private readonly WfdbRecord record;
    private readonly IReadOnlyList<WfdbAnnotation> reference;

    private RecordPlay(ScorePlan plan, WfdbRecord record, IReadOnlyList<WfdbAnnotation> reference)
    {
        this.plan = plan;
        this.record = record;
        this.reference = reference;
    }

    /// <summary>Seconds that will be played.</summary>
    public double Seconds => Math.Min(plan.Seconds ?? double.MaxValue, record.Seconds - plan.Start);

    /// <summary>Opens a record; its samples are read when it is played.</summary>
    /// <exception cref="RecordingException">It cannot be used.</exception>
    /// <exception cref="UnusableInputException">It ends before the start.</exception>
    public static RecordPlay Open(ScorePlan plan, string name)
    {
        string path = Path.Combine(plan.Folder, name);
        RecordPlay play = new(plan, WfdbRecord.Open(path), WfdbAnnotations.Read(path + RecordList.Reference));
        if (play.record.SampleRate < Commands.PatientChoice.LeastSampleRate)
        {
            throw new UnusableInputException(
                $"Record {name} has {play.record.SampleRate} samples a second, too few for an ECG: leave it out, {Commands.PatientChoice.LeastSampleRate} are needed.");
        }

        double rest = play.record.Seconds - plan.Start;
        if (rest < Commands.PatientChoice.LeastSeconds)
        {
            throw new UnusableInputException($"--start {plan.Start} leaves nothing to play of record {name}, which lasts {play.record.Seconds:0.#} s: start earlier.");
        }

        // Asked now, a lead that is missing is said before anything was played.
        LeadChoice.Find(play.record, plan.Lead);
        return play;
    }

    /// <summary>Plays it, on the thread that calls.</summary>
    /// <param name="progress">Called with the seconds played since it was called last.</param>
    /// <param name="cancellation">Ends it.</param>
    public RecordResult Run(Action<double> progress, CancellationToken cancellation)
    {
        WfdbPatient patient = WfdbPatient.From(record, plan.Lead, plan.Start, Seconds, plan.Noise, reference);
        using VirtualDevice device = new(new ScaledPatient(patient, plan.Gain, plan.Invert), new SimulationOptions { Records = false });
        QualityLog quality = new(device);
        int told = 0;
        device.Progress = played =>
        {
            progress((played - told) / (double)SignalUnits.SampleRate);
            told = played;
        };
        SimulationResult result = device.Run(cancellation);
        cancellation.ThrowIfCancellationRequested();
        FoundBeats found = FoundBeats.Of(
            result.Beats.Select(beat => new Beat(ToRecord(beat.Sample), beat.Class is int known ? (AamiClass)known : AamiClass.Q)),
            quality.Refused(result.Samples).Select(range => new SampleRange(ToRecord(range.First), ToRecord(range.End) - 1)));
        RecordScore score = Ec57Comparison.Compare(
            record.Name, ReferenceBeats.FromAnnotations(reference), found, record.SampleRate, Played(), Learning);
        return new RecordResult(score, patient.Lead, found, Rhythm(result, quality), [.. result.Models.Where(model => model.Role == Live)]);
    }

    private double Learning => plan.AllBeats ? 0 : Ec57Comparison.LearningSeconds;

    // A second of the device's may reach a little beyond the record's last sample.
    private int ToRecord(int sample) => Math.Min(
        record.Samples - 1, (int)Math.Round((plan.Start + (sample / (double)SignalUnits.SampleRate)) * record.SampleRate, MidpointRounding.AwayFromZero));

    private SampleRange Played() => new(
        (int)Math.Ceiling(plan.Start * record.SampleRate),
        Math.Min(record.Samples, (int)Math.Round((plan.Start + Seconds) * record.SampleRate)) - 1);

    private AtrialFibrillationScore? Rhythm(SimulationResult result, QualityLog quality)
    {
        if (plan.AtrialFibrillation?.Invoke(result, quality) is not { } episodes)
        {
            return null;
        }

        RhythmEpisode[] found = [.. episodes.Select(each => new RhythmEpisode(each.Start + plan.Start, each.End + plan.Start))];
        RhythmEpisode[] truth = [.. Reference(RhythmEpisode.AtrialFibrillation)];
        double start = plan.Start + Learning;
        double end = plan.Start + Seconds;
        return new AtrialFibrillationScore(
            RhythmDurationScore.Compare(truth, found, start, end),
            RhythmDurationScore.Compare(truth, found, start, end, Reference(RhythmEpisode.AtrialFlutter)));
    }

    private IReadOnlyList<RhythmEpisode> Reference(string rhythm) =>
        RhythmEpisode.FromAnnotations(reference, rhythm, record.SampleRate, record.Seconds);
}
