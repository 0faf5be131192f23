using System;
using Xunit.Abstractions;

namespace EcgChip.Firmware.NanoTests.Desktop;

/// <summary>Class and method of a test for the chip; as an object of its own it is shown in full, where a long string would be cut off.</summary>
public sealed class TestName : IXunitSerializable, IEquatable<TestName>
{
    private string name = "";

    /// <summary>For the test runner, which makes it anew.</summary>
    public TestName()
    {
    }

    /// <summary>The name of a test.</summary>
    public TestName(string name) => this.name = name;

    /// <inheritdoc/>
    public void Deserialize(IXunitSerializationInfo info) => name = info.GetValue<string>(nameof(name));

    /// <inheritdoc/>
    public void Serialize(IXunitSerializationInfo info) => info.AddValue(nameof(name), name);

    /// <inheritdoc/>
    public bool Equals(TestName? other) => other?.name == name;

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as TestName);

    /// <inheritdoc/>
    public override int GetHashCode() => name.GetHashCode(StringComparison.Ordinal);

    /// <inheritdoc/>
    public override string ToString() => name;
}
