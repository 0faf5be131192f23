using System.Linq;
using nanoFramework.TestFramework;

namespace EcgChip.Firmware.NanoTests.Desktop;

/// <summary>The chip's tests on the desktop, each a test of its own.</summary>
public sealed class OnTheDesktopTests
{
    public static TheoryData<TestName> Tests => new(NanoTest.In(typeof(KernelTests).Assembly).Select(test => new TestName(test.Name)));

    [SkippableTheory]
    [MemberData(nameof(Tests))]
    public void Passes(TestName test)
    {
        try
        {
            NanoTest.In(typeof(KernelTests).Assembly).Single(candidate => candidate.Name == test.ToString()).Run();
        }
        catch (SkipTestException skipped)
        {
            Skip.If(true, skipped.Message);
        }
    }
}
