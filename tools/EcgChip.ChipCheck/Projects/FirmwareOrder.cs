using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;

namespace EcgChip.ChipCheck.Projects;

/// <summary>Puts projects into an order in which each comes after those that it uses.</summary>
public static class FirmwareOrder
{
    /// <summary>The projects in order; a reference to a project that is not among them is passed by.</summary>
    /// <param name="projects">The projects.</param>
    /// <param name="name">Name of a project.</param>
    /// <param name="references">Names of the projects that it uses.</param>
    /// <exception cref="InvalidDataException">Projects use one another in a circle.</exception>
    public static IReadOnlyList<T> Sort<T>(IReadOnlyCollection<T> projects, Func<T, string> name, Func<T, IEnumerable<string>> references)
    {
        ArgumentNullException.ThrowIfNull(projects);
        List<T> open = projects.OrderBy(name, StringComparer.Ordinal).ToList();
        var sorted = new List<T>(open.Count);
        while (open.Count > 0)
        {
            T? next = open.FirstOrDefault(project => references(project).All(used => !open.Select(name).Contains(used)));
            if (next is null)
            {
                throw new InvalidDataException($"These projects use one another in a circle: {string.Join(", ", open.Select(name))}.");
            }

            open.Remove(next);
            sorted.Add(next);
        }

        return sorted;
    }
}
