using System.Collections.Generic;
using System.Linq;
using CsCheck;

namespace EcgChip.Signal.Tests;

public class SortedValuesTests
{
    private static readonly Gen<short> Value = Gen.OneOf(Gen.Short[0, 5], Gen.Short[0, 375], Gen.Short);

    [Fact]
    public void One_value_leaves_another_comes_all_are_sorted_and_what_stands_beside_them_is_left_alone() =>
        Gen.Select(Value.Array[1, 20], Gen.Int[0, 19], Value, Value.Array[0, 3], Value.Array[0, 3]).Sample((some, at, value, before, behind) =>
        {
            short old = some[at % some.Length];
            short[] values = [.. before, .. some.Order(), .. behind];

            SortedValues.Replace(values, before.Length, some.Length, old, value);

            List<short> expected = [.. some];
            expected.Remove(old);
            Assert.Equal([.. before, .. expected.Append(value).Order(), .. behind], values);
        });
}
