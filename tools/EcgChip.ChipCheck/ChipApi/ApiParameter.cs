using System;
using System.Collections.Generic;

namespace EcgChip.ChipCheck.ChipApi;

/// <summary>A parameter as a list has it.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Type">Its type as a documentation id writes it; ends with <c>@</c> when it is passed by reference.</param>
/// <param name="IsOut">True for <c>out</c>.</param>
/// <param name="DefaultValue">Text of its default value, or null.</param>
public sealed record ApiParameter(string Name, string Type, bool IsOut, string? DefaultValue)
{
    /// <summary>Takes the parameters from the documentation id's types and from the signature's names and default values.</summary>
    /// <exception cref="FormatException">The two have different numbers of parameters.</exception>
    public static IReadOnlyList<ApiParameter> ParseAll(string[] idTypes, string signature)
    {
        ArgumentNullException.ThrowIfNull(idTypes);
        ArgumentNullException.ThrowIfNull(signature);
        string[] texts = signature.Length == 0 ? [] : signature.Split(", ");
        if (texts.Length != idTypes.Length)
        {
            throw new FormatException($"({signature}) has not the {idTypes.Length} parameters of its documentation id.");
        }

        var parameters = new List<ApiParameter>(texts.Length);
        for (int i = 0; i < texts.Length; i++)
        {
            string[] sides = texts[i].Split(" = ", 2);
            string[] words = sides[0].Split(' ');
            parameters.Add(new ApiParameter(words[^1], idTypes[i], words[0] == "out", sides.Length > 1 ? sides[1] : null));
        }

        return parameters;
    }
}
