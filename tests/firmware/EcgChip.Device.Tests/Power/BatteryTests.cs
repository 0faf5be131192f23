using CsCheck;
using EcgChip.Device.Power;
using EcgChip.Device.Seams;
using EcgChip.NanoHost;
using EcgChip.Simulator.Board;
using EcgChip.Simulator.Patients;

namespace EcgChip.Device.Tests.Power;

public class BatteryTests
{
    [Fact]
    public void Charge_rises_with_voltage_from_empty_to_full() =>
        Gen.Select(Gen.Int[0, 5000], Gen.Int[0, 500]).Sample((millivolts, more) =>
        {
            int less = BatteryCharge.PercentOf(millivolts);
            int charge = BatteryCharge.PercentOf(millivolts + more);
            Assert.InRange(less, 0, charge);
            Assert.InRange(charge, less, 100);
        });

    [Theory]
    [InlineData(3500, 0)]
    [InlineData(3499, 0)]
    [InlineData(3540, 10)]
    [InlineData(3730, 50)]
    [InlineData(3765, 55)]
    [InlineData(4150, 100)]
    [InlineData(4200, 100)]
    public void Charge_is_read_off_the_curve(int millivolts, int percent) => Assert.Equal(percent, BatteryCharge.PercentOf(millivolts));

    [Fact]
    public void The_voltage_is_that_behind_the_divider_within_the_converters_error()
    {
        foreach (double volts in (double[])[3.4, 3.7, 4.2])
        {
            SimulatedBoard board = new(new SyntheticPatient(new() { Seconds = 1 })) { BatteryVolts = volts };
            using (HostBoard.Attach(board))
            {
                IBattery battery = new OpenedBoard().Battery;
                Assert.InRange(battery.Millivolts(), (volts * 1000) - 100, (volts * 1000) + 100);
                Assert.False(battery.IsOnUsb);
                board.UsbPower = true;
                Assert.True(battery.IsOnUsb);
            }
        }
    }

    [Fact]
    public void The_backlight_has_five_steps_and_goes_out_with_the_front_end_when_the_device_sleeps_until_a_button_wakes_it()
    {
        SimulatedBoard board = new(new SyntheticPatient(new() { Seconds = 1 }));
        using (HostBoard.Attach(board))
        {
            OpenedBoard opened = new();
            Assert.Equal(1, board.Backlight);
            Assert.True(board.FrontEndIsOn);
            opened.Power.SetBrightness(2);
            Assert.Equal(0.4, board.Backlight, 3);

            DeepSleepException sleep = Assert.Throws<DeepSleepException>(opened.Power.SwitchOff);
            Assert.True(board.IsAsleep);
            Assert.Equal(0, board.Backlight);
            Assert.False(board.FrontEndIsOn);
            Assert.False(sleep.Wakers[Board.StartButtonPin]);
            Assert.False(sleep.Wakers[Board.ModeButtonPin]);
            Assert.Equal(2, sleep.Wakers.Count);
        }

        using (HostBoard.Attach(board))
        {
            _ = new OpenedBoard();
            Assert.False(board.IsAsleep);
            Assert.True(board.FrontEndIsOn);
        }
    }

    [Theory]
    [InlineData(0, false)]
    [InlineData(4 * 1024 * 1024, true)]
    public void A_large_heap_is_one_with_psram(int bytes, bool isLarge)
    {
        SimulatedBoard board = new(new SyntheticPatient(new() { Seconds = 1 })) { SpiRamBytes = bytes };
        using (HostBoard.Attach(board))
        {
            Assert.Equal(isLarge, Board.HasLargeHeap());
        }
    }
}
