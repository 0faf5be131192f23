using System;
using System.Collections.Generic;
using System.Linq;

namespace EcgChip.ChipCheck.ChipApi;

/// <summary>One line of a list that is not a type, taken apart.</summary>
public sealed record ApiMember
{
    private static readonly HashSet<string> KnownModifiers =
        new(["static", "readonly", "const", "protected", "virtual", "abstract", "override", "sealed", "native"], StringComparer.Ordinal);

    private ApiMember(char kind, string name)
    {
        Kind = kind;
        Name = name;
    }

    /// <summary>F field, M method, P property, E event.</summary>
    public char Kind { get; }

    /// <summary>Its name; <c>.ctor</c> for a constructor.</summary>
    public string Name { get; }

    /// <summary>Type of the field, property or event, or what the method returns, in C# words.</summary>
    public string Type { get; private init; } = "void";

    /// <summary>Some of static, readonly, const, protected, virtual, abstract, override, sealed, native.</summary>
    public IReadOnlySet<string> Modifiers { get; private init; } = new HashSet<string>();

    /// <summary>Parameters of a method or an indexer.</summary>
    public IReadOnlyList<ApiParameter> Parameters { get; private init; } = [];

    /// <summary>Text of a constant's value, null for everything else.</summary>
    public string? Value { get; private init; }

    /// <summary>Takes a line apart.</summary>
    /// <param name="documentationId">The documentation id, <c>M:System.Array.Copy(System.Array,...)</c>.</param>
    /// <param name="typeName">The part of it that names the type.</param>
    /// <param name="signature">What stands behind the tab; for a value of an enumeration, the id's own <c>= value</c>.</param>
    public static ApiMember Parse(string documentationId, string typeName, string signature)
    {
        ArgumentNullException.ThrowIfNull(documentationId);
        ArgumentNullException.ThrowIfNull(typeName);
        ArgumentNullException.ThrowIfNull(signature);
        string rest = documentationId[(2 + typeName.Length + 1)..];
        int end = rest.IndexOfAny(['(', '~']);
        string name = (end < 0 ? rest : rest[..end]).Replace('#', '.');
        string[] idTypes = end >= 0 && rest[end] == '(' ? ApiText.SplitTypes(rest[(end + 1)..rest.LastIndexOf(')')]) : [];
        return documentationId[0] switch
        {
            'M' => Method(name, idTypes, signature),
            'P' => Property(name, idTypes, signature),
            'F' => Field(name, signature),
            _ => Plain(documentationId[0], name, signature),
        };
    }

    private static ApiMember Method(string name, string[] idTypes, string signature)
    {
        int open = signature.IndexOf(name + "(", StringComparison.Ordinal);
        int close = signature.LastIndexOf(')');
        string inner = signature[(open + name.Length + 1)..close];
        string[] before = signature[..open].Split(' ', StringSplitOptions.RemoveEmptyEntries);
        string after = signature[(close + 1)..].Trim();
        return new ApiMember('M', name)
        {
            Type = before[^1],
            Modifiers = before[..^1].Append(after).Where(KnownModifiers.Contains).ToHashSet(StringComparer.Ordinal),
            Parameters = ApiParameter.ParseAll(idTypes, inner),
        };
    }

    private static ApiMember Property(string name, string[] idTypes, string signature)
    {
        int brace = signature.IndexOf('{', StringComparison.Ordinal);
        string[] words = signature[..brace].Split(' ', StringSplitOptions.RemoveEmptyEntries);
        string after = signature[(signature.LastIndexOf('}') + 1)..].Trim();
        return new ApiMember('P', name)
        {
            Type = words[0],
            Modifiers = after.Split(' ').Where(KnownModifiers.Contains).ToHashSet(StringComparer.Ordinal),
            Parameters = idTypes.Select((type, index) => new ApiParameter($"index{index}", type, false, null)).ToList(),
        };
    }

    private static ApiMember Field(string name, string signature)
    {
        int equals = signature.IndexOf("= ", StringComparison.Ordinal);
        return Plain('F', name, equals < 0 ? signature : signature[..equals]) with
        {
            Value = equals < 0 ? null : signature[(equals + 2)..],
        };
    }

    private static ApiMember Plain(char kind, string name, string signature)
    {
        string[] words = signature.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return new ApiMember(kind, name)
        {
            Type = words.FirstOrDefault(word => !KnownModifiers.Contains(word)) ?? "",
            Modifiers = words.Where(KnownModifiers.Contains).ToHashSet(StringComparer.Ordinal),
        };
    }
}
