using System;

namespace EcgChip.Link.Sync;

/// <summary>A sync cannot go on; the message is one sentence that says what and what to do. What was collected until then stays collected.</summary>
public sealed class SyncException : Exception
{
    /// <summary>Something is wrong.</summary>
    /// <param name="message">What, and what to do.</param>
    /// <param name="isUnusable">True when an argument or a file of the user's is at fault.</param>
    /// <param name="inner">What came of it.</param>
    public SyncException(string message, bool isUnusable = false, Exception? inner = null)
        : base(message, inner) => IsUnusable = isUnusable;

    /// <summary>True when an argument or a file of the user's is at fault.</summary>
    public bool IsUnusable { get; }
}
