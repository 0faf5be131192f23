using System;

namespace EcgChip.Cli;

/// <summary>Input or arguments are unusable; the message is one sentence that says what and what to do.</summary>
public sealed class UnusableInputException : Exception
{
    /// <summary>Input that is unusable for no reason that could be told.</summary>
    public UnusableInputException()
        : this("The input is unusable.")
    {
    }

    /// <summary>Unusable input.</summary>
    public UnusableInputException(string message)
        : base(message)
    {
    }

    /// <summary>Unusable input, and what came of it.</summary>
    public UnusableInputException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}
