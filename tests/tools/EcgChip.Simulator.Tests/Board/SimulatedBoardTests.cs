using System;
using System.Device.Gpio;
using System.Linq;
using CsCheck;
using EcgChip.Simulator.Board;
using EcgChip.Simulator.FrontEnd;
using EcgChip.Simulator.Tests.FrontEnd;
using Pins = EcgChip.Device.Board;

namespace EcgChip.Simulator.Tests.Board;

public class SimulatedBoardTests
{
    /// <summary>The ADC's noise stays below four standard deviations by construction; half a code more for rounding.</summary>
    private const double NoiseCodes = 6;

    private const int NoPin = 13;

    private static readonly int[] Outputs = [Pins.FrontEndShutdownPin, Pins.DisplayBacklightPin, Pins.DisplayDataCommandPin];

    // The display's commands (ILI9341 data sheet V1.11, section 8.1).
    private const byte SleepOut = 0x11;
    private const byte DisplayOff = 0x28;
    private const byte DisplayOn = 0x29;

    [Fact]
    public void A_reading_is_of_the_patients_voltage_at_the_moment_of_the_reading_so_a_late_one_reads_a_later_value() =>
        Gen.Int[1, 40_000].Array[1, 50].Sample(
            delays =>
            {
                FunctionPatient patient = FunctionPatient.Sine(3, 2);
                SimulatedBoard board = new(patient);
                AnalogFrontEnd frontEnd = new(patient, new AnalogSettings());
                foreach (int delay in delays)
                {
                    board.Clock.Advance(delay);
                    double truth = Esp32Adc.IdealCode(frontEnd.VoltsAt(board.Clock.NowUs / 1e6));
                    Assert.Equal(truth, board.ReadAdc(Pins.EcgChannel), NoiseCodes);
                }
            },
            iter: 50);

    [Fact]
    public void On_a_rising_voltage_the_later_of_two_boards_reads_more()
    {
        Assert.InRange(ReadingAfter(4_000) - ReadingAfter(0), 100, 400);
        Assert.InRange(ReadingAfter(8_000) - ReadingAfter(4_000), 100, 400);

        static int ReadingAfter(int late)
        {
            SimulatedBoard board = new(FunctionPatient.Sine(5, 2));
            board.Clock.Advance(200_000 + late);
            return board.ReadAdc(Pins.EcgChannel);
        }
    }

    [Fact]
    public void Nothing_is_prepared_before_a_reading_asks_for_it()
    {
        FunctionPatient patient = FunctionPatient.Sine(3);
        SimulatedBoard board = new(patient);
        board.Clock.Advance(1_000_000);
        Assert.Equal(0, patient.LatestAsked);

        board.ReadAdc(Pins.EcgChannel);
        Assert.InRange(patient.LatestAsked, 1, 1.0005);
    }

    [Fact]
    public void The_patient_begins_when_the_board_is_told_and_stands_still_until_then()
    {
        FunctionPatient patient = FunctionPatient.Sine(3);
        SimulatedBoard board = new(patient) { PatientStartUs = 5_000_000 };
        board.Clock.Advance(4_000_000);
        Assert.Equal(Esp32Adc.IdealCode(1.3), board.ReadAdc(Pins.EcgChannel), NoiseCodes);
        Assert.Equal(0, patient.LatestAsked);

        board.Clock.Advance(1_500_000);
        board.ReadAdc(Pins.EcgChannel);
        Assert.InRange(patient.LatestAsked, 0.5, 0.5006);
    }

    [Fact]
    public void Every_call_takes_the_time_that_it_takes()
    {
        SimulatedBoard board = new(FunctionPatient.Sine(3));
        Assert.Equal(Esp32Adc.ConversionUs, TimeOf(board, () => board.ReadAdc(Pins.EcgChannel)));
        Assert.Equal(12_345, TimeOf(board, () => board.Sleep(12_345)));
        Assert.InRange(TimeOf(board, () => board.ReadPin(Pins.StartButtonPin)), 1, 50);
        Assert.InRange(TimeOf(board, () => board.WritePin(Pins.DisplayBacklightPin, true)), 1, 50);
        Assert.InRange(TimeOf(board, () => board.ReadClockUs()), 1, VirtualClock.LookUs);
    }

    [Theory]
    [InlineData(10_000_000)]
    [InlineData(1_000_000)]
    public void An_spi_transfer_takes_eight_clocks_a_byte_beside_its_call(int clock)
    {
        SimulatedBoard board = new(FunctionPatient.Sine(3));
        long call = TimeOf(board, () => Send(board, [], clock));
        Assert.InRange(call, 1, 100);
        Assert.Equal(call + (960L * 8 * 1_000_000 / clock), TimeOf(board, () => Send(board, new byte[960], clock)));
    }

