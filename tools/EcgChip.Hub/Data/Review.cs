using System;
using System.Collections.Generic;

namespace EcgChip.Hub.Data;

/// <summary>What a doctor said of a recording, beside what the device did. Never changed: a later review follows it, and the last one holds.</summary>
public sealed class Review
{
    /// <summary>Number of the review.</summary>
    public long Id { get; set; }

    /// <summary>The device.</summary>
    public long DeviceId { get; set; }

    /// <summary>Number of the record on its device.</summary>
    public int Sequence { get; set; }

    /// <summary>Place among the reviews of the record, from 1 on. Two doctors who judge at the same time cannot both be the third.</summary>
    public int Place { get; set; }

    /// <summary>When it was made, UTC.</summary>
    public DateTime At { get; set; }

    /// <summary>Who made it.</summary>
    public required string ReviewerId { get; set; }

    /// <summary>That user's name at the time.</summary>
    public required string Reviewer { get; set; }

    /// <summary>What it came to.</summary>
    public Verdict Verdict { get; set; }

    /// <summary>The answer that holds from now on.</summary>
    public ListedAnswer Answer { get; set; }

    /// <summary>In the doctor's words; empty when there are none.</summary>
    public required string Note { get; set; }

    /// <summary>What was said of findings.</summary>
    public List<ReviewedFinding> Findings { get; } = [];

    /// <summary>Beats whose class was changed, added or struck out.</summary>
    public List<ReviewedBeat> Beats { get; } = [];
}

/// <summary>What a review came to.</summary>
public enum Verdict
{
    /// <summary>The device was right in all.</summary>
    Confirmed = 0,

    /// <summary>Something of it was corrected.</summary>
    Corrected = 1,

    /// <summary>Another doctor is asked: the recording goes on waiting.</summary>
    SecondOpinion = 2,
}

/// <summary>What a review says of one finding.</summary>
public sealed class ReviewedFinding
{
    /// <summary>The review.</summary>
    public long ReviewId { get; set; }

    /// <summary>Code of the finding, as the record's format has it.</summary>
    public int Code { get; set; }

    /// <summary>True where the doctor sees it, false where the device found it wrongly.</summary>
    public bool Present { get; set; }
}

/// <summary>What a review says of one beat, against what the device found.</summary>
public sealed class ReviewedBeat
{
    /// <summary>The review.</summary>
    public long ReviewId { get; set; }

    /// <summary>Sample of the R peak: one of the device's, or where it missed one.</summary>
    public int Sample { get; set; }

    /// <summary>The class that it is of, 0 to 4 for N, S, V, F, Q; null where there is no beat.</summary>
    public int? Class { get; set; }
}
