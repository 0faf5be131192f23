using System;
using System.Diagnostics.CodeAnalysis;
using TestFrameworkShared;

namespace nanoFramework.TestFramework;

/// <summary>What a test asks; where it is not so, <see cref="AssertFailedException"/> is thrown. As many of the chip's as the firmware's tests use.</summary>
[SuppressMessage("Naming", "CA1720", Justification = "The chip's names.")]
public sealed class Assert
{
    /// <summary>The two are equal.</summary>
    /// <exception cref="AssertFailedException">They are not.</exception>
    public static void AreEqual(object expected, object actual, string message = "") => Same(expected, actual, message);

    /// <inheritdoc cref="AreEqual(object, object, string)"/>
    public static void AreEqual(bool expected, bool actual, string message = "") => Same(expected, actual, message);

    /// <inheritdoc cref="AreEqual(object, object, string)"/>
    public static void AreEqual(byte expected, byte actual, string message = "") => Same(expected, actual, message);

    /// <inheritdoc cref="AreEqual(object, object, string)"/>
    public static void AreEqual(sbyte expected, sbyte actual, string message = "") => Same(expected, actual, message);

    /// <inheritdoc cref="AreEqual(object, object, string)"/>
    public static void AreEqual(short expected, short actual, string message = "") => Same(expected, actual, message);

    /// <inheritdoc cref="AreEqual(object, object, string)"/>
    public static void AreEqual(int expected, int actual, string message = "") => Same(expected, actual, message);

    /// <inheritdoc cref="AreEqual(object, object, string)"/>
    public static void AreEqual(uint expected, uint actual, string message = "") => Same(expected, actual, message);

    /// <inheritdoc cref="AreEqual(object, object, string)"/>
    public static void AreEqual(long expected, long actual, string message = "") => Same(expected, actual, message);

    /// <inheritdoc cref="AreEqual(object, object, string)"/>
    public static void AreEqual(string expected, string actual, string message = "") => Same(expected, actual, message);

    /// <summary>The two differ.</summary>
    /// <exception cref="AssertFailedException">They are equal.</exception>
    public static void AreNotEqual(int notExpected, int actual, string message = "") =>
        Require(notExpected != actual, $"{actual} was not expected.", message);

    /// <summary>The condition holds.</summary>
    /// <exception cref="AssertFailedException">It does not.</exception>
    public static void IsTrue(bool condition, string message = "") => Require(condition, "It is false.", message);

    /// <summary>The condition does not hold.</summary>
    /// <exception cref="AssertFailedException">It does.</exception>
    public static void IsFalse(bool condition, string message = "") => Require(!condition, "It is true.", message);

    /// <summary>There is something.</summary>
    /// <exception cref="AssertFailedException">There is nothing.</exception>
    public static void IsNotNull(object? value, string message = "") => Require(value is not null, "It is null.", message);

    /// <summary>There is nothing.</summary>
    /// <exception cref="AssertFailedException">There is something.</exception>
    public static void IsNull(object? value, string message = "") => Require(value is null, $"It is {value}.", message);

    /// <summary>The action throws just that exception.</summary>
    /// <exception cref="AssertFailedException">It throws none, or another one.</exception>
    public static void ThrowsException(Type exception, Action action, string message = "")
    {
        ArgumentNullException.ThrowIfNull(exception);
        ArgumentNullException.ThrowIfNull(action);
        try
        {
            action();
        }
        catch (Exception thrown) when (thrown is not AssertFailedException)
        {
            Require(thrown.GetType() == exception, $"{thrown.GetType()} was thrown, {exception} was expected.", message);
            return;
        }

        Require(false, $"Nothing was thrown, {exception} was expected.", message);
    }

    /// <summary>Ends the test: it cannot be run here.</summary>
    /// <exception cref="SkipTestException">Always.</exception>
    [DoesNotReturn]
    public static void SkipTest(string? message = null) => throw new SkipTestException(message);

    private static void Same<T>(T expected, T actual, string message) =>
        Require(Equals(expected, actual), $"{expected} was expected, it is {actual}.", message);

    private static void Require(bool holds, string found, string message)
    {
        if (!holds)
        {
            throw new AssertFailedException(message.Length > 0 ? $"{message}: {found}" : found);
        }
    }
}
