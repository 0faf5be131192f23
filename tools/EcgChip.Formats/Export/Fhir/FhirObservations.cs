using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Text;
using EcgChip.Formats.Recordings;
using EcgChip.Signal.Rhythm;
using Hl7.Fhir.Model;

namespace EcgChip.Formats.Export.Fhir;

/// <summary>The Observations of one recording: the strip, heart rate, beats by class, quality, each finding and the answer.</summary>
internal sealed class FhirObservations
{
    private const string PerMinute = "/min";
    private const string BeatsPerMinute = "beats/minute";
    private const string Milliseconds = "ms";
    private const string Percent = "%";
    private const int MsPerSecond = 1000;

    /// <summary>What stands for a sample that was not measured (FHIR R4, SampledData.data).</summary>
    private const string NotMeasured = "E";

    private const string StripPart = "strip";

    private readonly StoredRecording _recording;
    private readonly ResourceReference _subject;
    private readonly ResourceReference _device;

    /// <param name="recording">The recording.</param>
    /// <param name="subject">Its patient.</param>
    /// <param name="device">Its device.</param>
    public FhirObservations(StoredRecording recording, ResourceReference subject, ResourceReference device)
    {
        _recording = recording;
        _subject = subject;
        _device = device;
    }

    /// <summary>All, the strip first.</summary>
    public IReadOnlyList<Observation> All() =>
    [
        Strip(), HeartRate(), Beats(), Quality(), .. _recording.Findings.Select(Finding), .. Answer(), .. Infarction(),
    ];

    /// <summary>From where to where in the recording, by the clock; with a reason where the clock was not set.</summary>
    public DataType Effective(double fromSeconds, double toSeconds)
    {
        if (_recording.Start is DateTimeOffset start)
        {
            return new Period { StartElement = Moment(start, fromSeconds), EndElement = Moment(start, toSeconds) };
        }

        FhirDateTime unknown = new();
        unknown.Extension.Add(new Extension(FhirSystems.DataAbsentReasonExtension, new Code("unknown")));
        return unknown;
    }

    private static FhirDateTime Moment(DateTimeOffset start, double seconds) => new(
        RecordingSummary.Iso(start <= DateTimeOffset.MaxValue.AddSeconds(-seconds) ? start.AddSeconds(seconds) : DateTimeOffset.MaxValue));

    private Observation New(string part, CodeableConcept category, CodeableConcept code)
    {
        Observation observation = new()
        {
            Status = ObservationStatus.Preliminary,
            Code = code,
            Subject = _subject,
            Device = _device,
            Effective = Effective(0, _recording.Seconds),
        };
        observation.Identifier.Add(FhirIds.Part(_recording, part));
        observation.Category.Add(category);
        return observation;
    }

    private Observation Strip()
    {
        Observation strip = New(StripPart, FhirCodes.Procedure, FhirCodes.LeadII);
        strip.Value = new SampledData
        {
            Origin = new Quantity { Value = 0, Unit = "mV", System = FhirSystems.Ucum, Code = "mV" },
            Period = MsPerSecond / (decimal)_recording.SampleRate,
            Factor = 1 / (decimal)_recording.UnitsPerMillivolt,
            Dimensions = 1,
            Data = Data(),
        };
        return strip;
    }

    private string Data()
    {
        string[] samples = [.. _recording.Samples.Select(sample => sample.ToString(CultureInfo.InvariantCulture))];
        foreach (SampleStretch gap in _recording.Gaps)
        {
            Array.Fill(samples, NotMeasured, gap.Start, gap.Length);
        }

        return new StringBuilder().AppendJoin(' ', samples).ToString();
    }

    private Observation HeartRate()
    {
        HeartRates rate = _recording.HeartRate;
        Observation observation = New("heart-rate", FhirCodes.VitalSigns, FhirCodes.HeartRate);

        // The profile for vital signs wants a moment: its rule vs-1 is not met by a period. How long it lasted, the strip says.
        observation.Effective = observation.Effective is Period period ? period.StartElement : observation.Effective;
        if (rate.Mean is int mean)
        {
            observation.Value = Quantity(mean, BeatsPerMinute, PerMinute);
        }
        else
        {
            observation.DataAbsentReason = FhirCodes.Unknown;
        }

        Add(observation, FhirCodes.Own("heart-rate-lowest", "Lowest heart rate over eight intervals"), rate.Lowest, BeatsPerMinute, PerMinute);
        Add(observation, FhirCodes.Own("heart-rate-highest", "Highest heart rate over eight intervals"), rate.Highest, BeatsPerMinute, PerMinute);
        Add(observation, FhirCodes.Sdnn, rate.SdnnMs, Milliseconds, Milliseconds);
        Add(observation, FhirCodes.Own("rmssd", "RMSSD"), rate.RmssdMs, Milliseconds, Milliseconds);
        return observation;
    }

