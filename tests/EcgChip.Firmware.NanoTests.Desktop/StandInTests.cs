using System;
using TestFrameworkShared;
using NanoAssert = nanoFramework.TestFramework.Assert;
using SkipTestException = nanoFramework.TestFramework.SkipTestException;

namespace EcgChip.Firmware.NanoTests.Desktop;

/// <summary>The stand-in for the chip's test framework fails what is not so, and nothing else.</summary>
public sealed class StandInTests
{
    [Fact]
    public void What_is_so_passes()
    {
        NanoAssert.AreEqual(3, 3);
        NanoAssert.AreEqual((sbyte)-3, (sbyte)-3);
        NanoAssert.AreEqual("a", "a");
        NanoAssert.AreNotEqual(3, 4);
        NanoAssert.IsTrue(true);
        NanoAssert.IsFalse(false);
        NanoAssert.IsNull(null);
        NanoAssert.IsNotNull("");
        NanoAssert.ThrowsException(typeof(InvalidOperationException), () => throw new InvalidOperationException());
    }

    [Fact]
    public void What_is_not_so_fails_with_what_was_found()
    {
        Assert.Equal("Beats: 3 was expected, it is 4.", Failure(() => NanoAssert.AreEqual(3, 4, "Beats")));
        Assert.Equal("3 was expected, it is 4.", Failure(() => NanoAssert.AreEqual(3u, 4u)));
        Failure(() => NanoAssert.AreEqual(3L, 4L));
        Failure(() => NanoAssert.AreEqual("a", "b"));
        Failure(() => NanoAssert.AreEqual(true, false));
        Failure(() => NanoAssert.AreNotEqual(3, 3));
        Failure(() => NanoAssert.IsTrue(false));
        Failure(() => NanoAssert.IsFalse(true));
        Failure(() => NanoAssert.IsNull(""));
        Failure(() => NanoAssert.IsNotNull(null));
        Failure(() => NanoAssert.ThrowsException(typeof(InvalidOperationException), () => { }));
        Failure(() => NanoAssert.ThrowsException(typeof(Exception), () => throw new InvalidOperationException()));
    }

    [Fact]
    public void A_skipped_test_says_why() => Assert.Equal("no card", Assert.Throws<SkipTestException>(() => NanoAssert.SkipTest("no card")).Message);

    private static string Failure(Action ask) => Assert.Throws<AssertFailedException>(ask).Message;
}
