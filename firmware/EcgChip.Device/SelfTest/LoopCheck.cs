using EcgChip.Device.Sampling;
using EcgChip.Device.Seams;
using EcgChip.Records.Link;
using EcgChip.Signal;

namespace EcgChip.Device.SelfTest
{
    /// <summary>Waits for slots as the loop does, by the high resolution timer, and finds how late the latest of them began.</summary>
    internal sealed class LoopCheck : BoardCheck
    {
        private const int Slots = 64;

        private readonly IClock clock;
        private long dueUs;
        private int slots;

        /// <summary>A check that has not begun.</summary>
        public LoopCheck(IClock clock)
        {
            this.clock = clock;
            Unit = SelfTestUnit.Microseconds;
            Least = 0;
            Most = SampleLoop.ToleratedLateUs;
        }

        /// <inheritdoc/>
        public override bool Step()
        {
            if (slots == 0)
            {
                dueUs = clock.NowUs();
            }

            // Whoever calls did something else in between: this slot has not begun yet.
            long due = dueUs + SignalUnits.SampleIntervalUs;
            long now = clock.NowUs();
            while (due < now)
            {
                due += SignalUnits.SampleIntervalUs;
            }

            int late = (int)(clock.WaitUntil(due) - due);
            dueUs = due;
            Value = late > Value ? late : Value;
            slots++;
            return slots == Slots;
        }
    }
}
