using EcgChip.Device.Sampling;
using EcgChip.Device.Seams;
using EcgChip.Records.Link;
using EcgChip.Signal;

namespace EcgChip.Device.SelfTest
{
    /// <summary>
    /// Where the front end's output rests: with the electrodes' clips shorted, or on somebody, the mean over a second is the reference, because
    /// the high-pass takes every offset away. With an electrode off there is nothing to judge.
    /// </summary>
    internal sealed class CentreCheck : BoardCheck
    {
        /// <summary>A second of an ECG has no mean of 0, but one within half a millivolt at the electrodes, 200 mV here.</summary>
        public const int ToleranceMillivolts = 200;

        // A second, and an even number: the front end looks at a comparator with every second sample, and shall look with the next one again.
        private const int Samples = SignalUnits.SampleRate + 1;

        private readonly ISampleSource source;
        private readonly IClock clock;
        private long dueUs;
        private int taken;
        private int sum;
        private int off;

        /// <summary>A check that has not begun.</summary>
        public CentreCheck(ISampleSource source, IClock clock)
        {
            this.source = source;
            this.clock = clock;
            Unit = SelfTestUnit.Millivolts;
            Least = Board.FrontEndCentreMillivolts - ToleranceMillivolts;
            Most = Board.FrontEndCentreMillivolts + ToleranceMillivolts;
            dueUs = clock.NowUs();
        }

        /// <inheritdoc/>
        public override bool Step()
        {
            dueUs += SignalUnits.SampleIntervalUs;
            clock.WaitUntil(dueUs);
            int raw = source.Read();
            sum += raw & RawSample.SumMask;
            off |= raw & ~RawSample.SumMask;
            taken++;
            if (taken < Samples)
            {
                return false;
            }

            Value = AdcVolts.Millivolts(sum, Samples * Conditioner.ReadingsPerSample);
            Verdict = off == 0 ? SelfTestVerdict.Passed : SelfTestVerdict.NotThere;
            return true;
        }
    }
}
