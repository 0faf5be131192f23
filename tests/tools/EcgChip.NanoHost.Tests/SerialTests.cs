using System;
using System.IO.Ports;
using nanoFramework.Hardware.Esp32;

namespace EcgChip.NanoHost.Tests;

/// <summary>The chip's serial ports.</summary>
public sealed class SerialTests : IDisposable
{
    private readonly IDisposable attachment = HostBoard.Attach(new TestBoard());

    public void Dispose() => attachment.Dispose();

    [Fact]
    public void The_debuggers_port_and_a_port_without_pins_do_not_open()
    {
        using SerialPort second = new("COM2", 115200);
        Assert.Throws<ArgumentException>(second.Open);
        SetPins();
        second.Open();
        Assert.True(second.IsOpen);
        Assert.Throws<InvalidOperationException>(second.Open);
        using SerialPort first = new("COM1");
        Assert.Throws<ArgumentException>(first.Open);
    }

    [Fact]
    public void A_port_is_taken_once_and_given_back_when_disposed()
    {
        using (SerialPort first = new("COM2"))
        {
            Assert.Throws<ArgumentException>(() => new SerialPort("COM2"));
        }

        using SerialPort again = new("COM2");
        Assert.Throws<ArgumentException>(() => new SerialPort("COM4"));
        Assert.Throws<ArgumentException>(() => new SerialPort("ttyUSB0"));
    }

    [Fact]
    public void The_buffer_is_set_before_the_port_opens_and_nothing_is_read_before_that()
    {
        SetPins();
        using SerialPort port = new("COM2", 115200) { ReadBufferSize = 512 };
        Assert.Throws<InvalidOperationException>(() => port.BytesToRead);
        Assert.Throws<InvalidOperationException>(() => port.Read(new byte[1], 0, 1));
        port.Open();
        Assert.Throws<InvalidOperationException>(() => port.ReadBufferSize = 256);
        Assert.Equal((512, 0, 0), (port.ReadBufferSize, port.BytesToRead, port.Read(new byte[4], 0, 4)));
        port.Write([1, 2], 0, 2);
    }

    [Fact]
    public void A_pin_that_only_receives_cannot_send()
    {
        Assert.Throws<ArgumentException>(() => Configuration.SetPinFunction(36, DeviceFunction.COM2_TX));
        Configuration.SetPinFunction(36, DeviceFunction.COM2_RX);
    }

    private static void SetPins()
    {
        Configuration.SetPinFunction(13, DeviceFunction.COM2_TX);
        Configuration.SetPinFunction(14, DeviceFunction.COM2_RX);
    }
}
