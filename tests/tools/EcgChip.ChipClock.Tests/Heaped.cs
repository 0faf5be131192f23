using System;
using System.Device.Gpio;
using System.Globalization;

namespace EcgChip.ChipClock.Tests;

#pragma warning disable CA1051, CA1823, IDE0052 // fields for their size alone

/// <summary>Code that takes known amounts of the chip's heap.</summary>
public static class Heaped
{
    /// <summary>A head and two fields: 36 bytes.</summary>
    public class TwoFields
    {
        /// <summary>One.</summary>
        public byte Small;

        /// <summary>Another.</summary>
        public object? Other;
    }

    /// <summary>Two inherited fields, one of its own, and a property's: 60 bytes.</summary>
    public sealed class FourFields : TwoFields
    {
        /// <summary>Fields are fields, whatever their type.</summary>
        public long Large;

        /// <summary>Has a field behind it.</summary>
        public int Property { get; set; }
    }

    /// <summary>A head and two fields: 36 bytes.</summary>
    public struct Pair
    {
        /// <summary>First.</summary>
        public int First;

        /// <summary>Second.</summary>
        public int Second;
    }

    /// <summary>A head and a field, 24 bytes, and the struct, 36.</summary>
    public sealed class HoldsAStruct
    {
        /// <summary>The struct.</summary>
        public Pair Pair;
    }

    /// <summary>Makes one object.</summary>
    public static object AnObject(int argument) => new FourFields { Property = argument };

    /// <summary>Makes an object with a struct in it.</summary>
    public static object AnObjectWithAStruct(int argument) => new HoldsAStruct { Pair = { First = argument } };

    /// <summary>An array of so many shorts.</summary>
    public static object Shorts(int argument) => new short[argument];

    /// <summary>An array of so many references.</summary>
    public static object References(int argument) => new TwoFields[argument];

    /// <summary>An array of so many structs.</summary>
    public static object Structs(int argument) => new Pair[argument];

    /// <summary>A boxed number.</summary>
    public static object Boxed(int argument) => argument;

    /// <summary>Two literals joined to a string of so many letters and one: "a" and two bytes each.</summary>
    public static object Text(int argument) => string.Concat("a", new string('\u00e4', argument));

    /// <summary>A delegate.</summary>
    public static object Call(int argument) => new Func<int>(new TwoFields { Small = (byte)argument }.GetHashCode);

    /// <summary>A library's struct, passed on.</summary>
    public static object APinValue(int argument) => argument == 0 ? PinValue.High == PinValue.Low : PinValue.High == PinValue.High;

    /// <summary>Arithmetic only.</summary>
    public static object Nothing(int argument) => argument.ToString(CultureInfo.InvariantCulture).Length > 0 ? typeof(int) : typeof(long);
}
