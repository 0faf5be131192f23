using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;

namespace EcgChip.WeightsGen.Infarction;

/// <summary>
/// Patients of the PTB Diagnostic ECG Database (Bousseljot, Kreiseler and Schnabel 1995), or of a part of it, as PhysioNet ships it: a folder a patient,
/// the diagnosis in each header's comments.
/// </summary>
/// <param name="Patients">Those with an infarction and the healthy ones, by name.</param>
/// <param name="LeftOut">Patients of each other diagnosis.</param>
public sealed record PtbRecordings(IReadOnlyList<PtbPatient> Patients, IReadOnlyDictionary<string, int> LeftOut)
{
    /// <summary>Folder of the database inside a data folder.</summary>
    public const string DatabaseFolder = "ptbdb";

    /// <summary>How the data set is named in models and reports.</summary>
    public const string DatabaseName = "PTB Diagnostic ECG Database 1.0.0";

    private const string PatientFolders = "patient*";
    private const string Headers = "*.hea";
    private const char CommentMark = '#';
    private const string ReasonKey = "Reason for admission:";
    private const string InfarctionReason = "Myocardial infarction";
    private const string HealthyReason = "Healthy control";

    /// <summary>Patients with a diagnosis.</summary>
    public int Count(Diagnosis diagnosis) => Patients.Count(patient => patient.Diagnosis == diagnosis);

    /// <summary>Looks through the headers of a folder.</summary>
    /// <param name="data">The folder that holds ptbdb, or ptbdb itself.</param>
    /// <exception cref="InputException">There are no patients of one kind, or a header does not say its diagnosis.</exception>
    public static PtbRecordings Find(string data)
    {
        ArgumentNullException.ThrowIfNull(data);
        string inside = Path.Combine(data, DatabaseFolder);
        string folder = Path.GetFullPath(Directory.Exists(inside) ? inside : data);
        string[] folders = Directory.Exists(folder) ? [.. Directory.EnumerateDirectories(folder, PatientFolders).Order(StringComparer.Ordinal)] : [];
        List<PtbPatient> patients = [];
        SortedDictionary<string, int> leftOut = new(StringComparer.Ordinal);
        foreach (string patientFolder in folders)
        {
            ILookup<string, string> byReason = Directory.EnumerateFiles(patientFolder, Headers).Order(StringComparer.Ordinal).ToLookup(ReasonOf, Record);
            string name = Path.GetFileName(patientFolder);
            if (byReason.Contains(InfarctionReason) && byReason.Contains(HealthyReason))
                throw new InputException($"{patientFolder} is called healthy in one record and a patient with an infarction in another: take it out, or copy it again.");

            if (byReason.Contains(InfarctionReason))
                patients.Add(new PtbPatient(name, Diagnosis.Infarction, [.. byReason[InfarctionReason]]));
            else if (byReason.Contains(HealthyReason))
                patients.Add(new PtbPatient(name, Diagnosis.Healthy, [.. byReason[HealthyReason]]));
            else if (byReason.FirstOrDefault()?.Key is string other)
                leftOut[other] = leftOut.GetValueOrDefault(other) + 1;
        }

        PtbRecordings found = new(patients, leftOut);
        if (found.Count(Diagnosis.Infarction) < 2 || found.Count(Diagnosis.Healthy) < 2)
        {
            throw new InputException(
                $"{folder} holds {found.Count(Diagnosis.Infarction)} patients with an infarction and {found.Count(Diagnosis.Healthy)} healthy ones of the "
                + "PTB Diagnostic ECG Database, and two of each are needed: give the folder with --data.");
        }

        return found;
    }

    private static string Record(string header) => header[..^(Headers.Length - 1)];

    private static string ReasonOf(string header)
    {
        foreach (string line in Lines(header))
        {
            string comment = line.Trim().TrimStart(CommentMark).Trim();
            if (line.StartsWith(CommentMark) && comment.StartsWith(ReasonKey, StringComparison.OrdinalIgnoreCase))
                return comment[ReasonKey.Length..].Trim();
        }

        throw new InputException($"{header} does not say the patient's diagnosis (\"# {ReasonKey} ...\"): copy it again from PhysioNet, or take the record out.");
    }

    private static string[] Lines(string header)
    {
        try
        {
            return File.ReadAllLines(header);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            throw new InputException($"{header} cannot be read ({fault.Message.TrimEnd('.')}): check that it is a file that you may read.", fault);
        }
    }
}
