using System;
using System.Device.Adc;
using System.Device.Gpio;
using EcgChip.Device.Sampling;
using EcgChip.Device.Seams;
using EcgChip.Signal;

namespace EcgChip.Device.Drivers.Ad8232
{
    /// <summary>The AD8232 single-lead heart rate front end: its amplified signal, its lead-off comparators, its shutdown pin.</summary>
    public sealed class Ad8232 : ISampleSource, IDisposable
    {
        private const int PositiveOff = ContactMonitor.PositiveLead << RawSample.SumBits;
        private const int PositiveIsNext = 1;
        private const int Rests = 2;
        private const int RestsUnless = Rests | PositiveOff | NegativeOff;
        private const int NegativeOff = ContactMonitor.NegativeLead << RawSample.SumBits;

        private readonly AdcChannel output;
        private readonly AdcChannel leadOffPositive;
        private readonly AdcChannel leadOffNegative;
        private readonly GpioPin shutdown;
        private readonly int halfScale;

        // As the sample packs them; which comparator is looked at next; and whether the next sample goes without a look.
        private int leadsOff;

        /// <summary>A front end on open pins.</summary>
        /// <param name="output">ADC channel that the signal comes in on.</param>
        /// <param name="leadOffPositive">ADC channel at LO+.</param>
        /// <param name="leadOffNegative">ADC channel at LO-.</param>
        /// <param name="shutdown">Output at SDN.</param>
        /// <param name="largestReading">The ADC's largest reading.</param>
        public Ad8232(AdcChannel output, AdcChannel leadOffPositive, AdcChannel leadOffNegative, GpioPin shutdown, int largestReading)
        {
            this.output = output;
            this.leadOffPositive = leadOffPositive;
            this.leadOffNegative = leadOffNegative;
            this.shutdown = shutdown;
            halfScale = largestReading / 2;
        }

        /// <summary>
        /// Takes a sample: the sum of four ADC readings, one straight after the other, which keeps the fraction that a mean would lose; and
        /// with every second sample a look at one of the two lead-off comparators, in turn: a look costs as much as a filter. Once one says that its
        /// electrode is off there is a look with every sample, so that it has been seen twice when it has held for long enough to count. The
        /// comparators drive their outputs to ground or to the supply; the ADC tells the two apart as a pin would, but as an int, where a pin's
        /// level is a struct in the heap. They come after the signal's readings, so that what they leave in the ADC has a slot to fade.
        /// DC leads-off detection (AC/DC pin at ground): <see cref="ContactMonitor.PositiveLead"/> is the electrode at +IN (left leg in
        /// lead II), <see cref="ContactMonitor.NegativeLead"/> that at -IN (right arm).
        /// </summary>
        /// <returns>As <see cref="RawSample"/> packs it.</returns>
        public int Read()
        {
            // Conditioner.ReadingsPerSample of them, written out: a reading takes about 0.1 ms, and a loop around it a third of a filter.
            AdcChannel channel = output;
            int sum = channel.ReadValue() + channel.ReadValue() + channel.ReadValue() + channel.ReadValue();
            int off = leadsOff;
            if ((off & RestsUnless) == Rests)
            {
                leadsOff = off & PositiveIsNext;
                return sum;
            }

            if ((off & PositiveIsNext) != 0)
            {
                off &= NegativeOff;
                if (leadOffPositive.ReadValue() > halfScale)
                {
                    off |= PositiveOff;
                }

                leadsOff = off | Rests;
                return sum | off;
            }

            off &= PositiveOff;
            if (leadOffNegative.ReadValue() > halfScale)
            {
                off |= NegativeOff;
            }

            leadsOff = off | PositiveIsNext | Rests;
            return sum | off;
        }

        /// <summary>What the ADC reads at a comparator's output: far down for an electrode that is on, far up for one that is off. For a self-test.</summary>
        /// <param name="positive">True for LO+, false for LO-.</param>
        public int ReadComparator(bool positive)
        {
            return (positive ? leadOffPositive : leadOffNegative).ReadValue();
        }

        /// <summary>Switches the front end off (under 1 uA) or on. It needs about a second to settle once it is on.</summary>
        public void Shutdown(bool off)
        {
            shutdown.Write(off ? PinValue.Low : PinValue.High);
        }

        /// <summary>Gives channel and pins back.</summary>
        public void Dispose()
        {
            output.Dispose();
            leadOffPositive.Dispose();
            leadOffNegative.Dispose();
            shutdown.Dispose();
        }
    }
}
