using System.Collections.Generic;
using System.Linq;
using CsCheck;

namespace EcgChip.Signal.Tests;

public class SortedValuesTests
{
    private static readonly Gen<byte> Value = Gen.OneOf(Gen.Byte[0, 5], Gen.Byte[250, 255], Gen.Byte);

    [Fact]
    public void One_value_leaves_another_comes_all_are_sorted_and_what_stands_beside_them_is_left_alone() =>
        Gen.Select(Value.Array[1, 20], Gen.Int[0, 19], Value, Value.Array[0, 3], Value.Array[0, 3]).Sample((some, at, value, before, behind) =>
        {
            byte old = some[at % some.Length];
            byte[] values = [.. before, .. some.Order(), .. behind];

            SortedValues.Replace(values, before.Length, some.Length, old, value);

            List<byte> expected = [.. some];
            expected.Remove(old);
            Assert.Equal([.. before, .. expected.Append(value).Order(), .. behind], values);
        });
}
