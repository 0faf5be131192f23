using System;
using System.Collections.Generic;
using System.Linq;
using System.Net;
using EcgChip.Formats.Recordings;
using Hl7.Fhir.Model;
using Hl7.Fhir.Serialization;

namespace EcgChip.Formats.Export.Fhir;

/// <summary>
/// A recording as a Bundle of FHIR R4: Patient, Device, Observations and a DiagnosticReport. It is a transaction of conditional creates, so a server takes it as it
/// is, and taking it twice makes nothing twice.
/// </summary>
internal static class FhirExport
{
    /// <summary>The Bundle as JSON.</summary>
    public static byte[] Bytes(StoredRecording recording) => new BaseFhirJsonSerializer(ModelInfo.ModelInspector).SerializeToBytes(Bundle(recording), pretty: true);

    private static Bundle Bundle(StoredRecording recording)
    {
        Device device = Device(recording);
        Patient? patient = Patient(recording);
        ResourceReference subject = patient is null
            ? new ResourceReference { Display = "A patient without a number" }
            : FhirIds.Reference(patient.TypeName, patient.Identifier[0]);
        FhirObservations maker = new(recording, subject, FhirIds.Reference(device.TypeName, device.Identifier[0]));
        IReadOnlyList<Observation> observations = maker.All();
        DiagnosticReport report = Report(recording, subject, observations, maker.Effective(0, recording.Seconds));

        Bundle bundle = new() { Type = Hl7.Fhir.Model.Bundle.BundleType.Transaction };

        // Devices whose id was never set cannot be told apart, so nothing of theirs may be taken for the same.
        bool isUnique = recording.DeviceId != 0;
        if (patient is not null)
        {
            bundle.Entry.Add(Entry(patient, patient.Identifier[0], isUnique));
        }

        bundle.Entry.Add(Entry(device, device.Identifier[0], isUnique));
        bundle.Entry.AddRange(observations.Select(observation => Entry(observation, observation.Identifier[0], isUnique)));
        bundle.Entry.Add(Entry(report, report.Identifier[0], isUnique));
        return bundle;
    }

    private static Bundle.EntryComponent Entry(Resource resource, Identifier identifier, bool isUnique) => new()
    {
        FullUrl = FhirIds.Uuid(identifier),
        Resource = resource,
        Request = new Bundle.RequestComponent
        {
            Method = Hl7.Fhir.Model.Bundle.HTTPVerb.POST,
            Url = resource.TypeName,
            IfNoneExist = isUnique ? $"identifier={identifier.System}|{identifier.Value}" : null,
        },
    };

    private static Patient? Patient(StoredRecording recording)
    {
        if (recording.PatientNumber is null)
        {
            return null;
        }

        Patient patient = new();
        patient.Identifier.Add(new Identifier(FhirSystems.PatientNumbers, FhirIds.Patient(recording)));
        return patient;
    }

    private static Device Device(StoredRecording recording)
    {
        Device device = new() { Type = FhirCodes.EcgDevice };
        device.Identifier.Add(new Identifier(FhirSystems.DeviceIds, recording.DeviceName));
        device.DeviceName.Add(new Device.DeviceNameComponent { Name = "EcgChip", Type = DeviceNameType.UserFriendlyName });
        device.Note.Add(new Annotation { Text = $"{RecordingSummary.Disclaimer}." });
        return device;
    }

    private static DiagnosticReport Report(
        StoredRecording recording, ResourceReference subject, IReadOnlyList<Observation> observations, DataType effective)
    {
        DiagnosticReport report = new()
        {
            Status = DiagnosticReport.DiagnosticReportStatus.Preliminary,
            Code = FhirCodes.EcgStudy,
            Subject = subject,
            Effective = effective,
            Conclusion = Conclusion(recording),
            Text = new Narrative { Status = Narrative.NarrativeStatus.Generated, Div = Html(recording) },
        };
        report.Identifier.Add(new Identifier(FhirSystems.Recordings, FhirIds.Recording(recording)));
        report.Category.Add(FhirCodes.Electrocardiac);
        report.Result.AddRange(observations.Select(observation => FhirIds.Reference(observation.TypeName, observation.Identifier[0])));
        return report;
    }

    private static string Conclusion(StoredRecording recording) => string.Join(' ',
    [
        AnswerWords.Of(recording.Answer),
        .. recording.Findings.Select(finding => finding.Text + "."),
        $"{RecordingSummary.Disclaimer}; not seen by a doctor yet.",
        .. recording.Models.Select(model => $"Network ({model.Role}): {model.Name} {model.Hash}."),
    ]);

    private static string Html(StoredRecording recording)
    {
        // Research is no result: it does not belong into anybody's file.
        bool isResearch = recording.Infarction is null or { ResearchOnly: true };
        IEnumerable<string> lines = RecordingSummary.Lines(recording)
            .Where(line => !isResearch || !line.StartsWith(RecordingSummary.InfarctionPrefix, StringComparison.Ordinal)).Concat(recording.Findings.Select(finding => finding.Text));
        return "<div xmlns=\"http://www.w3.org/1999/xhtml\"><p>"
            + string.Join("<br/>", lines.Select(line => WebUtility.HtmlEncode(line))) + "</p></div>";
    }
}
