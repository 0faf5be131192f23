using System;
using System.Collections.Generic;
using System.Linq;
using EcgChip.ChipCheck.ChipApi;
using Mono.Cecil;

namespace EcgChip.ChipCheck.Compilation;

/// <summary>Writes the members of one type of a reference assembly.</summary>
internal sealed class ReferenceMemberWriter
{
    private readonly ApiType _entry;
    private readonly TypeDefinition _type;
    private readonly TypeNames _names;

    /// <param name="entry">The type as its list has it.</param>
    /// <param name="type">The type that is being written.</param>
    /// <param name="names">What the names mean.</param>
    public ReferenceMemberWriter(ApiType entry, TypeDefinition type, TypeNames names)
    {
        _entry = entry;
        _type = type;
        _names = names;
    }

    /// <summary>Adds every member.</summary>
    public void Write()
    {
        if (_entry.Kind == ApiKind.Enum)
        {
            WriteEnum();
            return;
        }

        NameTypeParameters();
        foreach (ApiMember member in _entry.Members.Where(member => member.Kind == 'F'))
        {
            WriteField(member);
        }

        foreach (ApiMember member in _entry.Members.Where(member => member.Kind == 'M'))
        {
            WriteMethod(member);
        }

        foreach (ApiMember member in _entry.Members.Where(member => member.Kind == 'P'))
        {
            WriteProperty(member);
        }

        foreach (ApiMember member in _entry.Members.Where(member => member.Kind == 'E'))
        {
            _type.Events.Add(new EventDefinition(member.Name, EventAttributes.None, _names.Resolve(member.Type))
            {
                AddMethod = Accessor("add_" + member.Name, 1),
                RemoveMethod = Accessor("remove_" + member.Name, 1),
            });
        }
    }

    private void WriteEnum()
    {
        string underlying = _entry.Bases[0];
        _type.Fields.Add(new FieldDefinition(
            "value__",
            FieldAttributes.Public | FieldAttributes.SpecialName | FieldAttributes.RTSpecialName,
            _names.Resolve(underlying)));
        foreach (ApiMember member in _entry.Members)
        {
            _type.Fields.Add(new FieldDefinition(
                member.Name, FieldAttributes.Public | FieldAttributes.Static | FieldAttributes.Literal | FieldAttributes.HasDefault, _type)
            {
                Constant = ApiText.Literal(member.Value!, ApiText.FullName(underlying)),
            });
        }
    }

    /// <summary>
    /// A list numbers type parameters in its ids and names them in its signatures; the only one that can be missing from the ids is the
    /// last, which is returned.
    /// </summary>
    private void NameTypeParameters()
    {
        if (_type.GenericParameters.Count > 0 && _entry.Members.FirstOrDefault(member => member.Name == "Invoke") is { } invoke
            && _names.Entry(invoke.Type) is null)
        {
            _type.GenericParameters[^1].Name = invoke.Type;
        }
    }

    private void WriteField(ApiMember member)
    {
        FieldAttributes attributes = member.Modifiers.Contains("protected") ? FieldAttributes.Family : FieldAttributes.Public;
        bool isConstant = member.Modifiers.Contains("const");
        if (isConstant)
        {
            attributes |= FieldAttributes.Static | FieldAttributes.Literal | FieldAttributes.HasDefault;
        }

        if (member.Modifiers.Contains("static"))
        {
            attributes |= FieldAttributes.Static;
        }

        if (member.Modifiers.Contains("readonly"))
        {
            attributes |= FieldAttributes.InitOnly;
        }

        var field = new FieldDefinition(member.Name, attributes, _names.Resolve(member.Type));
        if (isConstant)
        {
            field.Constant = ApiText.Literal(member.Value!, ApiText.FullName(member.Type));
        }

        _type.Fields.Add(field);
    }

