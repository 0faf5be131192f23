using System;

namespace EcgChip.Hub;

/// <summary>What the hub was given cannot be used; the message says in one sentence what and what to do.</summary>
public sealed class HubException : Exception
{
    /// <summary>With its sentence.</summary>
    public HubException(string message)
        : base(message)
    {
    }

    /// <summary>With its sentence and what was behind it.</summary>
    public HubException(string message, Exception inner)
        : base(message, inner)
    {
    }

    /// <summary>Without a sentence: for serialisers and rules that ask for it.</summary>
    public HubException()
    {
    }
}
