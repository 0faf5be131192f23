using System;
using System.Device.Adc;
using System.Device.Gpio;
using EcgChip.Device.Seams;

namespace EcgChip.Device.Drivers.Ad8232
{
    /// <summary>The AD8232 single-lead heart rate front end: its amplified signal, its lead-off comparators, its shutdown pin.</summary>
    public sealed class Ad8232 : ISampleSource, IDisposable
    {
        private readonly AdcChannel output;
        private readonly GpioPin leadOffPositive;
        private readonly GpioPin leadOffNegative;
        private readonly GpioPin shutdown;

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

        /// <summary>True when the electrode at +IN (left leg in lead II) has no contact. DC leads-off detection (AC/DC pin at ground).</summary>
        public bool LeadOffPositive
        {
            get { return leadOffPositive.Read() == PinValue.High; }
        }

        /// <summary>True when the electrode at -IN (right arm in lead II) has no contact.</summary>
        public bool LeadOffNegative
        {
            get { return leadOffNegative.Read() == PinValue.High; }
        }

        /// <summary>Sum of some ADC readings, one straight after the other. The sum keeps the fraction that a mean would lose.</summary>
        /// <param name="readings">How many; a reading takes about 0.1 ms.</param>
        public int ReadSum(int readings)
        {
            AdcChannel channel = output;
            int sum = 0;
            for (int i = 0; i < readings; i++)
            {
                sum += channel.ReadValue();
            }

            return sum;
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
