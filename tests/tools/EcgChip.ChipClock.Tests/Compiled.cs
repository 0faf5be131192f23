using System;

namespace EcgChip.ChipClock.Tests;

/// <summary>What the C# compiler makes of loops, switches, handlers with filters, lambdas and iterators, to be counted.</summary>
public static class Compiled
{
    /// <summary>A number that depends on all of these having run as written.</summary>
    public static int Work(int rounds)
    {
        int sum = 0;
        Func<int, int> twice = value => value + value;
        for (int k = 0; k < rounds; k++)
        {
            try
            {
                sum += (k % 5) switch
                {
                    0 => twice(k),
                    1 => 100 / (k % 3),
                    2 => throw new InvalidOperationException(),
                    _ => -k,
                };
            }
            catch (DivideByZeroException)
            {
                sum += 7;
            }
            catch (InvalidOperationException) when (k % 2 == 0)
            {
                sum -= 3;
            }
            catch (InvalidOperationException)
            {
                sum -= 5;
            }
            finally
            {
                sum ^= 1;
            }
        }

        return sum;
    }

    /// <summary>Uses the assembly that this one is loaded alongside.</summary>
    public static void CallTheCounted() => _ = new InstructionCounter([]);
}
