using System;
using System.Linq;
using EcgChip.Hub.Data;

namespace EcgChip.Hub.Listing;

/// <summary>Answers as addresses name them, the same as in the API's JSON.</summary>
internal static class AnswerNames
{
    private static readonly (string Name, ListedAnswer Answer)[] All =
        [("show-a-doctor", ListedAnswer.ShowADoctor), ("repeat", ListedAnswer.Repeat), ("no-finding", ListedAnswer.NoFinding)];

    /// <summary>The answer of a name.</summary>
    /// <returns>False where none is called so.</returns>
    internal static bool TryParse(string name, out ListedAnswer answer)
    {
        (string? found, answer) = All.FirstOrDefault(each => string.Equals(each.Name, name, StringComparison.OrdinalIgnoreCase));
        return found is not null;
    }
}
