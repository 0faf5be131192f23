using System.Linq;

namespace EcgChip.ChipCheck.Tests;

/// <summary>What exists on the chip compiles, what exists on the desktop alone does not.</summary>
public sealed class ChipLibraryTests
{
    [Theory]
    [InlineData("object Make() { return new System.Collections.Generic.List<int>(); }")]
    [InlineData("object Make() { return new System.Collections.Generic.Dictionary<int, int>(); }")]
    [InlineData("int First(Span<int> values) { return values[0]; }")]
    [InlineData("int? _maybe;")]
    [InlineData("(int, int) Pair() { return (1, 2); }")]
    [InlineData("async void Wait() { await System.Threading.Tasks.Task.Delay(1); }")]
    [InlineData("System.Collections.IEnumerable Numbers() { yield return 1; }")]
    [InlineData("int[] Tail(int[] values) { return values[1..]; }")]
    [InlineData("int Last(int[] values) { return values[^1]; }")]
    [InlineData("record Beat(int Sample);")]
    [InlineData("record struct Beat(int Sample);")]
    [InlineData("decimal _price;")]
    [InlineData("dynamic _thing;")]
    [InlineData("int Processors() { return Environment.ProcessorCount; }")]
    [InlineData("int Hold(int value) { return Math.Clamp(value, 0, 127); }")]
    [InlineData("string Join(string[] names) { return string.Join(\",\", names); }")]
    [InlineData("string Swap(string name) { return name.Replace(\"a\", \"b\"); }")]
    [InlineData("void Fill(int[] values) { Array.Fill(values, 1); }")]
    [InlineData("void Copy(int[] from, int[] to) { Buffer.BlockCopy(from, 0, to, 0, 4); }")]
    [InlineData("void Fail() { throw new DivideByZeroException(); }")]
    [InlineData("object Watch() { return new System.Diagnostics.Stopwatch(); }")]
    [InlineData("int Sum(int[] values) { return System.Linq.Enumerable.Sum(values); }")]
    [InlineData("int Peek() { unsafe { int a = 0; return *&a; } }")]
    public void What_the_desktop_alone_has_does_not_compile(string members)
    {
        Assert.True(Sample.CompilesOnTheDesktop(Sample.Class(members)));
        Assert.Null(Sample.Compile(Sample.Class(members)).Image);
    }

    [Theory]
    [InlineData("void Send(System.Device.Spi.SpiDevice device, byte[] bytes) { device.Write(bytes, 0, 2); }")]
    [InlineData("SpanByte _kept;")]
    [InlineData("object Make() { return new SpanByte[3]; }")]
    public void What_the_chips_own_libraries_lack_does_not_compile(string members) => Assert.Null(Sample.Compile(Sample.Class(members)).Image);

    [Fact]
    public void Newer_syntax_than_the_chips_does_not_compile()
    {
        Assert.Null(Sample.Compile("namespace EcgChip.Device; class Sample { }").Image);
        Assert.Null(Sample.Compile("global using System; class Sample { }").Image);
        Assert.Null(Sample.Compile(Sample.Class("string Text => \"\"\"raw\"\"\";")).Image);
    }

    [Fact]
    public void The_compilers_sentence_names_file_and_line()
    {
        Refusal refusal = Assert.Single(Sample.Refusals("class Sample\n{\n    int _a = System.Environment.ProcessorCount;\n}"));
        Assert.Equal("Sample.cs(3)", refusal.Where);
        Assert.StartsWith("CS", refusal.Rule, System.StringComparison.Ordinal);
        Assert.NotEmpty(refusal.Sentence);
    }

