using System;
using System.Collections.Generic;
using System.IO;
using EcgChip.NanoHost;

namespace EcgChip.ChipClock.Tests;

/// <summary>What rewritten code reports to the allocation meter, beside sizes worked out by hand.</summary>
public sealed class AllocationTests
{
    private static readonly Type Counted = LoadHeaped();

    [Theory]
    [InlineData(nameof(Heaped.AnObject), 0, 12 + (4 * 12))]
    [InlineData(nameof(Heaped.AnObjectWithAStruct), 0, 24 + 36)]
    [InlineData(nameof(Heaped.Shorts), 2, 24)]
    [InlineData(nameof(Heaped.Shorts), 3, 36)]
    [InlineData(nameof(Heaped.Shorts), 0, 24)]
    [InlineData(nameof(Heaped.References), 10, 144)]
    [InlineData(nameof(Heaped.Structs), 10, 20 + 480 + 4)]
    [InlineData(nameof(Heaped.Boxed), 7, 24)]
    [InlineData(nameof(Heaped.Call), 7, 36 + 36)]

    // a head for the literal; the new string's head, 6 bytes of UTF-8 and a zero; the joined one's with a letter more
    [InlineData(nameof(Heaped.Text), 3, 12 + 24 + 24)]

    // the joined one needs one byte more than two blocks of 12 hold
    [InlineData(nameof(Heaped.Text), 5, 12 + 24 + 24)]
    [InlineData(nameof(Heaped.Text), 6, 12 + 36 + 36)]
    public void What_a_method_takes_from_the_heap_is_reported_to_the_byte(string method, int argument, long expected)
    {
        Call(method, argument);
        long before = AllocationMeter.Bytes;

        Call(method, argument);

        Assert.Equal(expected, AllocationMeter.Bytes - before);
    }

    [Fact]
    public void A_struct_that_a_library_returns_is_reported_apart_from_what_stays()
    {
        (long bytes, long structs) = (AllocationMeter.Bytes, AllocationMeter.StructBytes);

        Call(nameof(Heaped.APinValue), 0);

        // two pin values of one field; what the comparison gives is boxed
        Assert.Equal((24, 2 * 24), (AllocationMeter.Bytes - bytes, AllocationMeter.StructBytes - structs));
    }

    [Fact]
    public void What_was_taken_is_put_down_to_the_method_that_took_it()
    {
        string method = $"System.Object {typeof(Heaped).FullName}::{nameof(Heaped.Text)}(System.Int32)";
        long before = AllocationMeter.ByMethod.GetValueOrDefault(method);
        Call(nameof(Heaped.Text), 3);
        Call(nameof(Heaped.Shorts), 100);
        Assert.Equal(60, AllocationMeter.ByMethod[method] - before);
    }

    [Fact]
    public void Code_that_allocates_still_does_what_it_did()
    {
        Assert.Equal(Heaped.Text(4), Call(nameof(Heaped.Text), 4));
        Assert.Equal(5, ((Array)Call(nameof(Heaped.Structs), 5)).Length);
    }

    private static object Call(string method, int argument) => Counted.GetMethod(method)!.Invoke(null, [argument])!;

    private static Type LoadHeaped()
    {
        string path = typeof(Heaped).Assembly.Location;
        InstructionCounter counter = new([path], reportsAllocations: true);
        return counter.Load(Path.GetFileNameWithoutExtension(path)).GetType(typeof(Heaped).FullName!, throwOnError: true)!;
    }
}
