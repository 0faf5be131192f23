namespace EcgChip.Signal.Rhythm
{
    /// <summary>A finished recording as its rhythm is judged: its beats, and where its signal is good.</summary>
    public interface IRhythmSource
    {
        /// <summary>Number of beats.</summary>
        int BeatCount { get; }

        /// <summary>Sample of a beat's R peak; rising from beat to beat.</summary>
        int RPeak(int beat);

        /// <summary>0 to 4 for N, S, V, F, Q; any other number for a beat without class.</summary>
        int ClassOf(int beat);

        /// <summary>True when the signal is good from the first sample to the last: no gap, nothing poor in between.</summary>
        bool IsGood(int first, int last);
    }
}
