using System;
using System.Collections.Generic;
using System.Linq;

namespace EcgChip.NanoHost.Tests;

/// <summary>The host's device libraries against the lists of what nanoFramework's have.</summary>
public sealed class NanoApiTests
{
    private static readonly Dictionary<string, string> Listed = NanoApiList.Read();

    /// <summary>Everything public but the host's own seams, which stand in EcgChip.NanoHost itself.</summary>
    private static Type[] NanoTypes => [.. typeof(HostBoard).Assembly.GetExportedTypes().Where(type => type.Namespace != "EcgChip.NanoHost")];

    [Fact]
    public void Every_public_type_exists_on_the_chip_and_is_of_the_same_kind()
    {
        List<string> wrong = [];
        foreach (Type type in NanoTypes)
        {
            string id = "T:" + NanoSignature.Name(type);
            string kind = NanoSignature.Kind(type);
            if (!Listed.TryGetValue(id, out string? listed) || !(listed == kind || listed.StartsWith(kind + " : ", StringComparison.Ordinal)))
            {
                wrong.Add($"{id}: {kind}, on the chip: {listed ?? "nothing"}");
            }
        }

        Assert.NotEmpty(NanoTypes);
        Assert.Empty(wrong);
    }

    [Fact]
    public void Every_base_type_and_interface_is_one_that_the_chip_has_there()
    {
        List<string> wrong = [];
        foreach (Type type in NanoTypes.Where(type => !type.IsEnum))
        {
            IEnumerable<Type> parents = type.GetInterfaces().Except(type.BaseType?.GetInterfaces() ?? []);
            if (type.BaseType is { } parent && parent != typeof(object) && parent != typeof(ValueType))
            {
                parents = parents.Append(parent);
            }

            string listed = Listed.GetValueOrDefault("T:" + NanoSignature.Name(type), "");
            string[] names = listed.Contains(" : ", StringComparison.Ordinal) ? listed[(listed.IndexOf(" : ", StringComparison.Ordinal) + 3)..].Split(", ") : [];
            wrong.AddRange(parents.Select(NanoSignature.Name).Except(names).Select(name => $"{type} : {name}, on the chip: {listed}"));
        }

        Assert.Empty(wrong);
    }

    [Fact]
    public void Every_public_member_exists_on_the_chip_with_the_same_signature()
    {
        List<string> wrong = [];
        int members = 0;
        foreach ((string id, string signature) in NanoTypes.SelectMany(NanoSignature.Members))
        {
            members++;
            if (!Listed.TryGetValue(id, out string? listed))
            {
                wrong.Add($"{id}: not on the chip");
            }
            else if (listed != signature)
            {
                wrong.Add($"{id}: {signature}, on the chip: {listed}");
            }
        }

        Assert.True(members > 100, $"Only {members} members were compared.");
        Assert.Empty(wrong);
    }

    [Fact]
    public void A_member_that_the_chip_lacks_would_be_noticed()
    {
        (string Id, string Signature)[] members = [.. NanoSignature.Members(typeof(string))];

        Assert.Contains(members, member => member.Id == "M:System.String.Replace(System.Char,System.Char)" && !Listed.ContainsKey(member.Id));
        Assert.Contains(members, member => Listed.GetValueOrDefault(member.Id) == member.Signature);
    }
}
