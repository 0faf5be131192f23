using System;
using System.Collections.Generic;
using System.Linq;
using System.Reflection;
using System.Runtime.ExceptionServices;
using nanoFramework.TestFramework;

namespace EcgChip.Firmware.NanoTests.Desktop;

/// <summary>A test for the chip, found by reflection and run as the chip's launcher does: set-up, the method, clean-up.</summary>
internal sealed class NanoTest(Type type, MethodInfo method)
{
    /// <summary>Class and method.</summary>
    public string Name => $"{type.Name}.{method.Name}";

    /// <summary>Every test of an assembly.</summary>
    public static IEnumerable<NanoTest> In(Assembly assembly) =>
        from type in assembly.GetTypes()
        where type.GetCustomAttribute<TestClassAttribute>(inherit: false) is not null && !type.IsAbstract
        from test in Of(type)
        select test;

    /// <summary>Every test of a class.</summary>
    public static IEnumerable<NanoTest> Of(Type type) => With<TestMethodAttribute>(type).Select(method => new NanoTest(type, method));

    /// <summary>Runs the test.</summary>
    /// <exception cref="TestFrameworkShared.AssertFailedException">Something is not as it asked.</exception>
    /// <exception cref="SkipTestException">It cannot be run here.</exception>
    public void Run()
    {
        object instance = Activator.CreateInstance(type)!;
        try
        {
            CallAll<SetupAttribute>(instance);
            Call(method, instance);
        }
        finally
        {
            CallAll<CleanupAttribute>(instance);
        }
    }

    private static IEnumerable<MethodInfo> With<TAttribute>(Type type)
        where TAttribute : Attribute =>
        type.GetMethods().Where(method => method.GetCustomAttribute<TAttribute>() is not null).OrderBy(method => method.Name, StringComparer.Ordinal);

    private void CallAll<TAttribute>(object instance)
        where TAttribute : Attribute
    {
        foreach (MethodInfo called in With<TAttribute>(type))
        {
            Call(called, instance);
        }
    }

    private static void Call(MethodInfo method, object instance)
    {
        try
        {
            method.Invoke(instance, null);
        }
        catch (TargetInvocationException thrown) when (thrown.InnerException is not null)
        {
            ExceptionDispatchInfo.Throw(thrown.InnerException);
        }
    }
}
