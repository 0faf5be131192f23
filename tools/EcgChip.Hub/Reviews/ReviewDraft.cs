using System;
using System.Collections.Generic;
using EcgChip.Formats;
using EcgChip.Hub.Data;

namespace EcgChip.Hub.Reviews;

/// <summary>What a doctor says of a recording, before it is checked and kept.</summary>
/// <param name="Answer">The answer that holds from now on.</param>
/// <param name="Findings">Codes of all findings that the doctor sees; null where those of the device stand as they are.</param>
/// <param name="Beats">Beats to change.</param>
/// <param name="Note">In the doctor's words; null for none.</param>
/// <param name="AsksAnother">True where another doctor is asked.</param>
/// <param name="Seen">Reviews that were there when the doctor looked; null where that does not matter.</param>
public sealed record ReviewDraft(
    ListedAnswer Answer, IReadOnlyCollection<int>? Findings, IReadOnlyCollection<BeatChange> Beats, string? Note, bool AsksAnother, int? Seen);

/// <summary>A beat as a doctor sees it.</summary>
/// <param name="Sample">Sample of its R peak.</param>
/// <param name="Class">Its class; null where there is no beat.</param>
public sealed record BeatChange(int Sample, AamiClass? Class);

/// <summary>What came of a review.</summary>
public enum ReviewResult
{
    /// <summary>It is kept and holds.</summary>
    Kept,

    /// <summary>Somebody else reviewed the recording in between; nothing was kept.</summary>
    Overtaken,
}

/// <summary>A review cannot be of this recording; the message says why.</summary>
public sealed class ReviewException : Exception
{
    /// <summary>With its sentence.</summary>
    public ReviewException(string message)
        : base(message)
    {
    }

    /// <summary>With its sentence and what was behind it.</summary>
    public ReviewException(string message, Exception inner)
        : base(message, inner)
    {
    }

    /// <summary>Without a sentence.</summary>
    public ReviewException()
    {
    }
}
