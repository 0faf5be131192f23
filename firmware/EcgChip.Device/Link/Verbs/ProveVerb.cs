using EcgChip.Device.Security;
using EcgChip.Records.Link;

namespace EcgChip.Device.Link.Verbs
{
    /// <summary>
    /// The second half: the desktop's proof. A handshake is proved once; who asks again because the answer was lost is refused, and opens anew, for the same
    /// proof twice would bring a session's keys back and all that was said with them.
    /// </summary>
    internal static class ProveVerb
    {
        internal static void Answer(LinkDispatch dispatch, LinkCall call)
        {
            if (call.Length != SessionFormat.ProofBytes)
            {
                call.Refuse(LinkRefusal.Malformed, 0);
                return;
            }

            LinkHandshake handshake = dispatch.Handshake;
            if (handshake == null
                || !ConstantTime.AreEqual(handshake.Made(SessionFormat.DesktopProof), 0, call.Frame, call.Offset, SessionFormat.ProofBytes))
            {
                call.Refuse(LinkRefusal.NotGenuine, 0);
                return;
            }

            dispatch.OpenSession(new LinkSession(handshake.Made(SessionFormat.CipherKey), handshake.Made(SessionFormat.TagKey)));
            call.Answer();
        }
    }
}
