using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using EcgChip.ChipCheck.ChipApi;
using EcgChip.ChipCheck.Compilation;
using Mono.Cecil;

namespace EcgChip.ChipCheck.Tests;

/// <summary>The generated assemblies say what the lists say, and nothing else.</summary>
public sealed class ReferenceAssembliesTests
{
    public static TheoryData<string> Assemblies => new(ChipLibraries.Default.Packages.Select(package => package.Assembly));

    [Theory]
    [MemberData(nameof(Assemblies))]
    public void Every_line_of_a_list_is_in_its_assembly(string assembly)
    {
        string[] lines = ChipLibraries.ReadList(assembly).Split('\n', StringSplitOptions.RemoveEmptyEntries);
        using AssemblyDefinition definition = Read(assembly);
        List<TypeDefinition> types = definition.MainModule.GetTypes().Where(type => type.IsPublic || type.IsNestedPublic).ToList();

        Assert.Equal(Ids(lines, 'T'), types.Select(type => DocumentationName(type)).Order(StringComparer.Ordinal));
        Assert.Equal(Ids(lines, 'M').Count(), types.Sum(type => type.Methods.Count));
        Assert.Equal(Ids(lines, 'P').Count(), types.Sum(type => type.Properties.Count));
        Assert.Equal(Ids(lines, 'E').Count(), types.Sum(type => type.Events.Count));
        Assert.Equal(Ids(lines, 'F').Count(), types.Sum(type => type.Fields.Count(field => field.IsPublic || field.IsFamily) - (type.IsEnum ? 1 : 0)));
    }

    [Theory]
    [MemberData(nameof(Assemblies))]
    public void An_assembly_refers_to_its_packages_closure_alone(string assembly)
    {
        using AssemblyDefinition definition = Read(assembly);
        ChipPackage package = ChipLibraries.Default.PackageOf(assembly)!;
        Assert.Equal(assembly, definition.Name.Name);
        Assert.Equal(package.AssemblyVersion, definition.Name.Version.ToString());
        IEnumerable<string> used = definition.MainModule.AssemblyReferences.Select(reference => reference.Name);
        Assert.Empty(used
            .Except(package.Development ? ["mscorlib"] : ChipLibraries.Default.Closure([assembly]).Select(needed => needed.Assembly)));
    }

    [Fact]
    public void The_core_library_stands_on_nothing()
    {
        using AssemblyDefinition definition = Read("mscorlib");
        Assert.Empty(definition.MainModule.AssemblyReferences);
    }

    [Fact]
    public void The_compiler_can_use_every_type_of_every_list()
    {
        IEnumerable<string> types = ReferenceAssemblies.Default.Lists
            .Where(list => ChipLibraries.Default.FirmwareAssemblies.Contains(list.Assembly))
            .SelectMany(list => list.Types)
            .Where(type => type.GenericArity == 0 && type.FullName != "System.Void")
            .Select(type => $"typeof(global::{type.FullName}),");
        CompiledFirmware compiled = Sample.Compile($"class All {{ static System.Type[] Types() {{ return new[] {{ {string.Join('\n', types)} }}; }} }}");
        Assert.Empty(compiled.Refusals);
    }

    [Theory]
    [InlineData("const int Day = (int)DayOfWeek.Saturday; const int Check = 1 / (Day == 6 ? 1 : 0);")]
    [InlineData("const int Check = 1 / (long.MinValue == -9223372036854775808 && ulong.MaxValue == 18446744073709551615 && char.MaxValue == '\\uffff' ? 1 : 0);")]
    [InlineData("const int Check = 1 / (System.Threading.Timeout.Infinite == -1 && TimeSpan.TicksPerDay == 864000000000 ? 1 : 0);")]
    public void Constants_have_the_lists_values(string members) => Assert.Empty(Sample.Refusals(Sample.Class(members)));

    [Fact]
    public void Default_values_outs_and_refs_are_the_lists()
    {
        Assert.Empty(Sample.Refusals(Sample.Class(
            """
            int Parse(string text) { return int.TryParse(text, out int value) ? Convert.ToInt32(text) + value : 0; }
            string Pad(string text) { return text.PadLeft(4); }
            int Next(ref int counter) { return System.Threading.Interlocked.Increment(ref counter); }
            object Bus() { return new System.Device.Spi.SpiConnectionSettings(1); }
            """)));
        Assert.NotEmpty(Sample.Refusals(Sample.Class("int Next(int counter) { return System.Threading.Interlocked.Increment(counter); }")));
    }

    [Fact]
    public void A_struct_of_the_library_must_be_assigned_before_use() =>
        Assert.Contains("CS0165", Sample.Rules(Sample.Class("long Ticks() { TimeSpan time; return time.Ticks; }")));

    [Fact]
    public void A_line_that_belongs_to_no_type_is_reported() =>
        Assert.Contains("Lost.Name", Assert.Throws<FormatException>(() => ApiList.Parse("x", "F:Lost.Name\tint\n")).Message, StringComparison.Ordinal);

    [Fact]
    public void The_packages_closure_holds_what_its_packages_need()
    {
        Assert.Equal(
            ["mscorlib", "nanoFramework.Runtime.Events", "System.Device.Gpio", "System.Device.Spi"],
            ChipLibraries.Default.Closure(["System.Device.Spi"]).Select(package => package.Assembly));
        Assert.Equal(7, ChipLibraries.Default.Closure(["System.Net.Sockets.TcpClient"]).Count);
    }

    private static AssemblyDefinition Read(string assembly) =>
        AssemblyDefinition.ReadAssembly(new MemoryStream(ReferenceAssemblies.Default.Image(assembly)));

    private static IEnumerable<string> Ids(string[] lines, char kind) =>
        lines.Where(line => line.StartsWith(kind + ":", StringComparison.Ordinal))
            .Select(line => line[2..].Split('\t')[0])
            .Order(StringComparer.Ordinal);

    private static string DocumentationName(TypeDefinition type) => type.FullName.Replace('/', '.');
}