    [Theory]
    [InlineData("string Name(int beat) { return beat switch { 0 => \"N\", 1 => \"S\", > 4 => \"?\", _ => \"V\" }; }")]
    [InlineData("int Code(string name) { switch (name) { case \"N\": return 0; case \"S\": return 1; case \"V\": return 2; case \"F\": return 3; case \"Q\": return 4; case \"?\": return 5; case \"+\": return 6; case \"~\": return 7; default: return 8; } }")]
    [InlineData("delegate int Pick(int a); int Run(Pick pick) { return pick(3); } int Use(int b) { return Run(a => a + 1) + Run(a => a + b); }")]
    [InlineData("string Text(int rate) { return $\"{rate} bpm\"; } string Both(string a, int b, object c) { return $\"{a}: {b} of {c}, {b}\"; }")]
    [InlineData("string Text(string a, string b) { return a + \": \" + b + 3; }")]
    [InlineData("int Read(int[] a) { try { return a[9]; } catch (IndexOutOfRangeException e) when (e.Message != null) { return -1; } finally { a[0] = 0; } }")]
    [InlineData("byte First(SpanByte bytes) { return bytes.Slice(1, 2)[0]; } byte Of(byte[] bytes) { return First(bytes); }")]
    [InlineData("int[][] Make() { int[][] rows = new int[3][]; rows[0] = new[] { 1, 2 }; return rows; }")]
    [InlineData("interface IJob { bool Step(); } class Job : IJob { public bool Step() { return true; } } bool Run(IJob job) { return job.Step(); }")]
    [InlineData("int Twice(int a) { int Add(int b) { return a + b; } static int Same(int b) { return b; } return Add(a) + Same(0); }")]
    [InlineData("readonly struct Pair { public readonly int A; public Pair(int a) { A = a; } } int Take(in Pair pair) { return pair.A; }")]
    [InlineData("int Take(object o) { return o is int i ? i : o is string { Length: 3 } s ? s[0] : 0; }")]
    [InlineData("int Sum(int[] a, string s) { int sum = 0; foreach (int v in a) { sum += v; } foreach (char c in s) { sum += c; } return sum; }")]
    [InlineData("object _gate = new object(); int _a; int Take() { lock (_gate) { return _a++; } }")]
    [InlineData("event EventHandler Done; void Finish() { Done?.Invoke(this, EventArgs.Empty); }")]
    [InlineData("int Rate { get; init; } string Name { get; } = nameof(Rate); int this[int i] => i;")]
    [InlineData("void Fail(int a) { if (a < 0) { throw new ArgumentOutOfRangeException(nameof(a)); } throw new InvalidOperationException(\"no\"); }")]
    [InlineData("static bool Split(long a, out int high, ref uint low) { high = (int)(a >> 32); low = (uint)a; return low >= 3u; }")]
    [InlineData("[Flags] enum Contact : byte { None = 0, Plus = 1 } bool Off(Contact c) { return c.HasFlag(Contact.Plus) || (c & Contact.Plus) != 0; }")]
    [InlineData("int Read(System.Device.Adc.AdcChannel channel) { return channel.ReadValue(); } ulong Now() { return nanoFramework.Hardware.Esp32.HighResTimer.GetCurrent(); }")]
    [InlineData("object Open() { return new System.Device.Spi.SpiDevice(new System.Device.Spi.SpiConnectionSettings(1, 5) { ClockFrequency = 40_000_000 }); }")]
    [InlineData("bool High(System.Device.Gpio.GpioPin pin) { return pin.Read() == System.Device.Gpio.PinValue.High; }")]
    [InlineData("class File : IDisposable { public void Dispose() { } } void Use() { using (var file = new File()) { } using var other = new File(); }")]
    public void What_the_chip_has_passes(string members) => Assert.Empty(Sample.Refusals(Sample.Class(members)));

    [Fact]
    public void Interpolation_uses_only_helpers_that_the_chip_has()
    {
        byte[] image = Sample.Compile(Sample.Class("string Text(int rate, string name) { return $\"{name}: {rate,4} bpm\"; }")).Image!;
        using Mono.Cecil.AssemblyDefinition assembly = Mono.Cecil.AssemblyDefinition.ReadAssembly(new System.IO.MemoryStream(image));
        Assert.Contains(
            assembly.MainModule.GetMemberReferences(),
            member => member.FullName.StartsWith("System.String System.String::Format(", System.StringComparison.Ordinal));
        Assert.Equal(["mscorlib"], assembly.MainModule.AssemblyReferences.Select(reference => reference.Name));
    }
}
