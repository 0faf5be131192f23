using EcgChip.Device.Drivers.Ad8232;
using EcgChip.Records.Link;

namespace EcgChip.Device.SelfTest
{
    /// <summary>
    /// A lead-off comparator drives its output to ground or to the supply: what lies between is a pin that nothing drives. Which of the two it is
    /// depends on the electrodes, and is no fault.
    /// </summary>
    internal sealed class ComparatorCheck : BoardCheck
    {
        /// <summary>Ground, as the ADC reads it: 0.15 V and less it cannot tell apart, and a driver of 20 mA is not needed to stay below 0.3 V.</summary>
        public const int HighestLowMillivolts = 300;

        /// <summary>The supply, as the ADC reads it: from 2.45 V on its curve flattens.</summary>
        public const int LowestHighMillivolts = 2450;

        private readonly Ad8232 frontEnd;
        private readonly bool positive;

        /// <summary>A check that has not begun.</summary>
        public ComparatorCheck(Ad8232 frontEnd, bool positive)
        {
            this.frontEnd = frontEnd;
            this.positive = positive;
            Unit = SelfTestUnit.Millivolts;
        }

        /// <inheritdoc/>
        public override bool Step()
        {
            Value = AdcVolts.Millivolts(frontEnd.ReadComparator(positive), 1);
            Verdict = Value <= HighestLowMillivolts || Value >= LowestHighMillivolts ? SelfTestVerdict.Passed : SelfTestVerdict.Failed;
            return true;
        }
    }
}
