using System.Collections.Generic;
using System.Linq;

namespace EcgChip.ChipCheck.Tests;

/// <summary>For each rule a sample that it refuses, and for its edge one that it lets pass.</summary>
public sealed class RulesTests
{
    [Theory]
    [InlineData("class Box<T> { public T Value; }")]
    [InlineData("class Sample { static T Same<T>(T value) { return value; } }")]
    [InlineData("class Sample { System.Action<int> _listener; }")]
    [InlineData("class Sample { object Make() { System.Func<int> f = () => 3; return f; } }")]
    public void Generics_are_refused(string source) => AssertRefused("generics", source);

    [Theory]
    [InlineData("int[,] _table;")]
    [InlineData("object Make() { return new short[2, 3]; }")]
    [InlineData("int Sum(int[,,] table) { return table[0, 1, 2]; }")]
    public void Arrays_of_more_than_one_dimension_are_refused(string members) =>
        AssertRefused("multi-dimensional-array", Sample.Class(members));

    [Theory]
    [InlineData("unsafe int First(int* values) { return *values; }")]
    [InlineData("unsafe int First(int[] values) { fixed (int* p = values) { return p[0]; } }")]
    [InlineData("unsafe int First() { int* p = stackalloc int[4]; p[0] = 1; return p[0]; }")]
    [InlineData("unsafe int Call(delegate*<int> f) { return f(); }")]
    public void Pointers_are_refused(string members) => AssertRefused("pointer", Sample.Class(members), allowUnsafe: true);

    [Theory]
    [InlineData("int Sum(int a, int b) { return checked(a + b); }")]
    [InlineData("int Product(int a, int b) { checked { return a * b; } }")]
    [InlineData("uint Difference(uint a, uint b) { checked { return a - b; } }")]
    [InlineData("short Narrow(int a) { return checked((short)a); }")]
    [InlineData("object Make(long length) { return new byte[length]; }")]
    public void Checked_arithmetic_is_refused(string members) => AssertRefused("checked-arithmetic", Sample.Class(members));

    [Theory]
    [InlineData("interface IClock { int Now(); int Later() { return Now() + 1; } }")]
    [InlineData("interface IClock { static int Zero() { return 0; } }")]
    public void Default_interface_methods_are_refused(string source) => AssertRefused("default-interface-method", source);

    [Theory]
    [InlineData("EcgChip.Signal")]
    [InlineData("EcgChip.Inference")]
    [InlineData("EcgChip.Records")]
    [InlineData("EcgChip.Models.Seed")]
    [InlineData("EcgChip.Device")]
    public void Floating_point_is_refused_in_every_assembly(string assemblyName)
    {
        Assert.Contains("floating-point", Sample.Rules(Sample.Class("double _mean;"), assemblyName));
        Assert.Contains("floating-point", Sample.Rules(Sample.Class("float Half(int a) { return a / 2f; }"), assemblyName));
    }

    [Theory]
    [InlineData("bool Above(int a) { return a > 0.5; }")]
    [InlineData("int Scale(int a) { return (int)(a * 1.5f); }")]
    [InlineData("object Make() { return new float[8]; }")]
    [InlineData("long Hours(TimeSpan time) { return (long)time.TotalHours; }")]
    [InlineData("int Root(int a) { return (int)Math.Sqrt(a); }")]
    [InlineData("int Sum(int[] values) { int sum = 0; foreach (int value in values) { double x = value; sum += (int)x; } return sum; }")]
    public void Floating_point_is_refused_wherever_it_hides(string members) => AssertRefused("floating-point", Sample.Class(members));

    [Theory]
    [InlineData("sbyte[] Cast(byte[] bytes) { return (sbyte[])(object)bytes; }")]
    [InlineData("sbyte[] Cast(object bytes) { return bytes as sbyte[]; }")]
    [InlineData("byte[] Cast(sbyte[] bytes) { return (byte[])(Array)bytes; }")]
    [InlineData("void Copy(byte[] from, sbyte[] to) { Array.Copy(from, to, 4); }")]
    [InlineData("sbyte[] _to = new sbyte[9]; void Copy(byte[] from, int n) { Array.Copy(from, 1, _to, n + 2, n * 3); }")]
    [InlineData("void Copy(sbyte[] from, byte[] to) { from.CopyTo(to, 0); }")]
    [InlineData("void Copy(byte[][] from, sbyte[] to, int i) { Array.Copy(from[i], to, 4); }")]
    public void Taking_bytes_for_signed_bytes_is_refused(string members) => AssertRefused("byte-array", Sample.Class(members));

