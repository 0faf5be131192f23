using System;

namespace nanoFramework.TestFramework;

/// <summary>Says that tests are in a class.</summary>
[AttributeUsage(AttributeTargets.Class)]
public class TestClassAttribute : Attribute
{
}
