using System;
using System.Buffers.Binary;
using System.Security.Cryptography;
using EcgChip.Records.Link;

namespace EcgChip.Link;

/// <summary>
/// The desktop's side of a session: proves to the device that it has the link's key, lets the device prove the same, and covers, tags, checks and uncovers what
/// is said then. Written after the description of the bytes, with .NET's own ciphers.
/// </summary>
internal sealed class LinkSession
{
    private const int BlockBytes = 16;
    private const int NonceOffset = 1 + sizeof(long);
    private const int BlockNumberOffset = BlockBytes - sizeof(int);

    private readonly byte[] _linkKey;
    private readonly byte[] _transcript = new byte[SessionFormat.TranscriptBytes];
    private byte[] _cipherKey = [];
    private byte[] _tagKey = [];
    private int _sent;
    private int _received;

    /// <summary>A session that is not begun.</summary>
    /// <param name="linkKey">The key that it is opened by.</param>
    public LinkSession(ReadOnlySpan<byte> linkKey)
    {
        _linkKey = linkKey.ToArray();
        RandomNumberGenerator.Fill(_transcript.AsSpan(NonceOffset, SessionFormat.NonceBytes));
    }

    /// <summary>What opens it.</summary>
    public byte[] Opening() => [SessionFormat.Version, .. _transcript.AsSpan(NonceOffset, SessionFormat.NonceBytes)];

    /// <summary>Takes the device's answer to <see cref="Opening"/>.</summary>
    /// <param name="answer">Its payload.</param>
    /// <returns>The desktop's own proof; null where the device's proves nothing.</returns>
    public byte[]? Prove(ReadOnlySpan<byte> answer)
    {
        if (answer.Length != sizeof(long) + SessionFormat.NonceBytes + SessionFormat.ProofBytes)
        {
            return null;
        }

        answer[..sizeof(long)].CopyTo(_transcript.AsSpan(1));
        answer.Slice(sizeof(long), SessionFormat.NonceBytes).CopyTo(_transcript.AsSpan(NonceOffset + SessionFormat.NonceBytes));
        if (!CryptographicOperations.FixedTimeEquals(Made(SessionFormat.DeviceProof), answer[(sizeof(long) + SessionFormat.NonceBytes)..]))
        {
            return null;
        }

        _cipherKey = Made(SessionFormat.CipherKey)[..SessionFormat.CipherKeyBytes];
        _tagKey = Made(SessionFormat.TagKey);
        return Made(SessionFormat.DesktopProof);
    }

    /// <summary>The device that has proved itself.</summary>
    public long DeviceId => BinaryPrimitives.ReadInt64LittleEndian(_transcript.AsSpan(1));

    /// <summary>The payload of a frame that carries a request.</summary>
    /// <param name="request">The frame's number.</param>
    /// <param name="verb">What is asked.</param>
    /// <param name="payload">With what.</param>
    public byte[] Cover(int request, int verb, ReadOnlySpan<byte> payload)
    {
        byte[] frame = Header(LinkVerb.Sealed, FrameKind.Request, request, SessionFormat.PayloadOffset + payload.Length + SessionFormat.TagBytes);
        BinaryPrimitives.WriteInt32LittleEndian(frame.AsSpan(SessionFormat.CounterOffset), ++_sent);
        frame[SessionFormat.CoveredOffset] = (byte)verb;
        frame[SessionFormat.CoveredOffset + 1] = FrameKind.Request;
        payload.CopyTo(frame.AsSpan(SessionFormat.PayloadOffset));
        int end = frame.Length - SessionFormat.TagBytes;
        Cover(frame.AsSpan(0, end), FrameKind.Request);
        Tag(frame.AsSpan(0, end)).CopyTo(frame.AsSpan(end));
        return frame[LinkFormat.HeaderBytes..];
    }

    /// <summary>What a frame of the device carries.</summary>
    /// <param name="request">The frame's number.</param>
    /// <param name="payload">The frame's payload.</param>
    /// <returns>Verb, kind and payload; null for a frame that is not this session's, or was there before.</returns>
    public (int Verb, int Kind, byte[] Payload)? Uncover(int request, ReadOnlySpan<byte> payload)
    {
        if (payload.Length < SessionFormat.CounterBytes + SessionFormat.InnerHeaderBytes + SessionFormat.TagBytes)
        {
            return null;
        }

        byte[] frame = Header(LinkVerb.Sealed, FrameKind.Answer, request, LinkFormat.HeaderBytes + payload.Length);
        payload.CopyTo(frame.AsSpan(LinkFormat.HeaderBytes));
        int end = frame.Length - SessionFormat.TagBytes;
        int counter = BinaryPrimitives.ReadInt32LittleEndian(frame.AsSpan(SessionFormat.CounterOffset));
        if (!CryptographicOperations.FixedTimeEquals(Tag(frame.AsSpan(0, end)), frame.AsSpan(end)) || counter <= _received)
        {
            return null;
        }

        _received = counter;
        Cover(frame.AsSpan(0, end), FrameKind.Answer);
        return (frame[SessionFormat.CoveredOffset], frame[SessionFormat.CoveredOffset + 1], frame[SessionFormat.PayloadOffset..end]);
    }

    private static byte[] Header(int verb, int kind, int request, int bytes)
    {
        byte[] frame = new byte[bytes];
        frame[0] = LinkFormat.Version;
        frame[1] = (byte)verb;
        frame[2] = (byte)kind;
        BinaryPrimitives.WriteUInt16LittleEndian(frame.AsSpan(3), (ushort)request);
        return frame;
    }

    private byte[] Made(int purpose)
    {
        _transcript[0] = (byte)purpose;
        return HMACSHA256.HashData(_linkKey, _transcript);
    }

    private byte[] Tag(ReadOnlySpan<byte> frame) => HMACSHA256.HashData(_tagKey, frame)[..SessionFormat.TagBytes];

    // A direction and a counter never come twice, so neither does a block of counters.
    private void Cover(Span<byte> frame, int kind)
    {
        using Aes aes = Aes.Create();
        aes.Key = _cipherKey;
        Span<byte> block = stackalloc byte[BlockBytes];
        Span<byte> stream = stackalloc byte[BlockBytes];
        block.Clear();
        block[0] = (byte)kind;
        frame.Slice(SessionFormat.CounterOffset, SessionFormat.CounterBytes).CopyTo(block[SessionFormat.BlockCounterOffset..]);
        for (int at = SessionFormat.CoveredOffset, number = 0; at < frame.Length; at += BlockBytes, number++)
        {
            BinaryPrimitives.WriteInt32LittleEndian(block[BlockNumberOffset..], number);
            aes.EncryptEcb(block, stream, PaddingMode.None);
            for (int i = 0; i < BlockBytes && at + i < frame.Length; i++)
            {
                frame[at + i] ^= stream[i];
            }
        }
    }
}
