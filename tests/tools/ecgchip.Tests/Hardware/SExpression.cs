using System;
using System.Collections.Generic;
using System.Linq;
using System.Text;

namespace EcgChip.Cli.Tests.Hardware;

/// <summary>A list in brackets, as KiCad's files are made of: its words, and the lists in it.</summary>
internal sealed class SExpression
{
    private readonly List<string> items = [];
    private readonly List<SExpression> lists = [];

    /// <summary>Its words, the first being its name.</summary>
    public IReadOnlyList<string> Items => items;

    public string Name => items[0];

    /// <summary>The word behind the name.</summary>
    public string Value => items[1];

    /// <summary>The one list of that name in it.</summary>
    public SExpression this[string name] => lists.Single(list => list.Name == name);

    public IEnumerable<SExpression> Children(string name) => lists.Where(list => list.Name == name);

    /// <summary>Lists of that name at any depth.</summary>
    public IEnumerable<SExpression> All(string name) => lists.SelectMany(list => list.All(name)).Concat(Children(name));

    public static SExpression Parse(string text)
    {
        int at = 0;
        SExpression root = ParseList(text, ref at);
        Assert.Equal("", text[at..].Trim());
        return root;
    }

    private static SExpression ParseList(string text, ref int at)
    {
        SExpression list = new();
        Assert.Equal('(', text[at++]);
        while (text[at] != ')')
        {
            if (char.IsWhiteSpace(text[at]))
            {
                at++;
            }
            else if (text[at] == '(')
            {
                list.lists.Add(ParseList(text, ref at));
            }
            else
            {
                list.items.Add(text[at] == '"' ? Quoted(text, ref at) : Word(text, ref at));
            }
        }

        at++;
        return list;
    }

    private static string Quoted(string text, ref int at)
    {
        StringBuilder word = new();
        for (at++; text[at] != '"'; at++)
        {
            at += text[at] == '\\' ? 1 : 0;
            word.Append(text[at]);
        }

        at++;
        return word.ToString();
    }

    private static string Word(string text, ref int at)
    {
        int from = at;
        while (!char.IsWhiteSpace(text[at]) && text[at] is not ('(' or ')'))
        {
            at++;
        }

        return text[from..at];
    }
}
