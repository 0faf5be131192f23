namespace EcgChip.Inference
{
    /// <summary>Beat classes of AAMI EC57, in the order in which every network puts them out.</summary>
    public static class BeatClass
    {
        /// <summary>Normal, and bundle branch block, atrial and nodal escape beats.</summary>
        public const int N = 0;

        /// <summary>Supraventricular ectopic beat.</summary>
        public const int S = 1;

        /// <summary>Ventricular ectopic beat.</summary>
        public const int V = 2;

        /// <summary>Fusion of a ventricular and a normal beat.</summary>
        public const int F = 3;

        /// <summary>Paced, or not to be told.</summary>
        public const int Q = 4;

        /// <summary>Number of classes.</summary>
        public const int Count = 5;

        /// <summary>The beat was found but not (or not yet) classified.</summary>
        public const int Unclassified = 255;
    }
}
