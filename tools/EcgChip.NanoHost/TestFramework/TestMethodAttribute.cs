using System;

namespace nanoFramework.TestFramework;

/// <summary>Says that a method without arguments is a test: it passes when it returns.</summary>
[AttributeUsage(AttributeTargets.Method)]
public class TestMethodAttribute : Attribute
{
}
