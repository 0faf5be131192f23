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
            return Signed(HighResTimer.GetCurrent());
        }

        /// <inheritdoc/>
        public long WaitUntil(long dueUs)
        {
            long now = Signed(HighResTimer.GetCurrent());
            while (now < dueUs)
            {
                now = Signed(HighResTimer.GetCurrent());
            }

            return now;
        }

        // A cast alone emits no IL, and the chip's interpreter would go on treating the value as unsigned (seen in nanoCLR 1.17): a
        // difference of two times could then not be negative. An operation takes the type of its left operand, here a signed constant.
        private static long Signed(ulong microseconds)
        {
            return long.MaxValue & (long)microseconds;
        }
    }
}