    [Fact]
    public void What_is_sent_by_spi_reaches_the_panel_as_command_or_data_after_the_data_command_pin()
    {
        SimulatedBoard board = new(FunctionPatient.Sine(3));
        board.WritePin(Pins.DisplayResetPin, true);
        board.Sleep(200_000);
        Command(board, SleepOut);
        board.Sleep(200_000);
        Command(board, DisplayOn);

        Assert.True(board.Panel.IsAwake);
        Assert.True(board.Panel.IsDisplayOn);
        Assert.Equal(2, board.Panel.BytesReceived);
        Assert.Empty(board.Panel.Faults);

        board.TransferSpi(Pins.DisplayBus, NoPin, 1_000_000, [DisplayOff], []);
        Assert.True(board.Panel.IsDisplayOn);
    }

    [Fact]
    public void A_pin_that_was_written_reads_what_was_written() =>
        Gen.Select(Gen.Int[0, Outputs.Length - 1].Select(i => Outputs[i]), Gen.Bool).Array.Sample(writes =>
        {
            SimulatedBoard board = new(FunctionPatient.Sine(3));
            foreach ((int pin, bool high) in writes)
            {
                board.WritePin(pin, high);
                Assert.Equal(high, board.ReadPin(pin));
            }

            foreach (IGrouping<int, (int Pin, bool High)> pin in writes.GroupBy(write => write.Item1))
            {
                Assert.Equal(pin.Last().High, board.ReadPin(pin.Key));
            }
        });

    [Fact]
    public void An_open_input_is_low_unless_it_is_pulled_up()
    {
        SimulatedBoard board = new(FunctionPatient.Sine(3));
        Assert.False(board.ReadPin(Pins.LinkReceivePin));
        board.SetPinMode(Pins.LinkReceivePin, PinMode.InputPullUp);
        Assert.True(board.ReadPin(Pins.LinkReceivePin));
    }

    [Fact]
    public void The_start_button_pulls_its_pin_to_ground_while_it_is_held()
    {
        SimulatedBoard board = new(FunctionPatient.Sine(3));
        Assert.True(board.ReadPin(Pins.StartButtonPin));
        board.StartButtonHeld = true;
        Assert.False(board.ReadPin(Pins.StartButtonPin));
        board.StartButtonHeld = false;
        Assert.True(board.ReadPin(Pins.StartButtonPin));
    }

    [Fact]
    public void A_channel_that_nothing_is_wired_to_cannot_be_read()
    {
        SimulatedBoard board = new(FunctionPatient.Sine(3));
        Assert.Contains("channel 1", Assert.Throws<InvalidOperationException>(() => board.ReadAdc(1)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Each_comparator_follows_its_own_electrode()
    {
        SimulatedBoard board = new(FunctionPatient.Sine(3));
        board.Electrodes.Lose(positive: true, 1, 3);
        board.Electrodes.Lose(positive: false, 2, 4);

        Assert.Equal((false, false), Comparators(0.9));
        Assert.Equal((true, false), Comparators(1.1));
        Assert.Equal((true, true), Comparators(2.1));
        Assert.Equal((false, true), Comparators(3.1));
        Assert.Equal((false, false), Comparators(4.1));

        (bool Positive, bool Negative) Comparators(double seconds)
        {
            board.Clock.Advance((long)(seconds * 1e6) - board.Clock.NowUs);
            return (IsHigh(Pins.LeadOffPositiveChannel), IsHigh(Pins.LeadOffNegativeChannel));
        }

        bool IsHigh(int channel)
        {
            int reading = board.ReadAdc(channel);
            Assert.True(reading is 0 or 4095);
            return reading > 0;
        }
    }

    [Theory]
    [InlineData(true, 4095)]
    [InlineData(false, 0)]
    public void A_lost_electrode_is_pulled_up_and_takes_the_signal_to_the_rail_of_its_side(bool positive, int rail)
    {
        SimulatedBoard board = new(FunctionPatient.Sine(3));
        board.Electrodes.Lose(positive, 1, 2);
        Assert.InRange(board.ReadAdc(Pins.EcgChannel), 1000, 2500);
        board.Clock.Advance(1_500_000);
        Assert.Equal(rail, board.ReadAdc(Pins.EcgChannel), 15.0);
        board.Clock.Advance(1_000_000);
        Assert.InRange(board.ReadAdc(Pins.EcgChannel), 1000, 2500);
    }

    [Fact]
    public void While_the_front_end_is_switched_off_the_signal_stands_at_the_rail()
    {
        SimulatedBoard board = new(FunctionPatient.Sine(3));
        board.Clock.Advance(2_500_000);
        board.WritePin(Pins.FrontEndShutdownPin, false);
        Assert.InRange(board.ReadAdc(Pins.EcgChannel), 4080, 4095);
        board.WritePin(Pins.FrontEndShutdownPin, true);
        Assert.InRange(board.ReadAdc(Pins.EcgChannel), 1000, 2500);
    }

    private static long TimeOf(SimulatedBoard board, Action call)
    {
        long before = board.Clock.NowUs;
        call();
        return board.Clock.NowUs - before;
    }

    private static void Command(SimulatedBoard board, byte command)
    {
        board.WritePin(Pins.DisplayDataCommandPin, false);
        Send(board, [command]);
    }

    private static void Send(SimulatedBoard board, byte[] bytes, int clock = 10_000_000) =>
        board.TransferSpi(Pins.DisplayBus, Pins.DisplayChipSelectPin, clock, bytes, []);
}
