using System;
using System.Collections.Generic;
using System.Linq;
using CsCheck;
using EcgChip.Records.Link;

namespace EcgChip.Records.Tests.Link;

/// <summary>Frames on a wire that is good, and on wires that are not.</summary>
public sealed class FrameTests
{
    // Zeros and full runs are what byte stuffing stumbles over.
    private static readonly Gen<byte[]> Payload = Gen.Frequency(
        (3, Gen.Byte.Array[0, LinkFormat.LargestPayload]),
        (2, Gen.Int[0, 2].Select(each => (byte)(each * 127)).Array[0, LinkFormat.LargestPayload]),
        (2, Gen.Byte[1, 255].Array[240, LinkFormat.LargestPayload]));

    private static readonly Gen<Sent> AnySent = Gen.Select(
        Gen.Int[0, 255], Gen.Int[0, 2], Gen.Int[0, LinkFormat.LastRequest], Payload,
        (verb, kind, request, payload) => new Sent(LinkFormat.Version, verb, kind, request, payload));

    [Fact]
    public void What_is_sent_arrives_in_whatever_pieces_it_is_given_and_taken() =>
        Gen.Select(AnySent.Array[1, 5], Gen.Int[1, 40], Gen.Int[1, 40]).Sample((sent, given, taken) =>
            Assert.Equal(sent, Wire.Frames([.. sent.SelectMany(each => Wire.Of(each, given))], taken)));

    [Fact]
    public void The_bytes_on_the_wire_are_the_stuffed_frame_between_zeros_and_no_zero_stands_inside() =>
        AnySent.Sample(sent =>
        {
            byte[] wire = Wire.Of(sent);
            byte[] frame =
            [
                (byte)sent.Version, (byte)sent.Verb, (byte)sent.Kind, (byte)sent.Request, (byte)(sent.Request >> 8), .. sent.Payload,
            ];
            Assert.Equal(Wire.Raw(frame), wire);
            Assert.DoesNotContain((byte)0, wire[1..^1]);
            Assert.InRange(wire.Length, 1, LinkFormat.LargestOnWire);
        });

    [Fact]
    public void Noise_between_frames_takes_none_of_them() =>
        Gen.Select(AnySent, Gen.Byte.Array[0, 600], AnySent, Gen.Byte.Array[0, 600]).Sample((first, noise, second, more) =>
        {
            List<Sent> found = Wire.Frames([.. noise, .. Wire.Of(first), .. more, .. Wire.Of(second)]);

            // Noise that is a frame by chance has one chance in four thousand millions.
            Assert.Equal([first, second], found);
        });

    [Fact]
    public void A_frame_with_a_byte_lost_doubled_changed_or_cut_off_is_passed_over_and_the_next_one_is_found() =>
        Gen.Select(AnySent, AnySent, Gen.Int[0, 3], Gen.Int[0, 300], Gen.Int[1, 255]).Sample((hurt, next, how, where, by) =>
        {
            List<byte> wire = [.. Wire.Of(hurt)];
            int at = 1 + (where % (wire.Count - 2));
            switch (how)
            {
                case 0:
                    wire.RemoveAt(at);
                    break;
                case 1:
                    wire.Insert(at, wire[at]);
                    break;
                case 2:
                    wire[at] = (byte)(wire[at] ^ by);
                    break;
                default:
                    wire.RemoveRange(at, wire.Count - at);
                    break;
            }

            Assert.Equal([next], Wire.Frames([.. wire, .. Wire.Of(next)]));
        });

    [Fact]
    public void Frames_that_are_longer_than_the_longest_are_passed_over()
    {
        byte[] payload = [.. Enumerable.Range(0, LinkFormat.LargestPayload + 1).Select(i => (byte)(i % 7))];
        Sent next = new(LinkFormat.Version, 1, 0, 7, [1, 2, 3]);
        byte[] tooLong = Wire.Raw([LinkFormat.Version, 1, 0, 1, 0, .. payload]);
        byte[] longest = Wire.Raw([LinkFormat.Version, 1, 0, 1, 0, .. payload.SkipLast(1)]);

        Assert.Equal([next], Wire.Frames([.. tooLong, .. Wire.Of(next)]));
        Assert.Equal(2, Wire.Frames([.. longest, .. Wire.Of(next)]).Count);
    }

    [Fact]
    public void Frames_that_are_too_short_for_a_header_are_passed_over_and_the_shortest_is_found()
    {
        for (int length = 0; length < LinkFormat.HeaderBytes; length++)
        {
            Assert.Empty(Wire.Frames(Wire.Raw([.. Enumerable.Repeat((byte)1, length)])));
        }

        Assert.Single(Wire.Frames(Wire.Raw(1, 2, 0, 3, 4)));
    }

    [Fact]
    public void A_frame_of_another_version_is_found_so_that_it_can_be_refused()
    {
        Sent found = Assert.Single(Wire.Frames(Wire.Raw(9, 1, 0, 0x34, 0x12, 5)));
        Assert.Equal((9, 0x1234), (found.Version, found.Request));
        Assert.Equal([5], found.Payload);
    }

    [Fact]
    public void Two_frames_may_share_the_zero_between_them()
    {
        Sent sent = new(LinkFormat.Version, 1, 0, 7, [0, 0]);
        byte[] wire = Wire.Of(sent);
        Assert.Equal([sent, sent], Wire.Frames([.. wire, .. wire[1..]]));
    }

    [Fact]
    public void A_writer_refuses_what_does_not_fit_and_what_comes_after_its_seal()
    {
        FrameWriter writer = new(new byte[LinkFormat.LargestFrame]);
        Assert.Throws<InvalidOperationException>(() => writer.PutByte(1));
        writer.Begin(1, FrameKind.Request, 0);
        Assert.Equal(LinkFormat.LargestPayload, writer.Free);
        writer.PutBytes(new byte[LinkFormat.LargestPayload], 0, LinkFormat.LargestPayload);
        Assert.Throws<InvalidOperationException>(() => writer.PutByte(1));
        writer.Begin(1, FrameKind.Request, 0);
        Assert.True(writer.Seal());
        Assert.Throws<InvalidOperationException>(() => writer.PutByte(1));
    }

    [Fact]
    public void A_buffer_that_is_too_short_for_the_longest_frame_is_refused()
    {
        Assert.Throws<ArgumentException>(() => new FrameReader(new byte[LinkFormat.LargestFrame - 1]));
        Assert.Throws<ArgumentException>(() => new FrameWriter(new byte[LinkFormat.LargestFrame - 1]));
    }
}
