using EcgChip.Signal;

namespace EcgChip.Device.Monitoring
{
    /// <summary>
    /// Chooses what is said of the signal, once a second. What was said stands for two seconds at least, so that it can be read; only that
    /// contact is lost, that it is back, and that the signal has settled is said at once.
    /// </summary>
    public sealed class SignalAdvice
    {
        private const int LeastSeconds = 2;

        private SignalMessage shown = SignalMessage.BothOff;
        private int seconds = LeastSeconds;

        /// <summary>What is said now.</summary>
        public SignalMessage Shown
        {
            get { return shown; }
        }

        /// <summary>A second is over.</summary>
        /// <param name="state">What it was.</param>
        /// <param name="leadsOff">
        /// Which electrodes were off at the last fault: <see cref="ContactMonitor.PositiveLead"/>, <see cref="ContactMonitor.NegativeLead"/>, both,
        /// or 0 when the signal stood at a rail.
        /// </param>
        /// <param name="reason">Why it was poor.</param>
        /// <param name="orientation">Which way round the electrodes are.</param>
        /// <returns>What is said now.</returns>
        public SignalMessage Next(ContactState state, int leadsOff, QualityReason reason, LeadOrientation orientation)
        {
            SignalMessage wanted = Choose(state, leadsOff, reason, orientation);
            bool atOnce = shown == SignalMessage.Settling || IsWithoutContact(wanted) || IsWithoutContact(shown);
            if (wanted != shown && (atOnce || seconds >= LeastSeconds))
            {
                shown = wanted;
                seconds = 0;
            }

            seconds++;
            return shown;
        }

        private static bool IsWithoutContact(SignalMessage message)
        {
            return message >= SignalMessage.BothOff && message <= SignalMessage.NoSignal;
        }

        private static SignalMessage Choose(ContactState state, int leadsOff, QualityReason reason, LeadOrientation orientation)
        {
            switch (state)
            {
                case ContactState.NoContact:
                    return WithoutContact(leadsOff);
                case ContactState.Settling:
                    return SignalMessage.Settling;
                case ContactState.Poor:
                    return Poor(reason);
                default:
                    return orientation == LeadOrientation.LikelySwapped ? SignalMessage.Swapped : SignalMessage.Good;
            }
        }

        private static SignalMessage WithoutContact(int leadsOff)
        {
            switch (leadsOff)
            {
                case ContactMonitor.PositiveLead:
                    return SignalMessage.LeftLegOff;
                case ContactMonitor.NegativeLead:
                    return SignalMessage.RightArmOff;
                case 0:
                    return SignalMessage.NoSignal;
                default:
                    return SignalMessage.BothOff;
            }
        }

        private static SignalMessage Poor(QualityReason reason)
        {
            switch (reason)
            {
                case QualityReason.Clipping:
                    return SignalMessage.Clipping;
                case QualityReason.Flat:
                    return SignalMessage.Flat;
                case QualityReason.Mains:
                    return SignalMessage.Mains;
                case QualityReason.Wander:
                    return SignalMessage.Wander;
                case QualityReason.Muscle:
                    return SignalMessage.Muscle;
                default:
                    return SignalMessage.Motion;
            }
        }
    }
}
