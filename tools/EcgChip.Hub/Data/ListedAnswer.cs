namespace EcgChip.Hub.Data;

/// <summary>What a recording says to who made it, the most urgent first.</summary>
public enum ListedAnswer
{
    /// <summary>A doctor should see it.</summary>
    ShowADoctor = 0,

    /// <summary>Too little of it is good to judge, or no answer can be read: it should be made again.</summary>
    Repeat = 1,

    /// <summary>Nothing was found.</summary>
    NoFinding = 2,
}
