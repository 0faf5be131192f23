using System.Device.Adc;
using System.Device.Gpio;
using System.Device.Spi;
using EcgChip.Device.Drivers.Ad8232;
using EcgChip.Device.Drivers.Ili9341;
using EcgChip.Signal;
using nanoFramework.Hardware.Esp32;

namespace EcgChip.Device
{
    /// <summary>
    /// How the ESP32-WROVER-E is wired: the one place that knows a pin; the board's netlist (hardware/board) is held to it. Nothing is on GPIO 6 to 11
    /// (flash), 16 and 17 (PSRAM), 1 and 3 (the debugger's UART), 0, 2, 12 and 15 (read at reset: boot mode, flash voltage, boot messages).
    /// </summary>
    public static class Board
    {
        /// <summary>ECG: GPIO 36, channel 0 of ADC1, because ADC2 does not read while Wi-Fi is on. An input without pull resistors, which would load the signal.</summary>
        public const int EcgChannel = 0;

        /// <summary>AD8232 LO+: GPIO 34, channel 6 of ADC1. Input-only pin: the AD8232 drives both levels, so no pull resistor is missed.</summary>
        public const int LeadOffPositiveChannel = 6;

        /// <summary>AD8232 LO-: GPIO 35, channel 7 of ADC1. Input-only pin, as LO+.</summary>
        public const int LeadOffNegativeChannel = 7;

        /// <summary>
        /// Battery through a divider: GPIO 39, channel 3 of ADC1, so that it reads while Wi-Fi is on. Input-only pin; the last of ADC1's that the
        /// module leads out.
        /// </summary>
        public const int BatteryChannel = 3;

        /// <summary>The battery's voltage over the voltage at <see cref="BatteryChannel"/>: two equal resistors. A full cell, 4.2 V, makes 2.1 V, in the ADC's good range.</summary>
        public const int BatteryDividerRatio = 2;

        /// <summary>
        /// AD8232 REFOUT: GPIO 26, channel 9 of ADC2, which nanoFramework counts on from ADC1's ten. Reads only while Wi-Fi is off, which it is when
        /// the self-test compares the ADC with <see cref="FrontEndCentreMillivolts"/>.
        /// </summary>
        public const int ReferenceChannel = 19;

        /// <summary>
        /// USB power: high while the cable gives 5 V. To be opened with a pull-up, which the divider's lower resistor overrules: a broken
        /// connection then reads as USB power, and nothing is recorded. An RTC pin; not read at reset.
        /// </summary>
        public const int UsbSensePin = 4;

        /// <summary>COM2, to the USB-serial converter's second port. Not read at reset; its pull-up at reset is the line's idle level.</summary>
        public const int LinkTransmitPin = 13;

        /// <summary>COM2, from the USB-serial converter's second port.</summary>
        public const int LinkReceivePin = 14;

        /// <summary>
        /// AD8232 SDN, low switches the front end off. Not read at reset. Nothing drives it in deep sleep or at reset: a resistor to ground
        /// keeps the front end off then, and a transistor while there is USB power.
        /// </summary>
        public const int FrontEndShutdownPin = 25;

        /// <summary>VSPI. Its own pins (18, 19, 23, 5) need no GPIO matrix.</summary>
        public const int DisplayBus = 2;

        /// <summary>VSPI clock.</summary>
        public const int DisplayClockPin = 18;

        /// <summary>VSPI, from the display.</summary>
        public const int DisplayMisoPin = 19;

        /// <summary>VSPI, to the display.</summary>
        public const int DisplayMosiPin = 23;

        /// <summary>Display chip select. GPIO 5 is read at reset (SDIO timing) and wants to be high then, which an idle chip select is.</summary>
        public const int DisplayChipSelectPin = 5;

        /// <summary>Display D/CX: low for a command, high for data.</summary>
        public const int DisplayDataCommandPin = 21;

        /// <summary>Display RESX, low resets.</summary>
        public const int DisplayResetPin = 22;