    private Observation Beats()
    {
        Observation observation = New("beats", FhirCodes.Procedure, FhirCodes.Own("beats", "Beats found, by class of AAMI EC57"));
        observation.Value = new Integer(_recording.Beats.Count);
        for (int i = 0; i < AamiClasses.Count; i++)
        {
            string name = ((AamiClass)i).ToSymbol().ToString();
            AddCount(observation, FhirCodes.Own($"beats-{name}", $"Beats of class {name}"), _recording.Counts[i]);
        }

        AddCount(observation, FhirCodes.Own("beats-not-classified", "Beats not classified"), _recording.Unclassified);
        return observation;
    }

    private Observation Quality()
    {
        SignalTime signal = _recording.Signal;
        Observation observation = New("signal", FhirCodes.Procedure, FhirCodes.Own("signal", "Signal that could be judged"));
        if (signal.GoodPercent is double good)
        {
            observation.Value = Quantity((decimal)good, Percent, Percent);
        }
        else
        {
            observation.DataAbsentReason = FhirCodes.Unknown;
        }

        Add(observation, FhirCodes.Own("signal-poor", "Signal too poor to judge"), (decimal?)signal.PoorPercent, Percent, Percent);
        Add(observation, FhirCodes.Own("signal-no-contact", "No contact"), (decimal?)signal.NoContactPercent, Percent, Percent);
        return observation;
    }

    private Observation Finding(RhythmFinding finding, int index)
    {
        Observation observation = New($"finding-{index + 1}-{finding.Name}", FhirCodes.Procedure, FhirCodes.Impression);
        (double from, double to) = (_recording.SecondsAt(finding.Start), _recording.SecondsAt(finding.End));
        observation.Effective = Effective(from, to);
        observation.Value = FhirCodes.Finding(finding);
        (string code, string unit) = FhirCodes.ValueUnit(finding.Code);
        AddCount(observation, FhirCodes.Own("finding-times", "How often it was found"), finding.Times);
        Add(observation, FhirCodes.Own("finding-value", "Its value"), finding.Value, unit, code);
        Add(observation, FhirCodes.Own("finding-start", "Its beginning in the recording"), (decimal)from, "s", "s");
        Add(observation, FhirCodes.Own("finding-end", "Its end in the recording"), (decimal)to, "s", "s");
        observation.DerivedFrom.Add(FhirIds.Reference(observation.TypeName, FhirIds.Part(_recording, StripPart)));
        if (finding.NeedsDoctor)
        {
            observation.Interpretation.Add(FhirCodes.Abnormal);
        }

        return observation;
    }

    private IEnumerable<Observation> Answer()
    {
        if (_recording is { Answer: ScreeningAnswer answer, AnswerName: string name })
        {
            Observation observation = New("answer", FhirCodes.Procedure, FhirCodes.Own("answer", "What the screening says"));
            observation.Value = FhirCodes.Own(name, AnswerWords.Of(answer));
            yield return observation;
        }
    }

    // Research is no result: it does not belong into anybody's file.
    private IEnumerable<Observation> Infarction()
    {
        if (_recording.Infarction is { ResearchOnly: false } infarction)
        {
            Observation observation = New(
                "infarction", FhirCodes.Procedure, FhirCodes.Own("infarction-score", "How much the beats look like those of patients with an infarction, 0 to 1"));
            observation.Value = Quantity((decimal)infarction.Score, "1", "1");
            AddCount(observation, FhirCodes.Own("infarction-patients-trained", "Patients whose beats were learnt from"), infarction.PatientsTrained);
            yield return observation;
        }
    }

    private static void Add(Observation observation, CodeableConcept code, decimal? value, string unit, string ucum)
    {
        if (value is decimal known)
        {
            observation.Component.Add(new Observation.ComponentComponent { Code = code, Value = Quantity(known, unit, ucum) });
        }
    }

    private static void AddCount(Observation observation, CodeableConcept code, int count) =>
        observation.Component.Add(new Observation.ComponentComponent { Code = code, Value = new Integer(count) });

    private static Quantity Quantity(decimal value, string unit, string ucum) => new() { Value = value, Unit = unit, System = FhirSystems.Ucum, Code = ucum };
}
