using System.Runtime.CompilerServices;

namespace EcgChip.ChipClock.Tests;

#pragma warning disable CA1822 // called through an interface

/// <summary>Methods that call each other to known depths.</summary>
public static class Deep
{
    /// <summary>Something to call.</summary>
    public interface IDeep
    {
        /// <summary>Goes as deep as whoever implements it.</summary>
        int Go(int argument);
    }

    /// <summary>Calls nothing.</summary>
    public static int Leaf(int argument) => argument;

    /// <summary>Calls one that calls another.</summary>
    public static int Calls(int argument) => Middle(argument) + Leaf(argument);

    /// <summary>In a circle with <see cref="Odd"/>, with a leaf below.</summary>
    public static bool Even(int argument) => Leaf(argument) == 0 || Odd(argument - 1);

    /// <summary>In a circle with <see cref="Even"/>.</summary>
    public static bool Odd(int argument) => argument != 0 && Even(argument - 1);

    /// <summary>Calls an interface, one of whose classes calls a leaf.</summary>
    public static int Through(IDeep deep) => deep.Go(1);

    /// <summary>Has thirty values on the stack at once.</summary>
    public static int ManyLocals(int a) => Sum(
        a, a, a, a, a, a, a, a, a, a, a, a, a, a, a, a, a, a, a, a, a, a, a, a, a, a, a, a, a, a);

    private static int Middle(int argument) => Leaf(argument);

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static int Sum(
        int a, int b, int c, int d, int e, int f, int g, int h, int i, int j, int k, int l, int m, int n, int o, int p, int q, int r, int s, int t,
        int u, int v, int w, int x, int y, int z, int aa, int bb, int cc, int dd) =>
        a + b + c + d + e + f + g + h + i + j + k + l + m + n + o + p + q + r + s + t + u + v + w + x + y + z + aa + bb + cc + dd;

    /// <summary>Goes one deeper.</summary>
    public sealed class Deeper : IDeep
    {
        /// <inheritdoc/>
        public int Go(int argument) => Leaf(argument);
    }

    /// <summary>Goes no deeper.</summary>
    public sealed class Shallow : IDeep
    {
        /// <inheritdoc/>
        public int Go(int argument) => argument;
    }
}
