using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Text;
using EcgChip.Inference;

namespace EcgChip.WeightsGen.Emission;

/// <summary>From values to C# text; every function gives whole lines that end in a line feed, or a piece of one.</summary>
public static class CSharpText
{
    /// <summary>Longest line that is written.</summary>
    public const int LongestLine = 140;

    /// <summary>
    /// Numbers with commas between, as many a line as fit: <c>Numbers([1, -2, 3], "    ")</c> is <c>"    1, -2, 3,\n"</c>.
    /// </summary>
    public static string Numbers(IEnumerable<int> values, string indent)
    {
        ArgumentNullException.ThrowIfNull(values);
        ArgumentNullException.ThrowIfNull(indent);
        StringBuilder text = new();
        StringBuilder line = new();
        foreach (int value in values)
        {
            string piece = value.ToString(CultureInfo.InvariantCulture) + ",";
            if (line.Length > 0 && indent.Length + line.Length + 1 + piece.Length > LongestLine)
            {
                text.Append(indent).Append(line).Append('\n');
                line.Clear();
            }

            line.Append(line.Length > 0 ? " " : string.Empty).Append(piece);
        }

        return line.Length > 0 ? text.Append(indent).Append(line).Append('\n').ToString() : text.ToString();
    }

    /// <summary>
    /// A method that makes an array: <c>ArrayMethod("sbyte", "Conv1Weights", [1, 2])</c> is
    /// <c>private static sbyte[] Conv1Weights()</c> with <c>return new sbyte[] { 1, 2, };</c> over several lines.
    /// </summary>
    public static string ArrayMethod(string type, string name, IEnumerable<int> values) =>
        $"        private static {type}[] {name}()\n        {{\n            return new {type}[]\n            {{\n"
        + Numbers(values, new string(' ', 16))
        + "            };\n        }\n";

    /// <summary>
    /// The method that chooses a layer's array: <c>Chooser("int", "Biases", ["Conv1", null])</c> has <c>case 0: return Conv1Biases();</c>
    /// and gives null for every other layer.
    /// </summary>
    public static string Chooser(string type, string name, IReadOnlyList<string?> prefixes)
    {
        IEnumerable<string> cases = prefixes.Select((prefix, index) => prefix is null ? string.Empty : $"                case {index}: return {prefix}{name}();\n");
        return $"        /// <inheritdoc/>\n        public override {type}[] {name}(int layer)\n        {{\n            switch (layer)\n            {{\n"
            + string.Concat(cases)
            + "                default: return null;\n            }\n        }\n";
    }

    /// <summary>
    /// The method that chooses a part of a layer's weights: <c>PartChooser(["Conv1", null], [2, 0])</c> has
    /// <c>case 0: return part == 0 ? Conv1Weights0() : Conv1Weights1();</c>, and gives null for every layer without weights.
    /// </summary>
    public static string PartChooser(IReadOnlyList<string?> prefixes, IReadOnlyList<int> parts)
    {
        ArgumentNullException.ThrowIfNull(prefixes);
        IEnumerable<string> cases = prefixes.Select((prefix, index) => prefix is null
            ? string.Empty
            : $"                case {index}: return {string.Concat(Enumerable.Range(0, parts[index] - 1).Select(part => $"part == {part} ? {PartName(prefix, part)}() : "))}"
                + $"{PartName(prefix, parts[index] - 1)}();\n");
        return "        /// <inheritdoc/>\n        public override sbyte[] WeightPart(int layer, int part)\n        {\n            switch (layer)\n            {\n"
            + string.Concat(cases)
            + "                default: return null;\n            }\n        }\n";
    }

    /// <summary>The method that gives all weights of a layer, and null for those without: <c>case 1: return null;</c>.</summary>
    public static string Joiner(IReadOnlyList<string?> prefixes) =>
        "        /// <inheritdoc/>\n        public override sbyte[] Weights(int layer)\n        {\n            switch (layer)\n            {\n"
        + string.Concat(prefixes.Select((prefix, index) => prefix is null ? $"                case {index}: return null;\n" : string.Empty))
        + "                default: return Join(layer);\n            }\n        }\n";

    /// <summary>Name of the method that makes a part of a layer's weights: <c>Conv1Weights0</c>.</summary>
    public static string PartName(string prefix, int part) => string.Create(CultureInfo.InvariantCulture, $"{prefix}Weights{part}");

    /// <summary>
    /// A layer as the call that makes it: <c>LayerSpec.Convolution(1, 32, 5, 187, false, 24)</c>,
    /// <c>LayerSpec.BlockEnd(32, 5, 187, 16000000, 24)</c>, <c>LayerSpec.MaxPool(32, 5, 2, 187)</c>, <c>LayerSpec.Dense(64, 32, true, 24)</c>,
    /// <c>LayerSpec.JoiningDense(16, 6, 24, true, 24)</c>.
    /// </summary>
    public static string Layer(LayerSpec spec)
    {
        ArgumentNullException.ThrowIfNull(spec);
        string rectified = spec.Rectified ? "true" : "false";
        FormattableString text = spec.Kind switch
        {
            LayerKind.MaxPool => $"LayerSpec.MaxPool({spec.OutChannels}, {spec.Taps}, {spec.Stride}, {spec.InLength})",
            LayerKind.Dense when spec.Features > 0 =>
                $"LayerSpec.JoiningDense({spec.InChannels - spec.Features}, {spec.Features}, {spec.OutChannels}, {rectified}, {spec.Shift})",
            LayerKind.Dense => $"LayerSpec.Dense({spec.InChannels}, {spec.OutChannels}, {rectified}, {spec.Shift})",
            _ when spec.AddsBlockInput =>
                $"LayerSpec.BlockEnd({spec.OutChannels}, {spec.Taps}, {spec.InLength}, {spec.ResidualMultiplier}, {spec.Shift})",
            _ => $"LayerSpec.Convolution({spec.InChannels}, {spec.OutChannels}, {spec.Taps}, {spec.InLength}, {rectified}, {spec.Shift})",
        };
        return text.ToString(CultureInfo.InvariantCulture);
    }

    /// <summary>A property that gives a string: <c>Property("Name", "seed")</c>.</summary>
    public static string Property(string name, string value) =>
        $"        /// <inheritdoc/>\n        public override string {name}\n        {{\n            get {{ return \"{value}\"; }}\n        }}\n";

    /// <summary>A property that gives a number: <c>Property("PatientsTrained", 26)</c>.</summary>
    public static string Property(string name, int value) => string.Create(
        CultureInfo.InvariantCulture, $"        /// <inheritdoc/>\n        public override int {name}\n        {{\n            get {{ return {value}; }}\n        }}\n");

    /// <summary>A name as C# writes it: <c>PascalCase("conv1")</c> is <c>"Conv1"</c>.</summary>
    public static string PascalCase(string name)
    {
        ArgumentException.ThrowIfNullOrEmpty(name);
        return char.ToUpperInvariant(name[0]) + name[1..];
    }
}
