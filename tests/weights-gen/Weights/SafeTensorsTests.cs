using System;
using System.Buffers.Binary;
using System.IO;
using System.Linq;
using System.Text;
using System.Text.Json.Nodes;
using CsCheck;
using EcgChip.WeightsGen.Weights;

namespace EcgChip.WeightsGen.Tests.Weights;

public sealed class SafeTensorsTests
{
    [Fact]
    public void What_is_written_is_read_back_to_the_bit()
    {
        Gen.Select(Gen.Float.Array[0, 40], Gen.Float.Array[1, 20], Gen.String[Gen.Char.AlphaNumeric, 1, 12], Gen.String)
            .Sample((first, second, name, text) =>
            {
                SafeTensors file = new();
                file.Add("a" + name, first, first.Length);
                file.Add("b" + name, second, 1, second.Length);
                file.Metadata.Add("note", Clean(text));

                SafeTensors read = SafeTensors.FromBytes(file.ToBytes());

                Assert.Equal(Bits(first), Bits(read.Tensors["a" + name].Values));
                Assert.Equal(Bits(second), Bits(read.Tensors["b" + name].Values));
                Assert.Equal([1, second.Length], read.Tensors["b" + name].Shape);
                Assert.Equal(Clean(text), read.Metadata["note"]);
            });
    }

    [Fact]
    public void The_header_is_what_other_readers_of_safetensors_expect()
    {
        SafeTensors file = new();
        file.Add("conv1.bias", [1f, -2f], 2);
        file.Metadata.Add("seed", "1");
        byte[] bytes = file.ToBytes();

        int length = (int)BinaryPrimitives.ReadUInt64LittleEndian(bytes);
        JsonNode header = JsonNode.Parse(Encoding.UTF8.GetString(bytes, 8, length))!;

        Assert.Equal(0, length % 8);
        Assert.Equal("F32", (string?)header["conv1.bias"]!["dtype"]);
        Assert.Equal("[2]", header["conv1.bias"]!["shape"]!.ToJsonString());
        Assert.Equal("[0,8]", header["conv1.bias"]!["data_offsets"]!.ToJsonString());
        Assert.Equal("1", (string?)header["__metadata__"]!["seed"]);
        Assert.Equal([0, 0, 0x80, 0x3f, 0, 0, 0, 0xc0], bytes[(8 + length)..]);
    }

    [Fact]
    public void A_file_cut_off_anywhere_is_refused_with_a_sentence()
    {
        using TemporaryFolder folder = new();
        SafeTensors file = new();
        file.Add("weights", [1f, 2f, 3f], 3);
        byte[] bytes = file.ToBytes();

        for (int length = 0; length < bytes.Length; length++)
        {
            File.WriteAllBytes(folder.File("cut"), bytes[..length]);
            InputException refusal = Assert.Throws<InputException>(() => SafeTensors.Load(folder.File("cut")));
            Assert.Contains("check it out again or train again", refusal.Message, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void A_shape_that_does_not_fit_the_values_is_refused()
    {
        Assert.Throws<ArgumentException>(() => new SafeTensors().Add("weights", [1f, 2f, 3f], 2, 2));
    }

    private static int[] Bits(float[] values) => Array.ConvertAll(values, BitConverter.SingleToInt32Bits);

    // Lone surrogates have no UTF-8.
    private static string Clean(string text) => new([.. text.Where(letter => !char.IsSurrogate(letter))]);
}