        /// <summary>Display backlight, through a transistor; high is on. Any output can be given to the PWM unit.</summary>
        public const int DisplayBacklightPin = 27;

        /// <summary>Start button, to ground. An RTC pin with a pull-up on the board: it can wake the device (ext0).</summary>
        public const int StartButtonPin = 32;

        /// <summary>Mode button, to ground. An RTC pin with a pull-up on the board: it can wake the device (ext1, alone in its mask).</summary>
        public const int ModeButtonPin = 33;

        /// <summary>Voltage gain from the electrodes to the ADC: 100 in the AD8232, 4 in the second stage.</summary>
        public const int FrontEndGain = 400;

        /// <summary>ADC voltage, in millivolts, of 0 V between the electrodes.</summary>
        public const int FrontEndCentreMillivolts = 1300;

        /// <summary>Voltage of the ADC's largest reading, in millivolts.</summary>
        public const int AdcFullScaleMillivolts = 3300;

        /// <summary>The ADC's largest reading: 12 bits.</summary>
        public const int AdcLargestReading = 4095;

        /// <summary>The ADC is straight from here on, in millivolts (Espressif's range for 11 dB attenuation).</summary>
        private const int AdcLowestGoodMillivolts = 150;

        /// <summary>The ADC is straight up to here, in millivolts.</summary>
        private const int AdcHighestGoodMillivolts = 2450;

        /// <summary>
        /// Group delay in the pass band, in microseconds: 4.9 ms in the second stage's low-pass, 0.5 in the filter at the ADC's pin, 0.1 in the
        /// AD8232's amplifier (measured in hardware/frontend.md).
        /// </summary>
        private const int FrontEndGroupDelayUs = 5500;

        /// <summary>Hertz. The ILI9341 takes a serial write cycle of 100 ns at least (data sheet V1.11, "4-line SPI timing").</summary>
        public const int DisplayClockFrequency = 10_000_000;

        /// <summary>What stands between electrodes and readings, for the signal chain.</summary>
        public static FrontEndSettings FrontEnd()
        {
            return new FrontEndSettings(
                FrontEndGain, FrontEndCentreMillivolts, AdcFullScaleMillivolts, AdcLargestReading, AdcLowestGoodMillivolts,
                AdcHighestGoodMillivolts, FrontEndGroupDelayUs);
        }

        /// <summary>Opens the front end; it is switched on.</summary>
        public static Ad8232 OpenFrontEnd(GpioController gpio)
        {
            AdcController adc = new AdcController();
            Ad8232 frontEnd = new Ad8232(
                adc.OpenChannel(EcgChannel),
                adc.OpenChannel(LeadOffPositiveChannel),
                adc.OpenChannel(LeadOffNegativeChannel),
                gpio.OpenPin(FrontEndShutdownPin, PinMode.Output),
                AdcLargestReading);
            frontEnd.Shutdown(false);
            return frontEnd;
        }

        /// <summary>Opens the display's bus and pins and lights it; <see cref="Ili9341.Initialize"/> remains to be called.</summary>
        public static Ili9341 OpenDisplay(GpioController gpio)
        {
            Configuration.SetPinFunction(DisplayMosiPin, DeviceFunction.SPI2_MOSI);
            Configuration.SetPinFunction(DisplayMisoPin, DeviceFunction.SPI2_MISO);
            Configuration.SetPinFunction(DisplayClockPin, DeviceFunction.SPI2_CLOCK);
            gpio.OpenPin(DisplayBacklightPin, PinMode.Output).Write(PinValue.High);
            SpiConnectionSettings settings = new SpiConnectionSettings(DisplayBus, DisplayChipSelectPin);
            settings.ClockFrequency = DisplayClockFrequency;
            return new Ili9341(
                SpiDevice.Create(settings),
                gpio.OpenPin(DisplayDataCommandPin, PinMode.Output),
                gpio.OpenPin(DisplayResetPin, PinMode.Output));
        }
    }
}
