namespace EcgChip.Inference
{
    /// <summary>
    /// Dense layers that take in what the convolutions of another network, the trunk, put out: a second question to the same beat, without
    /// a second pass through the convolutions. It was trained behind this one trunk and says nothing behind any other.
    /// </summary>
    public abstract class HeadModel : Model
    {
        /// <summary>With fewer patients than these in <see cref="PatientsTrained"/> what it says is for research only.</summary>
        public const int EnoughPatients = 100;

        /// <summary><see cref="Model.Hash"/> of the network whose convolutions it was trained behind.</summary>
        public abstract string TrunkHash { get; }

        /// <summary>Patients whose beats it was trained on; stands beside everything that it says.</summary>
        public abstract int PatientsTrained { get; }
    }
}
