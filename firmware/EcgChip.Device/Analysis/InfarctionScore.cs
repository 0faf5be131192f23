using EcgChip.Inference;
using EcgChip.Records;

namespace EcgChip.Device.Analysis
{
    /// <summary>
    /// How much a recording looks like those of patients with a myocardial infarction: the head's score of the beat that stands for each shape, each as
    /// often as the shape has beats. Beats of all classes count, as they did when the head was trained: an infarction changes the QRS complex itself, and
    /// the networks take such beats for ectopic ones.
    /// </summary>
    public sealed class InfarctionScore
    {
        private const int InfarctionClass = 1;

        private readonly HeadModel model;
        private int sum;
        private int beats;

        /// <summary>A score by a head, behind the network that judges the shapes.</summary>
        /// <param name="model">The head.</param>
        /// <param name="trunk">Runs that network.</param>
        public InfarctionScore(HeadModel model, NetworkRunner trunk)
        {
            this.model = model;
            Head = new HeadRunner(model, trunk);
        }

        /// <summary>Runs the head.</summary>
        public HeadRunner Head { get; }

        /// <summary>Patients whose beats the head was trained on.</summary>
        public int Patients
        {
            get { return model.PatientsTrained; }
        }

        /// <summary>The score, 0 to <see cref="RecordSummary.CertainInfarction"/>; <see cref="RecordSummary.NotKnown"/> where no beat was judged.</summary>
        public int Value
        {
            get { return beats == 0 ? RecordSummary.NotKnown : (sum + (beats / 2)) / beats; }
        }

        /// <summary>Begins with a recording.</summary>
        public void Begin()
        {
            sum = 0;
            beats = 0;
        }

        /// <summary>Counts what the head, which is done, says of a beat.</summary>
        /// <param name="shapeBeats">Beats of the shape that it stands for.</param>
        public void Count(int shapeBeats)
        {
            sum += Head.Share(InfarctionClass) * shapeBeats;
            beats += shapeBeats;
        }
    }
}
