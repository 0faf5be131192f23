namespace EcgChip.Signal
{
    /// <summary>What can be said of the signal right now. There is no heart rate unless it is <see cref="Good"/>.</summary>
    public enum ContactState
    {
        /// <summary>An electrode is off, or the signal stands at a rail.</summary>
        NoContact = 0,

        /// <summary>Contact was just made; the filters and thresholds have not settled yet.</summary>
        Settling = 1,

        /// <summary>The signal can be judged.</summary>
        Good = 2,

        /// <summary>There is a signal, but it is too disturbed, or too flat, to judge.</summary>
        Poor = 3,
    }
}
