using System;

namespace EcgChip.Link;

/// <summary>The device could not be asked, or did not do what it was asked; the message says what and what to do about it.</summary>
public sealed class LinkException : Exception
{
    /// <summary>Something is wrong.</summary>
    public LinkException(string message, LinkFault fault, Exception? inner = null)
        : base(message, inner) => Fault = fault;

    /// <summary>What kind of thing it is.</summary>
    public LinkFault Fault { get; }
}