    [Theory]
    [InlineData("byte[] Cast(object bytes) { return (byte[])bytes; }")]
    [InlineData("void Copy(byte[] from, byte[] to, sbyte[] third) { third[0] = 1; Array.Copy(from, to, third.Length); }")]
    [InlineData("void Copy(sbyte[] from, sbyte[] to) { Array.Copy(from, 0, to, 0, from.Length); }")]
    [InlineData("sbyte One(byte[] from, int i) { return (sbyte)from[i]; }")]
    public void Honest_casts_and_copies_of_bytes_pass(string members) => Assert.Empty(Sample.Refusals(Sample.Class(members)));

    [Theory]
    [InlineData("static int _count; void Add() { _count++; }")]
    [InlineData("static int[] _buffer = new int[4];")]
    [InlineData("static int Count { get; set; }")]
    [InlineData("static readonly object Gate = new object();")]
    [InlineData("static readonly Sample Instance = new Sample();")]
    [InlineData("static readonly byte[] Table = new byte[1025];")]
    [InlineData("static readonly int[] One = new int[128]; static readonly long[] Two = new long[65];")]
    [InlineData("static readonly string[] Names = new string[86];")]
    public void Statics_that_are_no_constants_or_small_tables_are_refused(string members) => AssertRefused("static-field", Sample.Class(members));

    [Fact]
    public void Static_tables_are_counted_over_all_classes_of_an_assembly() =>
        AssertRefused("static-field", "class A { static readonly int[] T = new int[200]; } class B { static readonly int[] T = new int[57]; }");

    [Theory]
    [InlineData("static readonly int[] State = { 0 }; void Count() { State[0]++; }")]
    [InlineData("static readonly int[] State = { 0, 1 }; void Set(int i) { State[i] = 3; }")]
    [InlineData("static readonly byte[] State = { 0, 1 }; void Set(int n) { byte[] s = State; for (int i = 0; i < n; i++) { s[i] = s[n]; } }")]
    [InlineData("static readonly string[] Names = { \"N\", \"S\" }; void Set() { Names[1] = \"V\"; }")]
    [InlineData("static readonly int[][] Rows = { new[] { 1, 2 }, new[] { 3 } }; void Set(int i) { int[] row = Rows[i]; row[0] = i; }")]
    [InlineData("static readonly long[] A = { 1 }; static readonly long[] B = { 2 }; void Set(bool a) { (a ? A : B)[0] = 3; }")]
    [InlineData("static readonly int[] State = { 0 }; void Set(int[] from) { Array.Copy(from, State, 1); }")]
    [InlineData("static readonly int[] State = { 0 }; void Set(int[] from) { Array.Copy(from, 2, State, 0, 1); }")]
    [InlineData("static readonly int[] State = { 0 }; void Set(int[] from) { from.CopyTo(State, 0); }")]
    [InlineData("static readonly int[] State = { 0 }; void Clear() { Array.Clear(State, 0, 1); }")]
    [InlineData("static readonly int[] State = { 0 }; void Set() { Take(ref State[0]); } void Take(ref int one) { one = 3; }")]
    [InlineData("static readonly int[] State = { 0 }; void Set() { ref int one = ref State[0]; one = 3; }")]
    public void Writing_to_a_static_table_is_refused(string members) => AssertRefused("static-field", Sample.Class(members));

    [Fact]
    public void Writing_to_the_static_table_of_another_class_is_refused() =>
        AssertRefused("static-field", "class A { public static readonly int[] T = { 1 }; } class B { void Set() { A.T[0] = 2; } }");

    [Theory]
    [InlineData("static readonly int[] Table = { 1, 2 }; void Read(int[] to) { Array.Copy(Table, to, 2); to[0] = Table[1]; }")]
    [InlineData("static readonly int[] Table = { 1, 2 }; void Read(int[] to) { Array.Copy(Table, 0, to, 1, 1); Table.CopyTo(to, 0); }")]
    [InlineData("static readonly int[] Table = { 1, 2 }; string Read(int i) { int[] t = Table; return t[i].ToString(); }")]
    [InlineData("static readonly int[] Table = { 1, 2 }; int[] _own = new int[2]; void Read(int i) { int[] t = _own; t[Table[i]] += Table[0]; }")]
    [InlineData("static readonly int[] Table; static Sample() { Table = new int[2]; Table[1] = 3; }")]
    public void Reading_a_static_table_passes(string members) => Assert.Empty(Sample.Refusals(Sample.Class(members)));

