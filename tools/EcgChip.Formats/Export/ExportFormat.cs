namespace EcgChip.Formats.Export;

/// <summary>What a recording can be written as; docs/formats.md says what each holds.</summary>
public enum ExportFormat
{
    /// <summary>PhysioNet's format: header, samples and annotations, a file each.</summary>
    Wfdb,

    /// <summary>European Data Format with annotations, EDF+C.</summary>
    Edf,

    /// <summary>Tables for a spreadsheet: samples, beats, findings, summary.</summary>
    Csv,

    /// <summary>A Bundle of FHIR R4 as JSON.</summary>
    Fhir,

    /// <summary>A report of one page.</summary>
    Pdf,
}
