using System;

namespace EcgChip.Formats;

/// <summary>A recording cannot be used. The message is one sentence for the user: what is wrong, and what to do.</summary>
public sealed class RecordingException : Exception
{
    /// <summary>A recording that cannot be used, without saying why; prefer a message.</summary>
    public RecordingException()
        : base("The recording cannot be used.")
    {
    }

    /// <summary>A recording that cannot be used because of what <paramref name="message"/> says.</summary>
    public RecordingException(string message)
        : base(message)
    {
    }

    /// <summary>A recording that cannot be used, with the fault underneath.</summary>
    public RecordingException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}
