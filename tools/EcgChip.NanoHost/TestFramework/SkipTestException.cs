using System;

namespace nanoFramework.TestFramework;

/// <summary>A test cannot be run here; its message says why.</summary>
public class SkipTestException : Exception
{
    /// <summary>With the reason.</summary>
    public SkipTestException(string? message = null, Exception? innerException = null)
        : base(message, innerException)
    {
    }
}
