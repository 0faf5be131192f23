using System;
using System.Linq;
using EcgChip.ChipClock.Heap;

namespace EcgChip.ChipClock.Tests;

/// <summary>Bytes that live from an object on, beside sizes worked out by hand.</summary>
[Collection(Name)]
public sealed class LiveHeapTests
{
    private const string Name = "static fields";
    private const int TwoFields = 36;

    private readonly LiveHeap heap = new([typeof(Heaped).Assembly]);

    [Fact]
    public void Each_object_counts_once_however_often_it_is_referred_to()
    {
        Heaped.TwoFields shared = new();
        Assert.Equal(TwoFields, Live(shared));
        object[] twice = [shared, shared, new Heaped.TwoFields { Other = shared }];
        Assert.Equal(20 + (3 * 12) + 4 + (2 * TwoFields), Live(twice));
    }

    [Fact]
    public void A_circle_ends()
    {
        Heaped.TwoFields first = new();
        first.Other = new Heaped.TwoFields { Other = first };
        Assert.Equal(2 * TwoFields, Live(first));
    }

    [Fact]
    public void Inherited_fields_and_those_of_properties_count() => Assert.Equal(12 + (4 * 12), Live(new Heaped.FourFields()));

    [Fact]
    public void Arrays_count_their_head_their_elements_and_what_these_refer_to()
    {
        Assert.Equal(24, Live(new byte[4]));
        Assert.Equal(36, Live(new byte[5]));
        Assert.Equal(20 + 80 + 8, Live(new long[10]));
        Assert.Equal(20 + 480 + 4, Live(new Heaped.Pair[10]));
        Assert.Equal(20 + 24 + 4 + (2 * 36), Live(new short[][] { new short[8], new short[5] }));
    }

    [Fact]
    public void A_struct_in_a_field_is_an_object_of_its_own() => Assert.Equal(24 + 36, Live(new Heaped.HoldsAStruct()));

    [Fact]
    public void Text_from_the_assembly_stays_in_flash_and_text_that_was_made_does_not()
    {
        Assert.Equal(TwoFields + 12, Live(new Heaped.TwoFields { Other = "a literal of any length" }));
        Assert.Equal(TwoFields + 24, Live(new Heaped.TwoFields { Other = new string('x', 11) }));
        Assert.Equal(TwoFields + 36, Live(new Heaped.TwoFields { Other = new string('x', 12) }));
        Assert.Equal(TwoFields + 36, Live(new Heaped.TwoFields { Other = new string('\u00e4', 6) }));
    }

    [Fact]
    public void A_boxed_number_and_a_delegate_count()
    {
        Assert.Equal(TwoFields + 24, Live(new Heaped.TwoFields { Other = 5 }));
        Assert.Equal(TwoFields + 36 + TwoFields, Live(new Heaped.TwoFields { Other = new Func<string?>(new Heaped.TwoFields().ToString) }));
    }

    [Fact]
    public void What_the_host_holds_is_not_the_chips() => Assert.Equal(TwoFields, Live(new Heaped.TwoFields { Other = new System.Collections.Hashtable() }));

    [Fact]
    public void What_a_collector_has_to_look_at_is_counted()
    {
        heap.Measure(new object());
        (int objects, int fields) = (heap.Objects, heap.Fields);
        heap.Measure(new Heaped.TwoFields { Other = new object?[] { new Heaped.FourFields(), null, new byte[100] } });
        Assert.Equal((4, 2 + 3 + 4), (heap.Objects - objects, heap.Fields - fields));
    }

    [Fact]
    public void Bytes_belong_to_the_type_that_has_them_and_add_up()
    {
        long all = heap.Measure(new Heaped.TwoFields { Other = new Heaped.TwoFields[] { new Heaped.FourFields(), new() { Other = new object[] { new byte[100], new Func<string?>(new Heaped.HoldsAStruct().ToString) } } } });
        Assert.Equal(TwoFields + 48 + TwoFields + 48 + 120 + 36, heap.ByOwner[typeof(Heaped.TwoFields).FullName!]);
        Assert.Equal(60, heap.ByOwner[typeof(Heaped.HoldsAStruct).FullName!]);
        Assert.Equal(60, heap.ByOwner[typeof(Heaped.FourFields).FullName!]);
        Assert.Equal(all, heap.ByOwner.Values.Sum());
    }

    [Fact]
    public void Static_fields_of_the_firmware_live()
    {
        long before = heap.Measure(this);
        Statics.Table = new int[25];
        Assert.Equal(120, heap.Measure(this) - before);
        Statics.Table = null;
    }

    [Fact]
    public void The_deepest_calls_are_the_heaviest_path_with_every_override_and_each_circle_once()
    {
        // The compiler does not say how much stack a small method needs: 8 values, and 3 to spare.
        const int Least = 80 + (11 * 12);
        string[] paths = [typeof(Deep).Assembly.Location];
        string type = typeof(Deep).FullName!;
        Assert.Equal(Least, CallDepth.Bytes(paths, type, nameof(Deep.Leaf)));
        Assert.Equal(3 * Least, CallDepth.Bytes(paths, type, nameof(Deep.Calls)));
        Assert.Equal(3 * Least, CallDepth.Bytes(paths, type, nameof(Deep.Even)));
        Assert.Equal(3 * Least, CallDepth.Bytes(paths, type, nameof(Deep.Through)));
        Assert.True(CallDepth.Bytes(paths, type, nameof(Deep.ManyLocals)) > Least + 240);
        Assert.Throws<ArgumentException>(() => CallDepth.Bytes(paths, type, "None"));
    }

    // Nothing of this class's own counts: the statics alone are what every measurement has in common.
    private long Live(object root) => heap.Measure(root) - heap.Measure(new object());

    private static class Statics
    {
        public static int[]? Table { get; set; }
    }

    /// <summary>Alone: other tests of this assembly fill static fields, the compiler's for delegates among them, between two measurements.</summary>
    [CollectionDefinition(Name, DisableParallelization = true)]
    public sealed class Alone;
}
