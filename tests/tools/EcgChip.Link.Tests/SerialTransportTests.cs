using System;

using System.Threading.Tasks;

namespace EcgChip.Link.Tests;

/// <summary>The link over a serial port of this computer, which ends in a device of this test's.</summary>
public sealed class SerialTransportTests
{
    [SkippableFact]
    public async Task A_device_answers_over_a_serial_port()
    {
        Skip.IfNot(OperatingSystem.IsLinux(), "The port is Linux's pseudo-terminal.");
        using PseudoTerminal terminal = new();
        using LinkClient client = new(new SerialTransport(terminal.PortName), TimeSpan.FromSeconds(2));
        Task<DeviceHello> hello = Task.Run(() => client.Hello());
        LossyLine device = new();
        byte[] buffer = new byte[300];
        while (!hello.IsCompleted)
        {
            // The bytes of a request come in any pieces; what they leave the device to say goes back.
            int count = await terminal.Stream.ReadAsync(buffer).AsTask().WaitAsync(TimeSpan.FromSeconds(10));
            ((ILinkTransport)device).Write(buffer, count);
            int answered = device.Read(buffer, TimeSpan.Zero);
            if (answered > 0)
            {
                await terminal.Stream.WriteAsync(buffer.AsMemory(0, answered));
                await hello.WaitAsync(TimeSpan.FromSeconds(10));
            }
        }

        Assert.Equal(new Version(1, 0, 0), (await hello).Firmware);

    }

    [Fact]
    public void A_port_that_is_not_there_is_said_to_be_missing_with_those_that_are()
    {
        LinkException missing = Assert.Throws<LinkException>(() => new SerialTransport("/dev/no-such-port"));
        Assert.Equal(LinkFault.NotThere, missing.Fault);
        Assert.Contains("install the driver", missing.Message, StringComparison.Ordinal);
    }

    [SkippableFact]
    public void A_file_that_is_no_port_is_refused_too()
    {
        Skip.IfNot(OperatingSystem.IsLinux(), "Elsewhere a port is no file.");
        LinkException wrong = Assert.Throws<LinkException>(() => new SerialTransport("/dev/null"));
        Assert.Contains(wrong.Fault, new[] { LinkFault.NotThere, LinkFault.InUse });
    }
}
