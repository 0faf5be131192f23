using System.Linq;
using CsCheck;
using EcgChip.Device.Monitoring;
using EcgChip.Signal;

namespace EcgChip.Device.Tests.Monitoring;

/// <summary>What is said of the signal, second by second.</summary>
public class SignalAdviceTests
{
    private const int Both = ContactMonitor.PositiveLead | ContactMonitor.NegativeLead;

    [Theory]
    [InlineData(ContactState.NoContact, Both, SignalMessage.BothOff)]
    [InlineData(ContactState.NoContact, ContactMonitor.PositiveLead, SignalMessage.LeftLegOff)]
    [InlineData(ContactState.NoContact, ContactMonitor.NegativeLead, SignalMessage.RightArmOff)]
    [InlineData(ContactState.NoContact, 0, SignalMessage.NoSignal)]
    [InlineData(ContactState.Settling, Both, SignalMessage.Settling)]
    [InlineData(ContactState.Good, Both, SignalMessage.Good)]
    public void Contact_is_told_by_the_electrode_that_is_off(ContactState state, int leadsOff, SignalMessage expected) =>
        Assert.Equal(expected, new SignalAdvice().Next(state, leadsOff, QualityReason.None, LeadOrientation.Unknown));

    [Theory]
    [InlineData(QualityReason.Clipping, SignalMessage.Clipping)]
    [InlineData(QualityReason.Flat, SignalMessage.Flat)]
    [InlineData(QualityReason.Mains, SignalMessage.Mains)]
    [InlineData(QualityReason.Wander, SignalMessage.Wander)]
    [InlineData(QualityReason.Muscle, SignalMessage.Muscle)]
    [InlineData(QualityReason.Motion, SignalMessage.Motion)]
    public void A_poor_signal_is_told_by_its_reason(QualityReason reason, SignalMessage expected) =>
        Assert.Equal(expected, new SignalAdvice().Next(ContactState.Poor, 0, reason, LeadOrientation.LikelySwapped));

    [Theory]
    [InlineData(LeadOrientation.Unknown, SignalMessage.Good)]
    [InlineData(LeadOrientation.Upright, SignalMessage.Good)]
    [InlineData(LeadOrientation.LikelySwapped, SignalMessage.Swapped)]
    public void Swapped_electrodes_are_told_while_the_signal_is_good(LeadOrientation orientation, SignalMessage expected) =>
        Assert.Equal(expected, new SignalAdvice().Next(ContactState.Good, 0, QualityReason.None, orientation));

    [Fact]
    public void What_is_said_stands_for_two_seconds_unless_contact_is_lost_or_has_settled()
    {
        SignalAdvice advice = new();
        (ContactState State, QualityReason Reason)[] seconds =
        [
            (ContactState.Good, QualityReason.None), (ContactState.Poor, QualityReason.Muscle), (ContactState.Poor, QualityReason.Muscle),
            (ContactState.Good, QualityReason.None), (ContactState.Poor, QualityReason.Mains), (ContactState.NoContact, QualityReason.None),
            (ContactState.Settling, QualityReason.None), (ContactState.Poor, QualityReason.Wander), (ContactState.Poor, QualityReason.Wander),
        ];
        Assert.Equal(
            [
                SignalMessage.Good, SignalMessage.Good, SignalMessage.Muscle, SignalMessage.Muscle, SignalMessage.Mains, SignalMessage.BothOff,
                SignalMessage.Settling, SignalMessage.Wander, SignalMessage.Wander,
            ],
            seconds.Select(second => advice.Next(second.State, Both, second.Reason, LeadOrientation.Unknown)));
    }

    [Fact]
    public void No_message_flickers_whatever_comes_and_lost_contact_is_always_said() =>
        Gen.Select(Gen.Int[0, 3], Gen.Int[0, 3], Gen.Int[0, 6], Gen.Int[0, 2]).Array[1, 60].Sample(seconds =>
        {
            SignalAdvice advice = new();
            SignalMessage last = advice.Shown;
            int stood = 2;
            foreach ((int state, int leads, int reason, int orientation) in seconds)
            {
                SignalMessage now = advice.Next((ContactState)state, leads, (QualityReason)reason, (LeadOrientation)orientation);
                Assert.Equal((ContactState)state == ContactState.NoContact, IsOff(now));
                Assert.True(now == last || stood >= 2 || last == SignalMessage.Settling || IsOff(now) || IsOff(last));
                stood = now == last ? stood + 1 : 1;
                last = now;
            }
        });

    private static bool IsOff(SignalMessage message) =>
        message is SignalMessage.BothOff or SignalMessage.LeftLegOff or SignalMessage.RightArmOff or SignalMessage.NoSignal;
}
