using System;
using System.Collections.Generic;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace EcgChip.ChipCheck.ChipApi;

/// <summary>The words of the lists: C# keywords for types, literals, and the types inside a documentation id.</summary>
public static class ApiText
{
    private static readonly Dictionary<string, string> Keywords = new(StringComparer.Ordinal)
    {
        ["void"] = "System.Void",
        ["object"] = "System.Object",
        ["string"] = "System.String",
        ["bool"] = "System.Boolean",
        ["char"] = "System.Char",
        ["sbyte"] = "System.SByte",
        ["byte"] = "System.Byte",
        ["short"] = "System.Int16",
        ["ushort"] = "System.UInt16",
        ["int"] = "System.Int32",
        ["uint"] = "System.UInt32",
        ["long"] = "System.Int64",
        ["ulong"] = "System.UInt64",
        ["float"] = "System.Single",
        ["double"] = "System.Double",
    };

    /// <summary>Full name of the type that a C# keyword stands for; any other name is given back as it is.</summary>
    public static string FullName(string word) => Keywords.GetValueOrDefault(word, word);

    /// <summary>Splits <c>System.Int32,System.Byte[]</c>.</summary>
    public static string[] SplitTypes(string types)
    {
        ArgumentNullException.ThrowIfNull(types);
        return types.Split(',', StringSplitOptions.RemoveEmptyEntries);
    }

    /// <summary>
    /// Value of a constant: what a C# literal says, as the type asks for.
    /// </summary>
    /// <param name="text"><c>-1</c>, <c>'\u0020'</c>, <c>"text"</c>, <c>5E-324</c>, <c>NaN</c>, <c>-Infinity</c>, <c>False</c>, <c>null</c>.</param>
    /// <param name="type">Full name of the type, or null to leave it to the literal.</param>
    public static object? Literal(string text, string? type)
    {
        ArgumentNullException.ThrowIfNull(text);
        object? value = text switch
        {
            "null" => null,
            "NaN" => double.NaN,
            "Infinity" => double.PositiveInfinity,
            "-Infinity" => double.NegativeInfinity,
            "True" or "true" => true,
            "False" or "false" => false,
            _ => Number(text, type),
        };
        return value is null || type is null ? value : Convert.ChangeType(value, ClrType(type), System.Globalization.CultureInfo.InvariantCulture);
    }

    private static object? Number(string text, string? type)
    {
        if (type is "System.Double" or "System.Single")
        {
            return double.Parse(text, System.Globalization.CultureInfo.InvariantCulture);
        }

        if (text[0] is '"' or '\'')
        {
            return ((LiteralExpressionSyntax)SyntaxFactory.ParseExpression(text)).Token.Value;
        }

        return type == "System.UInt64"
            ? ulong.Parse(text, System.Globalization.CultureInfo.InvariantCulture)
            : long.Parse(text, System.Globalization.CultureInfo.InvariantCulture);
    }

    private static Type ClrType(string fullName) =>
        typeof(object).Assembly.GetType(fullName) ?? throw new FormatException($"{fullName} is no type for a constant.");
}