    [Theory]
    [InlineData("const int Rate = 125; public const string Name = \"II\";")]
    [InlineData("static readonly int Rate = 125; static readonly string Name = \"II\"; static readonly DayOfWeek Day = DayOfWeek.Monday;")]
    [InlineData("static readonly byte[] Table = new byte[1024];")]
    [InlineData("static readonly short[] Table = { 3, 1, 4, 1, 5, 9, 2, 6 }; int Take(int i) { return Table[i]; }")]
    [InlineData("static readonly string[] Names = { \"N\", \"S\", \"V\", \"F\", \"Q\" };")]
    [InlineData("static readonly int[][] Rows = { new[] { 1, 2 }, new[] { 3, 4, 5 } };")]
    public void Constants_and_small_tables_pass(string members) => Assert.Empty(Sample.Refusals(Sample.Class(members)));

    [Theory]
    [InlineData("class A { static readonly int X = B.Y; } class B { public static readonly int Y = 3; }")]
    [InlineData("class A { static readonly string X = string.Empty; }")]
    [InlineData("class A { static readonly int X = B.Y; } class B { public static int Y { get { return 3; } } }")]
    [InlineData("class A { static readonly int[] X = B.Make(); } class B { public static int[] Make() { return new int[3]; } }")]
    [InlineData("class A { static readonly int X; static A() { X = Make(); } static int Make() { return 3; } }")]
    [InlineData("class A { static readonly int Length = 3; static readonly int[] X = new int[Length]; }")]
    public void Static_initialisers_that_need_more_than_constants_are_refused(string source) => AssertRefused("static-initialiser", source);

    [Fact]
    public void Sixty_thousand_bytes_of_array_data_pass_and_one_more_is_refused()
    {
        Assert.Empty(Sample.Refusals(ArrayData(60_000)));
        AssertRefused("array-data", ArrayData(60_001));
    }

    [Fact]
    public void Array_data_with_signatures_beyond_the_chips_table_is_refused()
    {
        // each method's signature is another list of parameters
        IEnumerable<string> methods = Enumerable.Range(0, 200)
            .Select(i => $"void M{i}({string.Join(", ", Enumerable.Range(0, 32).Select(bit => $"{((i >> (bit % 8)) & 1) switch { 0 => "int", _ => "long" }} p{bit}"))}) {{ }}");
        AssertRefused("array-data", ArrayData(60_000) + Sample.Class(string.Join('\n', methods)).Replace("using System;", ""));
    }

    [Fact]
    public void More_than_sixty_thousand_bytes_of_il_are_refused()
    {
        static string Methods(int count) => Sample.Class(string.Join(
            '\n', Enumerable.Range(0, count).Select(i => $"int M{i}(int a, int b) {{ {Statements(540)} return a; }}")));
        AssertRefused("il-size", Methods(11));
        Assert.Empty(Sample.Refusals(Methods(10)));
    }

    [Fact]
    public void A_branch_over_32767_bytes_is_refused()
    {
        Assert.Equal(["branch-distance"], Sample.Rules(Sample.Class($"int M(int a, int b) {{ if (a > b) {{ {Statements(3000)} }} return a; }}")));
        Assert.Empty(Sample.Refusals(Sample.Class($"int M(int a, int b) {{ if (a > b) {{ {Statements(2950)} }} return a; }}")));
    }

    [Fact]
    public void More_than_250_locals_are_refused()
    {
        AssertRefused("locals", Sample.Class(Locals(251)));
        Assert.Empty(Sample.Refusals(Sample.Class(Locals(250))));
    }

    [Fact]
    public void A_switch_of_more_than_255_targets_is_refused()
    {
        static string Cases(int count) => Sample.Class(
            $"int M(int a) {{ switch (a) {{ {string.Join(' ', Enumerable.Range(0, count).Select(i => $"case {i}: return {i * i % 7};"))} }} return a; }}");
        Assert.Equal(["switch-targets"], Sample.Rules(Cases(256)));
        Assert.Empty(Sample.Refusals(Cases(255)));
    }

