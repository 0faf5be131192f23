using EcgChip.Device.Seams;
using nanoFramework.Hardware.Esp32;

namespace EcgChip.Device.Sampling
{
    /// <summary>The ESP32's high resolution timer, read in the loop: Timer and Thread.Sleep step in 10 ms and could not keep 8 ms.</summary>
    public sealed class HighResClock : IClock
    {
        /// <inheritdoc/>
        public long NowUs()
        {
            return (long)HighResTimer.GetCurrent();
        }

        /// <inheritdoc/>
        public long WaitUntil(long dueUs)
        {
            long now = (long)HighResTimer.GetCurrent();
            while (now < dueUs)
            {
                now = (long)HighResTimer.GetCurrent();
            }

            return now;
        }
    }
}
