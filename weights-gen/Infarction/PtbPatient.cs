using System.Collections.Generic;

namespace EcgChip.WeightsGen.Infarction;

/// <summary>A patient of the database.</summary>
/// <param name="Name">Name of the patient's folder, such as patient001.</param>
/// <param name="Diagnosis">Why the patient was admitted.</param>
/// <param name="Records">Paths of the patient's records, without an extension, by name.</param>
public sealed record PtbPatient(string Name, Diagnosis Diagnosis, IReadOnlyList<string> Records);
