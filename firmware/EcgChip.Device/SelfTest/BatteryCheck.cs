using EcgChip.Device.Seams;
using EcgChip.Records.Link;

namespace EcgChip.Device.SelfTest
{
    /// <summary>The battery's voltage, where a battery can be measured.</summary>
    internal sealed class BatteryCheck : BoardCheck
    {
        /// <summary>A lithium cell below this is empty or broken.</summary>
        public const int LeastMillivolts = 3000;

        /// <summary>One above this is no lithium cell, or its charger is broken: 4.2 V and the divider's and ADC's error.</summary>
        public const int MostMillivolts = 4450;

        private readonly IBattery battery;

        /// <summary>A check that has not begun.</summary>
        /// <param name="battery">The battery; null where none can be measured.</param>
        public BatteryCheck(IBattery battery)
        {
            this.battery = battery;
            Unit = SelfTestUnit.Millivolts;
            Least = LeastMillivolts;
            Most = MostMillivolts;
        }

        /// <inheritdoc/>
        public override bool Step()
        {
            if (battery == null)
            {
                Verdict = SelfTestVerdict.NotThere;
                return true;
            }

            Value = battery.Millivolts();
            return true;
        }
    }
}