    private void WriteMethod(ApiMember member)
    {
        var method = new MethodDefinition(member.Name, MethodAttributesOf(member), _names.Resolve(member.Type, _type))
        {
            ImplAttributes = _entry.Kind == ApiKind.Delegate ? MethodImplAttributes.Runtime : MethodImplAttributes.InternalCall,
        };
        if (method.IsAbstract)
        {
            method.ImplAttributes = MethodImplAttributes.IL;
        }

        foreach (ApiParameter parameter in member.Parameters)
        {
            method.Parameters.Add(Parameter(parameter));
        }

        if (_entry.FullName == "System.String" && ReferenceSupplements.StringMethodsWithParams.Contains(member.Name)
            && member.Parameters.Count > 0 && member.Parameters[^1].Type.EndsWith("[]", StringComparison.Ordinal))
        {
            var constructor = new MethodReference(".ctor", _names.Resolve("void"), _names.ResolveDefinition("System.ParamArrayAttribute")) { HasThis = true };
            method.Parameters[^1].CustomAttributes.Add(new CustomAttribute(constructor));
        }

        _type.Methods.Add(method);
    }

    private MethodAttributes MethodAttributesOf(ApiMember member)
    {
        MethodAttributes attributes = MethodAttributes.HideBySig
            | (member.Modifiers.Contains("protected") ? MethodAttributes.Family : MethodAttributes.Public);
        if (_entry.Kind == ApiKind.Interface)
        {
            return attributes | MethodAttributes.Abstract | MethodAttributes.Virtual | MethodAttributes.NewSlot | SpecialName(member);
        }

        if (member.Modifiers.Contains("static"))
        {
            attributes |= MethodAttributes.Static;
        }

        if (member.Modifiers.Contains("abstract"))
        {
            attributes |= MethodAttributes.Abstract | MethodAttributes.Virtual | MethodAttributes.NewSlot;
        }
        else if (member.Modifiers.Contains("virtual"))
        {
            attributes |= MethodAttributes.Virtual | MethodAttributes.NewSlot;
        }
        else if (member.Modifiers.Contains("override"))
        {
            attributes |= MethodAttributes.Virtual;
        }

        if (member.Modifiers.Contains("sealed"))
        {
            attributes |= MethodAttributes.Final;
        }

        return attributes | SpecialName(member);
    }

    private static MethodAttributes SpecialName(ApiMember member)
    {
        if (member.Name == ".ctor")
        {
            return MethodAttributes.SpecialName | MethodAttributes.RTSpecialName;
        }

        string[] prefixes = ["get_", "set_", "add_", "remove_", "op_"];
        return prefixes.Any(prefix => member.Name.StartsWith(prefix, StringComparison.Ordinal)) ? MethodAttributes.SpecialName : 0;
    }

    private ParameterDefinition Parameter(ApiParameter parameter)
    {
        ParameterAttributes attributes = parameter.IsOut ? ParameterAttributes.Out : ParameterAttributes.None;
        var result = new ParameterDefinition(parameter.Name, attributes, _names.Resolve(parameter.Type, _type));
        if (parameter.DefaultValue is not null)
        {
            result.Attributes |= ParameterAttributes.Optional | ParameterAttributes.HasDefault;
            result.Constant = ApiText.Literal(parameter.DefaultValue, ConstantType(parameter));
        }

        return result;
    }

    /// <summary>A default value is stored in the type that an enumeration counts in; null, in none.</summary>
    private string? ConstantType(ApiParameter parameter) =>
        parameter.DefaultValue == "null" ? null
        : _names.Entry(parameter.Type) is { Kind: ApiKind.Enum } enumeration ? ApiText.FullName(enumeration.Bases[0])
        : parameter.Type;

    private void WriteProperty(ApiMember member)
    {
        var property = new PropertyDefinition(member.Name, PropertyAttributes.None, _names.Resolve(member.Type))
        {
            GetMethod = Accessor("get_" + member.Name, member.Parameters.Count),
            SetMethod = Accessor("set_" + member.Name, member.Parameters.Count + 1),
        };
        property.HasThis = !member.Modifiers.Contains("static");
        _type.Properties.Add(property);
    }

    private MethodDefinition? Accessor(string name, int parameters) =>
        _type.Methods.FirstOrDefault(method => method.Name == name && method.Parameters.Count == parameters);
}
