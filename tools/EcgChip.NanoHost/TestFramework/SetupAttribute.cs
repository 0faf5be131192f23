using System;

namespace nanoFramework.TestFramework;

/// <summary>Says that a method is called before a class's tests, once.</summary>
[AttributeUsage(AttributeTargets.Method)]
public class SetupAttribute : Attribute
{
}
