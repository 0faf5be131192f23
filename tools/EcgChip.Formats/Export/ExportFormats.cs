using System;
using System.Collections.Generic;
using System.Linq;

namespace EcgChip.Formats.Export;

/// <summary>The formats by the names that commands and pages give them.</summary>
public static class ExportFormats
{
    private static readonly (ExportFormat Format, string Name, string Extension, string ContentType)[] All =
    [
        (ExportFormat.Wfdb, "wfdb", ".hea", "application/zip"),
        (ExportFormat.Edf, "edf", ".edf", "application/octet-stream"),
        (ExportFormat.Csv, "csv", ".csv", "application/zip"),
        (ExportFormat.Fhir, "fhir", ".json", "application/fhir+json"),
        (ExportFormat.Pdf, "pdf", ".pdf", "application/pdf"),
    ];

    /// <summary>wfdb, edf, csv, fhir, pdf.</summary>
    public static IReadOnlyList<string> Names { get; } = [.. All.Select(entry => entry.Name)];

    /// <summary>The format of a name.</summary>
    /// <returns>False where it is none of <see cref="Names"/>.</returns>
    public static bool TryParse(string? name, out ExportFormat format)
    {
        int index = Array.FindIndex(All, entry => entry.Name == name);
        format = index >= 0 ? All[index].Format : default;
        return index >= 0;
    }

    /// <summary>The name of a format.</summary>
    public static string Name(this ExportFormat format) => Entry(format).Name;

    /// <summary>Extension of the first file, with its dot.</summary>
    public static string Extension(this ExportFormat format) => Entry(format).Extension;

    /// <summary>Media type of what <see cref="RecordingExport.Write"/> writes.</summary>
    public static string ContentType(this ExportFormat format) => Entry(format).ContentType;

    private static (ExportFormat Format, string Name, string Extension, string ContentType) Entry(ExportFormat format) => All[(int)format];
}
