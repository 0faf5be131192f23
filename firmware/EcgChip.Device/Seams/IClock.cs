namespace EcgChip.Device.Seams
{
    /// <summary>The monotonic clock.</summary>
    public interface IClock
    {
        /// <summary>Microseconds since power-up.</summary>
        long NowUs();

        /// <summary>Waits, doing nothing, until a moment has come.</summary>
        /// <param name="dueUs">The moment, in microseconds since power-up.</param>
        /// <returns>The time now: <paramref name="dueUs"/> or a little later; much later when it was past already.</returns>
        long WaitUntil(long dueUs);
    }
}
