using EcgChip.Records.Link;

namespace EcgChip.Device.SelfTest
{
    /// <summary>A check of something that is not there now.</summary>
    internal sealed class AbsentCheck : BoardCheck
    {
        /// <inheritdoc/>
        public override bool Step()
        {
            Verdict = SelfTestVerdict.NotThere;
            return true;
        }
    }
}
