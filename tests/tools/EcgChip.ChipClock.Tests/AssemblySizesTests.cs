using System;
using System.IO;
using Mono.Cecil;
using Mono.Cecil.Cil;

namespace EcgChip.ChipClock.Tests;

public sealed class AssemblySizesTests : IDisposable
{
    private readonly HandMadeAssembly made = new();

    public void Dispose() => made.Dispose();

    [Fact]
    public void Every_byte_of_il_every_table_and_every_literal_once_counts()
    {
        made.Add("Texts", il =>
        {
            il.Emit(OpCodes.Ldstr, "four");
            il.Emit(OpCodes.Pop);
            il.Emit(OpCodes.Ldstr, "four");
            il.Emit(OpCodes.Pop);
            il.Emit(OpCodes.Ldstr, "\u00e4");
            il.Emit(OpCodes.Pop);
            il.Emit(OpCodes.Ldarg_0);
            il.Emit(OpCodes.Ret);
        });
        made.AddTable("Numbers", new byte[100]);

        AssemblySizes sizes = AssemblySizes.Of(made.Save());

        Assert.Equal("MadeByHand", sizes.Name);
        Assert.Equal((3 * (5 + 1)) + 2, sizes.IlBytes);
        Assert.Equal(100 + 5 + 3, sizes.ConstantBytes);
    }

    [Fact]
    public void An_assembly_that_is_not_there_is_an_error() =>
        Assert.Throws<FileNotFoundException>(() => AssemblySizes.Of(Path.Combine(Path.GetTempPath(), Path.GetRandomFileName())));
}
