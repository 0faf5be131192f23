using System;
using System.Linq;
using CsCheck;
using EcgChip.Inference;

namespace EcgChip.Inference.Tests;

public class SoftmaxTests
{
    private const double LogitUnit = 256;

    [Fact]
    public void The_exponential_is_within_one_and_a_half_units_of_the_exact_one()
    {
        for (int below = 0; below < 4096; below++)
        {
            Assert.InRange(Softmax.Exp(below) - (32768 * Math.Exp(-below / LogitUnit)), -1.5, 1.5);
        }
    }

    [Fact]
    public void The_confidence_is_as_close_to_the_exact_softmax_as_it_says() =>
        Gen.Select(Gen.Int[-3000, 3000].Array[1, BeatClass.Count], Gen.Int[0, 4]).Sample((logits, narrower) =>
        {
            int[] close = [.. logits.Select(logit => logit >> narrower)];
            int best = Softmax.Best(close);
            double exact = Softmax.Certain / close.Sum(logit => Math.Exp((logit - close[best]) / LogitUnit));
            Assert.InRange((Softmax.Confidence(close, best) - exact) * 1000, -Softmax.LargestErrorMilli, Softmax.LargestErrorMilli);
        });

    [Theory]
    [InlineData(new[] { 0 }, 255)]
    [InlineData(new[] { 5, 5 }, 128)]
    [InlineData(new[] { int.MaxValue, int.MinValue }, 255)]
    [InlineData(new[] { int.MinValue, int.MinValue, int.MinValue, int.MinValue, int.MinValue }, 51)]
    public void Extremes_of_the_logits_have_a_confidence(int[] logits, int confidence) =>
        Assert.Equal(confidence, Softmax.Confidence(logits, Softmax.Best(logits)));

    [Theory]
    [InlineData(new[] { 1, 3, 2 }, 1)]
    [InlineData(new[] { 3, 3, 2 }, 0)]
    [InlineData(new[] { -5, -9, -5 }, 0)]
    [InlineData(new[] { -5, -9, -1 }, 2)]
    public void The_best_class_is_the_first_of_the_largest(int[] logits, int best) => Assert.Equal(best, Softmax.Best(logits));
}
