using System.Device.Adc;
using EcgChip.Records.Link;

namespace EcgChip.Device.SelfTest
{
    /// <summary>
    /// The ADC against a voltage that is known: the AD8232's reference, in the middle of its range. What is off here, by more than the reference's
    /// resistors and the ADC's own error can be, is off in every ECG.
    /// </summary>
    internal sealed class ReferenceCheck : BoardCheck
    {
        /// <summary>
        /// Two resistors of 1 % may be wrong by 13 mV together, the ESP32's ADC without calibration by some 6 % (ESP32 data sheet, "ADC
        /// Characteristics": reference voltage 1,000 to 1,200 mV).
        /// </summary>
        public const int ToleranceMillivolts = 150;

        private const int Readings = 16;

        /// <summary>A check that has not begun.</summary>
        public ReferenceCheck()
        {
            Unit = SelfTestUnit.Millivolts;
            Least = Board.FrontEndCentreMillivolts - ToleranceMillivolts;
            Most = Board.FrontEndCentreMillivolts + ToleranceMillivolts;
        }

        /// <inheritdoc/>
        public override bool Step()
        {
            AdcChannel channel = new AdcController().OpenChannel(Board.ReferenceChannel);
            int sum = 0;
            for (int i = 0; i < Readings; i++)
            {
                sum += channel.ReadValue();
            }

            channel.Dispose();
            Value = AdcVolts.Millivolts(sum, Readings);
            return true;
        }
    }
}
