using System;

namespace EcgChip.Cli.Flash;

/// <summary>A step of flashing failed; the message says what, and what to do.</summary>
internal sealed class FlashException(string message) : Exception(message);
