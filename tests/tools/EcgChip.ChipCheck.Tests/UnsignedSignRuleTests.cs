namespace EcgChip.ChipCheck.Tests;

/// <summary>The forms that were measured in the interpreter, wrong ones and right ones.</summary>
public sealed class UnsignedSignRuleTests
{
    [Theory]
    [InlineData("int M(uint u) { return (int)u >> 4; }")]
    [InlineData("long M(uint u) { return (long)(int)u; }")]
    [InlineData("ulong M(uint u) { return (ulong)(int)u; }")]
    [InlineData("int M(uint u) { return (int)u % 7; }")]
    [InlineData("uint _u; int M() { return (int)_u >> 4; }")]
    [InlineData("static readonly uint U = 3; static int M() { return (int)U % 7; }")]
    [InlineData("int M(uint[] u, int i) { return (int)u[i] >> 4; }")]
    [InlineData("uint Get() { return 3; } int M() { return (int)Get() % 7; }")]
    [InlineData("int M(ref uint u) { return (int)u >> 4; }")]
    [InlineData("int M(int a) { uint u = 0; while (a > 0) { u += 3; a--; } return (int)u >> (int)(u & 3); }")]
    [InlineData("int M(object u) { return (int)(uint)u >> 4; }")]
    [InlineData("int M(long w) { return (int)(uint)w >> 4; }")]
    [InlineData("enum Flags : uint { None } int M(Flags u) { return (int)u >> 4; }")]
    [InlineData("long M(ulong w) { return (long)w >> 4; }")]
    [InlineData("long M(ulong w) { return (long)w % 7; }")]
    [InlineData("long M(ulong[] w, bool second) { return (long)w[second ? 1 : 0] >> 4; }")]
    [InlineData("long M(ref ulong w) { return (long)w >> 4; }")]
    [InlineData("ulong _w; static long Of(ref ulong w) { return 0; } long M() { ref ulong w = ref _w; return (long)w % 7 + Of(ref w); }")]
    public void Signed_arithmetic_on_what_stays_unsigned_is_refused(string members) => AssertRefused(members);

    [Theory]
    [InlineData("long M(byte b) { return (b - 300L) >> 1; }")]
    [InlineData("long M(byte[] ba) { return ((long)ba[0] - 300) >> 2; }")]
    [InlineData("long M(ushort us) { return ((long)us - 70000) % 7; }")]
    [InlineData("long M(char c) { return ((long)c - 70000) % 7; }")]
    [InlineData("long M(uint u) { return (u - 300L) >> 1; }")]
    public void Signed_arithmetic_on_what_was_widened_unsigned_is_refused(string members) => AssertRefused(members);

    [Theory]
    [InlineData("int M(uint u, int a) { return ((int)u + a) >> 4; }")]
    [InlineData("int M(uint u, int a) { return (((int)u ^ a) - 1) * 3 % 7; }")]
    [InlineData("int M(uint u) { return -(int)(u & 7) >> 4; }")]
    [InlineData("int M(uint u) { return ~(int)u >> 4; }")]
    [InlineData("int M(uint u, int a) { return ((int)u << a) >> 4; }")]
    [InlineData("int M(uint u, int a) { return ((int)u / a) >> 4; }")]
    [InlineData("int M(uint u, int a, bool b) { return (b ? (int)u : a) >> 4; }")]
    [InlineData("int M(uint u, int a, bool b) { return (b ? a : (int)u) >> 4; }")]
    [InlineData("int M(uint u) { int a; int b = (a = (int)u) >> 4; return a + b; }")]
    public void What_comes_of_an_unsigned_left_operand_is_unsigned(string members) => AssertRefused(members);

    [Theory]
    [InlineData("int M(uint u) { return (int)u; }")]
    [InlineData("long M(ulong w) { return (long)w; }")]
    [InlineData("long M(byte b) { return b; }")]
    [InlineData("int F(int x) { return x >> 4; } int M(uint u) { return F((int)u); }")]
    [InlineData("int F(int a, long x, int b) { return (int)(x >> 4); } int M(ulong w) { return F(1, (long)w, 2); }")]
    [InlineData("delegate int F(int x); int M(F f, uint u) { return f((int)u); }")]
    [InlineData("interface IF { int F(int x); } int M(IF f, uint u) { return f.F((int)u); }")]
    [InlineData("class F { internal F(long x) { } } object M(byte b) { return new F(b); }")]
    public void Unsigned_values_do_not_cross_calls_as_signed(string members) => AssertRefused(members);

    [Theory]
    [InlineData("int M(byte b, ushort us, sbyte s) { return ((b - 300) >> 1) + ((us - 70000) % 7) + (s >> 2); }")]
    [InlineData("long M(byte b) { return (5L * b) >> 1; }")]
    [InlineData("int[] _a = new int[3]; int M(uint u, int i) { _a[i] = (int)u; return _a[i] >> 4; }")]
    [InlineData("int _a; int M(uint u) { _a = (int)u; return _a % 7; }")]
    [InlineData("int M(uint u) { int a = (int)u; return (a >> 4) + (a % 7); }")]
    [InlineData("int M(uint u, int a) { a = (int)u; return a >> 4; }")]
    [InlineData("int M(uint u, bool b) { return (b ? (int)(long)u : 3) >> 4; }")]
    [InlineData("int M(uint u) { return (int)(long)u >> 4; }")]
    [InlineData("long M(byte b) { return ((long)(int)b - 300) >> 2; }")]
    [InlineData("long M(ulong w) { return (-1L & (long)w) >> 4; }")]
    [InlineData("long M(ulong w) { return long.MaxValue & (long)w; }")]
    [InlineData("short M(uint u) { return (short)u; }")]
    [InlineData("int M(uint u) { return (sbyte)u >> 4; }")]
    [InlineData("uint M(uint u, ulong w, int i) { return (u >> 4) + (u % 7) + (uint)(w >> i) + (uint)(w % 10) + ((uint)i >> 4); }")]
    [InlineData("int M(int i) { return (int)((uint)i >> 4); }")]
    [InlineData("bool M(uint u, ulong w, long a) { return (int)u < 0 || (ulong)a > w || (long)w == a; }")]
    [InlineData("uint F(uint u, ulong w) { return u; } uint M(uint u, ulong w, byte b) { return F(u, w) + F(b, b); }")]
    [InlineData("ulong M(uint u) { return u; }")]
    [InlineData("long M(int[] a, long w) { return (a.Length - w) >> 1; }")]
    public void What_the_chip_computes_as_the_desktop_does_passes(string members) => Assert.Empty(Sample.Refusals(Sample.Class(members)));

    [Fact]
    public void A_librarys_unsigned_clock_is_unsigned() =>
        AssertRefused("long M() { return (long)nanoFramework.Hardware.Esp32.HighResTimer.GetCurrent(); }");

    [Fact]
    public void The_refusal_names_line_parameter_and_cure()
    {
        Refusal refusal = Assert.Single(Sample.Refusals("class Sample\n{\n    int F(int x) { return x; }\n    int M(uint u)\n    {\n        return F((int)u);\n    }\n}"));
        Assert.Equal("Sample.cs(6): Sample.M", refusal.Where);
        Assert.Contains("passes to Sample.F as Int32", refusal.Sentence, System.StringComparison.Ordinal);
        Assert.Contains("(int)(long)u", refusal.Sentence, System.StringComparison.Ordinal);
    }

    private static void AssertRefused(string members) => Assert.Equal(["unsigned-sign"], Sample.Rules(Sample.Class(members)));
}
