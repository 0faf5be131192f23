using System;

namespace EcgChip.WeightsGen;

/// <summary>What the user gave cannot be used; the message is the one sentence that is shown, and the exit code is 2.</summary>
public sealed class InputException : Exception
{
    /// <summary>Without a sentence.</summary>
    public InputException()
    {
    }

    /// <summary>With the sentence that says what is wrong and what to do.</summary>
    public InputException(string message)
        : base(message)
    {
    }

    /// <summary>With the sentence that says what is wrong and what to do, and the cause.</summary>
    public InputException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}
