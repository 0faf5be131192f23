namespace EcgChip.Formats.Export.Fhir;

/// <summary>
/// Where codes and identifiers of an exported Bundle come from. The project owns no domain, so its own systems are named by UUIDs, which never change; docs/formats.md
/// lists their codes.
/// </summary>
public static class FhirSystems
{
    /// <summary>LOINC.</summary>
    public const string Loinc = "http://loinc.org";

    /// <summary>ISO/IEEE 11073-10101, the nomenclature of medical devices (MDC).</summary>
    public const string Mdc = "urn:iso:std:iso:11073:10101";

    /// <summary>SNOMED CT.</summary>
    public const string Snomed = "http://snomed.info/sct";

    /// <summary>UCUM, units.</summary>
    public const string Ucum = "http://unitsofmeasure.org";

    /// <summary>Categories of observations (HL7).</summary>
    public const string ObservationCategory = "http://terminology.hl7.org/CodeSystem/observation-category";

    /// <summary>Sections of diagnostic services (HL7 table 0074).</summary>
    public const string DiagnosticService = "http://terminology.hl7.org/CodeSystem/v2-0074";

    /// <summary>How a result is to be taken (HL7).</summary>
    public const string Interpretation = "http://terminology.hl7.org/CodeSystem/v3-ObservationInterpretation";

    /// <summary>Why a value is missing (HL7).</summary>
    public const string DataAbsentReason = "http://terminology.hl7.org/CodeSystem/data-absent-reason";

    /// <summary>The extension by which an element says why it has no value (HL7).</summary>
    public const string DataAbsentReasonExtension = "http://hl7.org/fhir/StructureDefinition/data-absent-reason";

    /// <summary>EcgChip's own codes: findings, answers, and what no other system has.</summary>
    public const string EcgChip = "urn:uuid:3dfc7d26-61f5-43ca-a412-9de13db0d4bc";

    /// <summary>Ids of EcgChip devices: 16 hexadecimal digits.</summary>
    public const string DeviceIds = "urn:uuid:68147d62-1b2a-4f4a-a00b-2ea2b24bfac1";

    /// <summary>Patients' numbers. A number counts on its device alone, so the device's id stands before it: 0102030405060708-1234.</summary>
    public const string PatientNumbers = "urn:uuid:14d82acc-c4a6-41b1-8777-1564f18e37c3";

    /// <summary>Recordings and what belongs to them: device, number, and which part: 0102030405060708-7 or 0102030405060708-7-heart-rate.</summary>
    public const string Recordings = "urn:uuid:c308689f-946a-485f-95a9-80626a7dd536";
}
