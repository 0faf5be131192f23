using System;
using System.Collections.Generic;
using System.Linq;
using EcgChip.Records.Link;

namespace EcgChip.Records.Tests.Link;

/// <summary>A frame as it was sent or found.</summary>
internal sealed record Sent(int Version, int Verb, int Kind, int Request, byte[] Payload)
{
    public bool Equals(Sent? other) => other is not null && (Version, Verb, Kind, Request) == (other.Version, other.Verb, other.Kind, other.Request)
        && Payload.AsSpan().SequenceEqual(other.Payload);

    public override int GetHashCode() => (Version, Verb, Kind, Request, Payload.Length).GetHashCode();
}

/// <summary>Frames onto the wire and off it, in pieces of any size.</summary>
internal static class Wire
{
    /// <summary>The bytes that the writer gives for a frame, read in pieces.</summary>
    public static byte[] Of(Sent sent, int piece = 1000)
    {
        FrameWriter writer = new(new byte[LinkFormat.LargestFrame]);
        writer.Begin(sent.Verb, sent.Kind, sent.Request);
        writer.PutBytes(sent.Payload, 0, sent.Payload.Length);
        while (!writer.Seal())
        {
        }

        List<byte> wire = [];
        byte[] buffer = new byte[piece + 1];
        int given;
        while ((given = writer.Read(buffer, 1, piece)) > 0)
        {
            wire.AddRange(buffer.AsSpan(1, given));
        }

        return [.. wire];
    }

    /// <summary>Every frame in a stream, handed to the reader in pieces.</summary>
    public static List<Sent> Frames(byte[] stream, int piece = 1000)
    {
        byte[] frame = new byte[LinkFormat.LargestFrame];
        FrameReader reader = new(frame);
        List<Sent> found = [];
        for (int at = 0; at < stream.Length;)
        {
            at += reader.Take(stream, at, int.Min(piece, stream.Length - at));
            if (reader.HasFrame)
            {
                byte[] payload = frame.AsSpan(LinkFormat.HeaderBytes, reader.PayloadLength).ToArray();
                found.Add(new Sent(reader.Version, reader.Verb, reader.Kind, reader.Request, payload));
            }
        }

        return found;
    }

    /// <summary>Byte stuffing as it is defined, of a whole frame at once: what the writer, which works byte by byte, is held to.</summary>
    public static byte[] Stuffed(byte[] frame)
    {
        List<byte> stuffed = [];
        List<byte> run = [];
        foreach (byte value in frame.Append((byte)0))
        {
            if (value != 0)
            {
                run.Add(value);
            }

            if (value == 0 || run.Count == 254)
            {
                stuffed.Add((byte)(run.Count + 1));
                stuffed.AddRange(run);
                run.Clear();
            }
        }

        // The zero that was put behind the frame closed its last run; behind a full one it would begin another.
        if (stuffed.Count >= 2 && stuffed[^1] == 1 && EndsWithFullRun(frame))
        {
            stuffed.RemoveAt(stuffed.Count - 1);
        }

        return [.. stuffed];
    }

    /// <summary>A frame of any version and content, with its checksum, stuffed and between zeros.</summary>
    public static byte[] Raw(params byte[] headerAndPayload)
    {
        byte[] crc = BitConverter.GetBytes(Crc32.Compute(headerAndPayload, 0, headerAndPayload.Length));
        return [0, .. Stuffed([.. headerAndPayload, .. crc]), 0];
    }

    private static bool EndsWithFullRun(byte[] frame)
    {
        int sinceZero = frame.Reverse().TakeWhile(value => value != 0).Count();
        return sinceZero > 0 && sinceZero % 254 == 0;
    }
}
