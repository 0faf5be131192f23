using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Reflection;

namespace EcgChip.NanoHost.Tests;

/// <summary>Writes reflected types and members the way nanoFramework's lists write them.</summary>
internal static class NanoSignature
{
    private static readonly Dictionary<Type, string> Keywords = new()
    {
        [typeof(void)] = "void", [typeof(bool)] = "bool", [typeof(byte)] = "byte", [typeof(char)] = "char", [typeof(double)] = "double",
        [typeof(int)] = "int", [typeof(long)] = "long", [typeof(object)] = "object", [typeof(sbyte)] = "sbyte", [typeof(short)] = "short",
        [typeof(string)] = "string", [typeof(uint)] = "uint", [typeof(ulong)] = "ulong", [typeof(ushort)] = "ushort",
    };

    /// <summary>Types that would collide with the desktop's stand in namespaces of their own; the firmware sees them under the chip's.</summary>
    public static string Name(Type type) => type.IsArray ? Name(type.GetElementType()!) + "[]" : (type.FullName ?? type.Name)
        .Replace("EcgChip.NanoHost.Storage.", "System.IO.", StringComparison.Ordinal)
        .Replace("EcgChip.NanoHost.Security.", "System.Security.Cryptography.", StringComparison.Ordinal)
        .Replace("EcgChip.NanoHost.Threading.", "System.Threading.", StringComparison.Ordinal)
        .Replace("EcgChip.NanoHost.Time.", "System.", StringComparison.Ordinal)
        .Replace('+', '.');

    public static IEnumerable<(string Id, string Signature)> Members(Type type)
    {
        const BindingFlags declared =
            BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly;
        if (type.IsEnum)
        {
            return type.GetFields(BindingFlags.Public | BindingFlags.Static).Select(field => (string.Create(
                CultureInfo.InvariantCulture, $"F:{Name(type)}.{field.Name} = {Convert.ToInt64(field.GetRawConstantValue(), CultureInfo.InvariantCulture)}"), ""));
        }

        IEnumerable<(string, string)> methods = type.GetMethods(declared).Where(IsVisible).Select(method => (MethodId(type, method), MethodText(method)));
        IEnumerable<(string, string)> constructors = type.GetConstructors(declared).Where(IsVisible)
            .Select(constructor => ($"M:{Name(type)}.#ctor{ParameterIds(constructor)}", $"{Access(constructor)}void .ctor({ParameterTexts(constructor)})"));
        IEnumerable<(string, string)> properties = type.GetProperties(declared).Where(property => property.GetAccessors(true).Any(IsVisible))
            .Select(property => (PropertyId(type, property), PropertyText(property)));
        IEnumerable<(string, string)> fields = type.GetFields(declared).Where(field => field.IsPublic || field.IsFamily)
            .Select(field => ($"F:{Name(type)}.{field.Name}", Text(field.FieldType)));
        return methods.Concat(constructors).Concat(properties).Concat(fields);
    }

    /// <summary>"sealed class", "struct", "enum : int": the words before the base types.</summary>
    public static string Kind(Type type)
    {
        if (type.IsEnum)
        {
            return "enum : " + Text(type.GetEnumUnderlyingType());
        }

        if (type.IsValueType)
        {
            return "struct";
        }

        string modifier = (type.IsAbstract, type.IsSealed) switch
        {
            (true, true) => "static ",
            (true, false) => "abstract ",
            (false, true) => "sealed ",
            _ => "",
        };
        return modifier + (type.IsInterface ? "interface" : "class");
    }

    private static bool IsVisible(MethodBase method) => method.IsPublic || method.IsFamily || method.IsFamilyOrAssembly;

    private static string MethodId(Type type, MethodInfo method) => $"M:{Name(type)}.{method.Name}{ParameterIds(method)}"
        + (method.Name is "op_Implicit" or "op_Explicit" ? "~" + Name(method.ReturnType) : "");

    private static string MethodText(MethodInfo method)
    {
        bool overrides = method.GetBaseDefinition() != method;
        bool isVirtual = method.IsVirtual && !method.IsFinal;
        string modifier = (method.IsStatic, method.IsAbstract, overrides, isVirtual) switch
        {
            (true, _, _, _) => "static ",
            (_, true, _, _) => "abstract ",
            (_, _, true, _) => "override ",
            (_, _, _, true) => "virtual ",
            _ => "",
        };
        return $"{Access(method)}{modifier}{Text(method.ReturnType)} {method.Name}({ParameterTexts(method)})";
    }

    private static string PropertyId(Type type, PropertyInfo property)
    {
        ParameterInfo[] indices = property.GetIndexParameters();
        string index = indices.Length == 0 ? "" : $"({string.Join(',', indices.Select(parameter => Name(parameter.ParameterType)))})";
        return $"P:{Name(type)}.{property.Name}{index}";
    }

    private static string PropertyText(PropertyInfo property)
    {
        string get = property.GetMethod is { } getter && IsVisible(getter) ? "get; " : "";
        string set = property.SetMethod is { } setter && IsVisible(setter) ? "set; " : "";
        string isStatic = property.GetAccessors(true)[0].IsStatic ? " static" : "";
        return $"{Text(property.PropertyType)} {{ {get}{set}}}{isStatic}";
    }

    private static string Access(MethodBase method) => method.IsPublic ? "" : "protected ";

    private static string ParameterIds(MethodBase method)
    {
        ParameterInfo[] parameters = method.GetParameters();
        return parameters.Length == 0 ? "" : $"({string.Join(',', parameters.Select(Id))})";
    }

    private static string Id(ParameterInfo parameter) => parameter.ParameterType.IsByRef
        ? Name(parameter.ParameterType.GetElementType()!) + "@" : Name(parameter.ParameterType);

    private static string ParameterTexts(MethodBase method) => string.Join(", ", method.GetParameters().Select(parameter =>
        (parameter.IsOut ? "out " : "") + $"{Text(parameter.ParameterType)} {parameter.Name}" + (parameter.HasDefaultValue ? $" = {Literal(parameter.DefaultValue)}" : "")));

    private static string Literal(object? value) => value switch
    {
        null => "null",
        string text => $"\"{text}\"",
        Enum => Convert.ToInt64(value, CultureInfo.InvariantCulture).ToString(CultureInfo.InvariantCulture),
        _ => Convert.ToString(value, CultureInfo.InvariantCulture)!,
    };

    private static string Text(Type type)
    {
        if (type.IsByRef)
        {
            return Text(type.GetElementType()!);
        }

        if (type.IsArray)
        {
            return Text(type.GetElementType()!) + "[]";
        }

        return Keywords.TryGetValue(type, out string? keyword) ? keyword : Name(type);
    }
}
