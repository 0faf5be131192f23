namespace EcgChip.Signal.Rhythm
{
    /// <summary>What the rules for rhythm tell apart in the beat classes N, S, V, F, Q, numbered 0 to 4.</summary>
    internal static class BeatKind
    {
        internal const int Normal = 0;
        internal const int Supraventricular = 1;
        internal const int Ventricular = 2;

        private const int Count = 5;

        /// <summary>True for a beat that has a class.</summary>
        internal static bool IsKnown(int beatClass)
        {
            return beatClass >= 0 && beatClass < Count;
        }

        /// <summary>True for N and S: the ventricles were excited from above, so the beat tells of the rhythm up there.</summary>
        internal static bool IsNarrow(int beatClass)
        {
            return beatClass == Normal || beatClass == Supraventricular;
        }
    }
}
