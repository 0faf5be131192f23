namespace EcgChip.WeightsGen.Infarction;

/// <summary>A beat of a patient.</summary>
/// <param name="Patient">Name of the patient.</param>
/// <param name="Record">Name of the record.</param>
/// <param name="Sample">Where its R peak stands at 125 Hz, all filter delays removed.</param>
/// <param name="Diagnosis">The patient's.</param>
/// <param name="Values">What the trunk takes in: 187 values of 0 to 127.</param>
public sealed record PtbBeat(string Patient, string Record, int Sample, Diagnosis Diagnosis, sbyte[] Values);
