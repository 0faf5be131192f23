using EcgChip.Records.Link;

namespace EcgChip.Device.SelfTest
{
    /// <summary>
    /// How fast the chip's interpreter is, by the kernels' times against what they take of its instructions. Too fast is no fault: where computing takes no
    /// time, in a simulation, it is faster than any chip.
    /// </summary>
    internal sealed class SpeedCheck : BoardCheck
    {
        /// <summary>At this speed no sample is missed yet.</summary>
        public const int LeastMips = 100;

        /// <summary>
        /// What the kernels that only compute, CONDITION 1K to SEED REST, take together: the sum of `ecgchip bench chip`'s lines, in thousands of
        /// the interpreter's instructions.
        /// </summary>
        public const int KernelThousands = 443_398;

        private const int MicrosecondsOfMillisecond = 1000;

        /// <summary>Judges at once.</summary>
        /// <param name="microseconds">What they took.</param>
        public SpeedCheck(int microseconds)
        {
            Unit = SelfTestUnit.Mips;
            Least = LeastMips;

            // A clock that stands still would make it infinitely fast.
            Value = microseconds <= 0 ? 0 : (int)((long)KernelThousands * MicrosecondsOfMillisecond / microseconds);
        }

        /// <inheritdoc/>
        public override bool Step()
        {
            return true;
        }
    }
}
