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
        private readonly AdcChannel output;
        private readonly GpioPin leadOffPositive;
        private readonly GpioPin leadOffNegative;
        private readonly GpioPin shutdown;
        private bool readsPositive;
        private int positiveOff;
        private int negativeOff;

        /// <summary>A front end on open pins.</summary>
        /// <param name="output">ADC channel that the signal comes in on.</param>
        /// <param name="leadOffPositive">Input at LO+.</param>
        /// <param name="leadOffNegative">Input at LO-.</param>
        /// <param name="shutdown">Output at SDN.</param>
        public Ad8232(AdcChannel output, GpioPin leadOffPositive, GpioPin leadOffNegative, GpioPin shutdown)
        {
            this.output = output;
            this.leadOffPositive = leadOffPositive;
            this.leadOffNegative = leadOffNegative;
            this.shutdown = shutdown;
        }

        /// <summary>
        /// Takes a sample: the sum of some ADC readings, one straight after the other, which keeps the fraction that a mean would lose; and
        /// one of the two lead-off comparators, in turn: they must hold for several samples to count, and a look costs as much as a filter.
        /// DC leads-off detection (AC/DC pin at ground): <see cref="ContactMonitor.PositiveLead"/> is the electrode at +IN (left leg in
        /// lead II), <see cref="ContactMonitor.NegativeLead"/> that at -IN (right arm).
        /// </summary>
        /// <param name="readings">How many; a reading takes about 0.1 ms.</param>
        /// <returns>As <see cref="RawSample"/> packs it.</returns>
        public int Read(int readings)
        {
            AdcChannel channel = output;
            int sum = channel.ReadValue();
            for (int left = readings - 1; left > 0; left--)
            {
                sum += channel.ReadValue();
            }

            if (readsPositive)
            {
                readsPositive = false;
                positiveOff = (bool)leadOffPositive.Read() ? ContactMonitor.PositiveLead << RawSample.SumBits : 0;
            }
            else
            {
                readsPositive = true;
                negativeOff = (bool)leadOffNegative.Read() ? ContactMonitor.NegativeLead << RawSample.SumBits : 0;
            }

            return sum | positiveOff | negativeOff;
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
