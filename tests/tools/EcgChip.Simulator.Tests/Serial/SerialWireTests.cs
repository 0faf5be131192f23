using System;
using System.Linq;
using EcgChip.Simulator.Board;
using EcgChip.Simulator.Serial;

namespace EcgChip.Simulator.Tests.Serial;

/// <summary>The wire at the second serial port.</summary>
public sealed class SerialWireTests
{
    [Fact]
    public void What_comes_in_beyond_what_the_port_holds_is_lost_and_the_rest_stands_in_order()
    {
        SerialWire wire = new(new VirtualClock());
        wire.SetCapacity(4);
        wire.Send([1, 2, 3, 4, 5, 6]);
        Assert.Equal((4, 0, 2), (wire.Available, wire.Room, wire.Lost));
        byte[] read = new byte[3];
        Assert.Equal(3, wire.Read(read));
        Assert.Equal([1, 2, 3], read);
        wire.Send([7]);
        Assert.Equal(2, wire.Read(read));
        Assert.Equal([4, 7], read.Take(2));
        Assert.Equal(0, wire.Read(read));
    }

    [Fact]
    public void What_goes_out_takes_ten_bits_a_byte_of_the_board_s_time()
    {
        VirtualClock clock = new();
        SerialWire wire = new(clock);
        int told = 0;
        wire.Sent = () => told++;
        wire.Write(new byte[115], 115200);
        wire.Write([9], 9600);
        Assert.Equal(9982 + 1041, clock.NowUs);
        Assert.Equal(2, told);
        Assert.Equal(116, wire.Receive().Length);
        Assert.Empty(wire.Receive());
    }
}
