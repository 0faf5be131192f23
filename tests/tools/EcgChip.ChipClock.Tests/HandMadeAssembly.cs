using System;
using System.IO;
using System.Linq;
using Mono.Cecil;
using Mono.Cecil.Cil;

namespace EcgChip.ChipClock.Tests;

/// <summary>An assembly whose IL is written instruction by instruction, so that what executes can be counted by hand.</summary>
public sealed class HandMadeAssembly : IDisposable
{
    /// <summary>Full name of the type that holds all methods.</summary>
    public const string TypeName = "Made.ByHand";

    private readonly AssemblyDefinition assembly = AssemblyDefinition.CreateAssembly(
        new AssemblyNameDefinition("MadeByHand", new Version(1, 0)), "MadeByHand", ModuleKind.Dll);

    private readonly TypeDefinition type;
    private readonly string path = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName() + ".dll");

    public HandMadeAssembly()
    {
        type = new TypeDefinition(
            "Made", "ByHand", TypeAttributes.Public | TypeAttributes.Abstract | TypeAttributes.Sealed, assembly.MainModule.TypeSystem.Object);
        assembly.MainModule.Types.Add(type);
    }

    /// <summary>Adds a static method that takes one int and gives one int, with two int locals.</summary>
    public MethodDefinition Add(string name, Action<ILProcessor> write)
    {
        TypeReference int32 = assembly.MainModule.TypeSystem.Int32;
        var method = new MethodDefinition(name, MethodAttributes.Public | MethodAttributes.Static, int32);
        method.Parameters.Add(new ParameterDefinition(int32));
        method.Body.Variables.Add(new VariableDefinition(int32));
        method.Body.Variables.Add(new VariableDefinition(int32));
        method.Body.InitLocals = true;
        write(method.Body.GetILProcessor());
        type.Methods.Add(method);
        return method;
    }

    /// <summary>Adds a static field with data behind it, as array initialisers are kept.</summary>
    public void AddTable(string name, byte[] data)
    {
        ModuleDefinition module = assembly.MainModule;
        var shape = new TypeDefinition(
            "Made", name + "Shape", TypeAttributes.NotPublic | TypeAttributes.Sealed | TypeAttributes.ExplicitLayout,
            module.ImportReference(typeof(ValueType)))
        {
            ClassSize = data.Length,
            PackingSize = 1,
        };
        module.Types.Add(shape);
        type.Fields.Add(new FieldDefinition(name, FieldAttributes.Static | FieldAttributes.Assembly | FieldAttributes.HasFieldRVA, shape) { InitialValue = data });
    }

    /// <summary>Writes it.</summary>
    /// <returns>The path.</returns>
    public string Save()
    {
        assembly.Write(path);
        return path;
    }

    /// <summary>A reference to a constructor without parameters.</summary>
    public MethodReference Constructor<T>() => assembly.MainModule.ImportReference(typeof(T).GetConstructor(Type.EmptyTypes));

    /// <summary>A reference to a library's method.</summary>
    public MethodReference Method(System.Reflection.MethodInfo method) => assembly.MainModule.ImportReference(method);

    /// <summary>A reference to a type.</summary>
    public TypeReference Reference<T>() => assembly.MainModule.ImportReference(typeof(T));

    /// <summary>Rewrites and loads it.</summary>
    public InstructionCounter Count(InstructionCost? cost = null, System.Reflection.FieldInfo? ilMeter = null)
    {
        return new InstructionCounter([Save()], cost: cost, ilMeter: ilMeter);
    }

    /// <summary>Calls a method of the counted assembly.</summary>
    public static int Call(InstructionCounter counter, string method, int argument) =>
        (int)counter.Load("MadeByHand").GetType(TypeName, throwOnError: true)!.GetMethod(method)!.Invoke(null, [argument])!;

    public void Dispose()
    {
        assembly.Dispose();
        File.Delete(path);
    }
}