    [Fact]
    public void More_than_255_handlers_are_refused()
    {
        static string Clauses(int count) => Sample.Class(
            $"int M(int a) {{ {string.Join(' ', Enumerable.Range(0, count).Select(i => $"try {{ a /= {i + 2}; }} catch (Exception) {{ a ^= {i}; }}"))} return a; }}");
        Assert.Equal(["handlers"], Sample.Rules(Clauses(256)));
        Assert.Empty(Sample.Refusals(Clauses(255)));
    }

    [Fact]
    public void More_than_255_values_on_the_stack_are_refused()
    {
        static string Depth(int count) => Sample.Class(
            $"int M(int a) {{ return {string.Concat(Enumerable.Repeat("a - (", count - 1))}a{new string(')', count - 1)}; }}");
        Assert.Equal(["max-stack"], Sample.Rules(Depth(256)));
        Assert.Empty(Sample.Refusals(Depth(255)));
    }

    [Theory]
    [InlineData("static void M{0}() {{ }}")]
    [InlineData("void M{0}() {{ }}")]
    [InlineData("int _f{0};")]
    public void More_than_255_members_of_a_kind_are_refused(string member)
    {
        // an instance constructor that nobody wrote is an instance method too
        string Members(int count) => string.Join('\n', Enumerable.Range(0, count)
            .Select(i => string.Format(System.Globalization.CultureInfo.InvariantCulture, member, i)));
        AssertRefused("class-size", Sample.Class(Members(256)));
        Assert.Empty(Sample.Refusals(Sample.Class(Members(254))));
    }

    [Theory]
    [InlineData("EcgChip.Signal")]
    [InlineData("EcgChip.Inference")]
    [InlineData("EcgChip.Records")]
    [InlineData("EcgChip.Models.Bedside")]
    public void Pure_assemblies_may_not_use_the_boards_libraries(string assemblyName)
    {
        string source = Sample.Class("void Send(System.Device.Spi.SpiDevice device, ushort[] words) { device.Write(words); }");
        Assert.Contains("references", Sample.Rules(source, assemblyName));
        Assert.Empty(Sample.Refusals(source));
    }

    [Fact]
    public void A_model_may_not_use_system_math_and_signal_may()
    {
        string source = Sample.Class("int Size(int a) { return Math.Abs(a); }");
        Assert.Equal(["references"], Sample.Rules(source, "EcgChip.Models.Seed"));
        Assert.Empty(Sample.Refusals(source, "EcgChip.Signal"));
    }

    [Fact]
    public void A_refusal_says_file_line_and_member()
    {
        Refusal refusal = Assert.Single(Sample.Refusals("class Sample\n{\n    int Sum(int a, int b)\n    {\n        return checked(a + b);\n    }\n}"));
        Assert.Equal("Sample.cs(5): Sample.Sum", refusal.Where);
        Assert.Contains("add.ovf", refusal.ToString(), System.StringComparison.Ordinal);
    }

    private static void AssertRefused(string rule, string source, bool allowUnsafe = false) =>
        Assert.Contains(rule, Sample.Rules(source, allowUnsafe: allowUnsafe));

    /// <summary>A class with two array initialisers: one of long, quick to compile, and a short one for the bytes that are left.</summary>
    private static string ArrayData(int bytes)
    {
        const int rest = 16;
        int longs = (bytes - rest) / sizeof(long);
        IEnumerable<int> values = Enumerable.Range(1, longs);
        IEnumerable<int> others = Enumerable.Range(1, bytes - (longs * sizeof(long)));
        return $"class Data {{ static long[] One() {{ return new long[] {{ {string.Join(',', values)} }}; }} "
            + $"static sbyte[] Two() {{ return new sbyte[] {{ {string.Join(',', others)} }}; }} }}\n";
    }

    /// <summary>Statements of eleven bytes each.</summary>
    private static string Statements(int count) =>
        string.Join(' ', Enumerable.Range(0, count).Select(i => $"a = (a * b) ^ {1000 + i};"));

    /// <summary>A method whose locals all live to its end, so that the compiler keeps every one.</summary>
    private static string Locals(int count)
    {
        IEnumerable<int> numbers = Enumerable.Range(0, count);
        string declare = string.Join(' ', numbers.Select(i => $"int v{i} = a[{i}];"));
        string mix = string.Join(' ', numbers.Select(i => $"v{i} ^= a[v{(i + 1) % count}];"));
        string sum = string.Join(" + ", numbers.Select(i => $"v{i}"));
        return $"int M(int[] a) {{ {declare} while (v0 < v1) {{ {mix} }} return {sum}; }}";
    }
}
