using CsCheck;
using EcgChip.Simulator.Patients;
using EcgChip.WeightsGen.Beats;

namespace EcgChip.WeightsGen.Tests.Beats;

public sealed class MixedLeadsTests
{
    [Fact]
    public void At_0_and_90_degrees_it_is_either_lead_and_between_them_a_mixture_that_grows_from_one_to_the_other() =>
        Gen.Select(Gen.Double[-2, 2], Gen.Double[-2, 2], Gen.Double[0, 10]).Sample((a, b, at) =>
        {
            Level first = new(a);
            Level second = new(b);

            Assert.Equal(a, new MixedLeads(first, second, 0).MillivoltsAt(at), 1e-12);
            Assert.Equal(b, new MixedLeads(first, second, 90).MillivoltsAt(at), 1e-12);
            Assert.Equal(-b, new MixedLeads(first, second, -90).MillivoltsAt(at), 1e-12);
            Assert.Equal((a + b) / double.Sqrt(2), new MixedLeads(first, second, 45).MillivoltsAt(at), 1e-12);
        });

    private sealed record Level(double Millivolts) : IPatient
    {
        public string Name => "level";

        public string Lead => "II";

        public double Seconds => 10;

        public double MillivoltsAt(double seconds) => Millivolts;
    }
}
