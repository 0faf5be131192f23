using System;

namespace nanoFramework.TestFramework;

/// <summary>Says that a method is called after a class's tests, once.</summary>
[AttributeUsage(AttributeTargets.Method)]
public class CleanupAttribute : Attribute
{
}
