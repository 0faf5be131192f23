using EcgChip.Inference;

namespace EcgChip.Formats.Recordings;

/// <summary>What the head for infarction says, and what that is worth (docs/infarction.md).</summary>
/// <param name="Score">How much the beats look like those of patients with an infarction, 0 to 1.</param>
/// <param name="PatientsTrained">Patients that it was trained on.</param>
public sealed record InfarctionScore(double Score, int PatientsTrained)
{
    /// <summary>True where so few patients were learnt from that it is no result.</summary>
    public bool ResearchOnly => PatientsTrained < HeadModel.EnoughPatients;
}
