using System;

namespace TestFrameworkShared;

/// <summary>Something is not as a test asked.</summary>
public class AssertFailedException : Exception
{
    /// <summary>Without a message.</summary>
    public AssertFailedException()
    {
    }

    /// <summary>With what was asked and what was found.</summary>
    public AssertFailedException(string msg)
        : base(msg)
    {
    }

    /// <summary>With what was asked, what was found, and what went before.</summary>
    public AssertFailedException(string msg, Exception ex)
        : base(msg, ex)
    {
    }
}
