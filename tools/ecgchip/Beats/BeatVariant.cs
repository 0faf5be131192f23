using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using EcgChip.Scoring;

namespace EcgChip.Cli.Beats;

/// <summary>The records, played in one way.</summary>
/// <param name="Name">In which way.</param>
/// <param name="Score">The comparison.</param>
/// <param name="Leads">Lead of each record that was played.</param>
public sealed record BeatVariant(string Name, Score Score, IReadOnlyList<string> Leads)
{
    /// <summary>The leads and how often each was played: "V1 18, V5 4".</summary>
    public string LeadCounts => string.Join(", ", Leads.GroupBy(lead => lead).OrderByDescending(group => group.Count())
        .Select(group => string.Create(CultureInfo.InvariantCulture, $"{group.Key} {group.Count()}")));
}
