using System;
using EcgChip.Formats.Recordings;
using EcgChip.Signal.Rhythm;
using Hl7.Fhir.Model;

namespace EcgChip.Formats.Export.Fhir;

/// <summary>The concepts of an exported Bundle.</summary>
internal static class FhirCodes
{
    /// <summary>A lead's voltage over time.</summary>
    public static CodeableConcept LeadII => Concept("ECG, lead II", (FhirSystems.Mdc, "131330", "MDC_ECG_ELEC_POTL_II"));

    /// <summary>Heart rate.</summary>
    public static CodeableConcept HeartRate => Concept(
        "Heart rate", (FhirSystems.Loinc, "8867-4", "Heart rate"), (FhirSystems.Mdc, "147842", "MDC_ECG_HEART_RATE"));

    /// <summary>Standard deviation of the intervals between normal beats.</summary>
    public static CodeableConcept Sdnn => Concept(
        "SDNN", (FhirSystems.Loinc, "80404-7", "R-R interval.standard deviation (Heart rate variability)"));

    /// <summary>What is made of an ECG.</summary>
    public static CodeableConcept Impression => Concept("ECG finding", (FhirSystems.Loinc, "8601-7", "EKG impression"));

    /// <summary>The whole.</summary>
    public static CodeableConcept EcgStudy => Concept("ECG screening, one lead", (FhirSystems.Loinc, "11524-6", "EKG study"));

    /// <summary>A device that records ECGs.</summary>
    public static CodeableConcept EcgDevice => Concept("ECG screening device, one lead", (FhirSystems.Mdc, "528390", "MDC_DEV_SPEC_PROFILE_ECG"));

    /// <summary>A sign that belongs to the vital ones.</summary>
    public static CodeableConcept VitalSigns => Concept(null, (FhirSystems.ObservationCategory, "vital-signs", "Vital Signs"));

    /// <summary>What comes of a procedure.</summary>
    public static CodeableConcept Procedure => Concept(null, (FhirSystems.ObservationCategory, "procedure", "Procedure"));

    /// <summary>What the service is about that a report comes from.</summary>
    public static CodeableConcept Electrocardiac => Concept(null, (FhirSystems.DiagnosticService, "EC", "Electrocardiac (e.g., EKG,  EEC, Holter)"));

    /// <summary>Not normal.</summary>
    public static CodeableConcept Abnormal => Concept(null, (FhirSystems.Interpretation, "A", "Abnormal"));

    /// <summary>Nobody knows.</summary>
    public static CodeableConcept Unknown => Concept(null, (FhirSystems.DataAbsentReason, "unknown", "Unknown"));

    /// <summary>One of EcgChip's own codes.</summary>
    public static CodeableConcept Own(string code, string text) => Concept(text, (FhirSystems.EcgChip, code, text));

    /// <summary>A finding: by its own code, and by SNOMED CT's where that means the same.</summary>
    public static CodeableConcept Finding(RhythmFinding finding)
    {
        CodeableConcept concept = Own(finding.Name, Words(finding.Name));
        concept.Text = finding.Text;
        if (Snomed(finding.Code) is (string code, string display))
        {
            concept.Coding.Add(new Coding(FhirSystems.Snomed, code, display));
        }

        return concept;
    }

    /// <summary>The unit of a finding's value: UCUM's code, and how it is written.</summary>
    public static (string Code, string Unit) ValueUnit(FindingCode code) => code switch
    {
        FindingCode.WideTachycardia or FindingCode.IrregularTachycardia or FindingCode.Tachycardia or FindingCode.Bradycardia => ("/min", "beats/minute"),
        FindingCode.LongPause or FindingCode.Pause => ("ms", "ms"),
        FindingCode.AtrialFibrillation => ("s", "s"),
        FindingCode.VentricularEctopy or FindingCode.SupraventricularEctopy => ("/h", "beats/hour"),
        FindingCode.VentricularCouplet or FindingCode.SupraventricularCouplet => ("1", "couplets"),
        _ => ("1", "beats"),
    };

    /// <summary>A code of several words as text: "Long pause".</summary>
    public static string Words(string name) => char.ToUpperInvariant(name[0]) + name[1..].Replace('-', ' ');

    // A run of ventricular beats may be slow, a wide tachycardia may be aberrant, a pause has many causes: SNOMED's codes for these say more than was found.
    private static (string Code, string Display)? Snomed(FindingCode code) => code switch
    {
        FindingCode.AtrialFibrillation => ("164889003", "Electrocardiographic atrial fibrillation"),
        FindingCode.Tachycardia => ("3424008", "Tachycardia"),
        FindingCode.Bradycardia => ("48867003", "Bradycardia"),
        FindingCode.VentricularCouplet => ("251182009", "Paired ventricular premature complexes"),
        FindingCode.Bigeminy => ("11157007", "Ventricular bigeminy"),
        FindingCode.Trigeminy => ("251180001", "Ventricular trigeminy"),
        FindingCode.VentricularEctopy => ("427172004", "Electrocardiogram: premature ventricular contractions"),
        FindingCode.SupraventricularEctopy => ("63593006", "Supraventricular premature beats"),
        _ => null,
    };

    private static CodeableConcept Concept(string? text, params ReadOnlySpan<(string System, string Code, string Display)> codings)
    {
        CodeableConcept concept = new() { Text = text };
        foreach ((string system, string code, string display) in codings)
        {
            concept.Coding.Add(new Coding(system, code, display));
        }

        return concept;
    }
}
