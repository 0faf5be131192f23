using System;
using System.Buffers.Binary;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Runtime.InteropServices;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace EcgChip.WeightsGen.Weights;

/// <summary>
/// A file of named 32-bit float tensors with text metadata, in the safetensors format (huggingface/safetensors, README "Format"): eight bytes of
/// header length, little-endian; a JSON header, padded with blanks to a multiple of eight; the raw little-endian values.
/// Written in the order of the names, so that the same content gives the same bytes.
/// </summary>
public sealed class SafeTensors
{
    private const string MetadataKey = "__metadata__";
    private const string FloatType = "F32";
    private const int LengthBytes = sizeof(ulong);
    private const int MostHeaderBytes = 100_000_000;

    // No more than \u escapes for what JSON must escape: text stays text in a diff.
    private static readonly JsonSerializerOptions s_json = new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Text about the tensors, by name.</summary>
    public SortedDictionary<string, string> Metadata { get; } = new(StringComparer.Ordinal);

    /// <summary>The tensors by name.</summary>
    public SortedDictionary<string, FloatTensor> Tensors { get; } = new(StringComparer.Ordinal);

    /// <summary>Adds a tensor.</summary>
    /// <exception cref="ArgumentException">Shape and number of values differ, or the name is taken.</exception>
    public void Add(string name, float[] values, params int[] shape)
    {
        ArgumentNullException.ThrowIfNull(values);
        if (shape.Aggregate(1, (product, size) => product * size) != values.Length)
            throw new ArgumentException($"Tensor {name} has {values.Length} values, its shape says otherwise.", nameof(shape));

        Tensors.Add(name, new FloatTensor(shape, values));
    }

    /// <summary>Writes the file whole or not at all, see <see cref="WholeFile"/>.</summary>
    /// <exception cref="InputException">It cannot be written there.</exception>
    public void Save(string path) => WholeFile.WriteBytes(path, ToBytes());

    /// <summary>The file's bytes.</summary>
    public byte[] ToBytes()
    {
        JsonObject header = [];
        if (Metadata.Count > 0)
            header[MetadataKey] = new JsonObject(Metadata.Select(item => KeyValuePair.Create(item.Key, (JsonNode?)item.Value)));

        long offset = 0;
        foreach ((string name, FloatTensor tensor) in Tensors)
        {
            long end = offset + (long)tensor.Values.Length * sizeof(float);
            header[name] = new JsonObject
            {
                ["dtype"] = FloatType,
                ["shape"] = new JsonArray([.. tensor.Shape.Select(size => (JsonNode)size)]),
                ["data_offsets"] = new JsonArray(offset, end),
            };
            offset = end;
        }

        string text = header.ToJsonString(s_json);
        int length = Encoding.UTF8.GetByteCount(text);
        int padded = (length + LengthBytes - 1) / LengthBytes * LengthBytes;
        byte[] file = new byte[LengthBytes + padded + offset];
        BinaryPrimitives.WriteUInt64LittleEndian(file, (ulong)padded);
        file.AsSpan(LengthBytes, padded).Fill((byte)' ');
        Encoding.UTF8.GetBytes(text, file.AsSpan(LengthBytes));
        Span<byte> data = file.AsSpan(LengthBytes + padded);
        foreach (FloatTensor tensor in Tensors.Values)
        {
            MemoryMarshal.AsBytes<float>(tensor.Values).CopyTo(data);
            data = data[(tensor.Values.Length * sizeof(float))..];
        }

        return file;
    }

    /// <summary>Reads a file.</summary>
    /// <exception cref="InputException">It is missing, cut off, damaged, or holds other than 32-bit floats.</exception>
    public static SafeTensors Load(string path)
    {
        if (!File.Exists(path))
            throw new InputException($"There are no weights {path}: make them with weights-gen train.");

        try
        {
            return FromBytes(File.ReadAllBytes(path));
        }
        catch (Exception fault) when (fault is InvalidDataException or JsonException or InvalidOperationException or FormatException)
        {
            throw new InputException($"{path} is no usable safetensors file ({fault.Message.TrimEnd('.')}): check it out again or train again.", fault);
        }
    }

    /// <summary>Reads a file's bytes.</summary>
    /// <exception cref="InvalidDataException">They are cut off or damaged, or hold other than 32-bit floats.</exception>
    public static SafeTensors FromBytes(byte[] file)
    {
        ArgumentNullException.ThrowIfNull(file);
        ulong length = file.Length < LengthBytes ? ulong.MaxValue : BinaryPrimitives.ReadUInt64LittleEndian(file);
        if (length > MostHeaderBytes || (int)length + LengthBytes > file.Length)
            throw new InvalidDataException("its header is cut off");

        ReadOnlySpan<byte> data = file.AsSpan(LengthBytes + (int)length);
        JsonObject header = JsonNode.Parse(file.AsSpan(LengthBytes, (int)length))?.AsObject() ?? throw new InvalidDataException("its header is empty");
        SafeTensors tensors = new();
        foreach ((string name, JsonNode? node) in header)
        {
            JsonObject entry = node?.AsObject() ?? throw new InvalidDataException($"{name} is empty");
            if (name == MetadataKey)
            {
                foreach ((string key, JsonNode? value) in entry)
                    tensors.Metadata.Add(key, value?.GetValue<string>() ?? string.Empty);
            }
            else
            {
                tensors.Tensors.Add(name, ReadTensor(name, entry, data));
            }
        }

        return tensors;
    }

    private static FloatTensor ReadTensor(string name, JsonObject entry, ReadOnlySpan<byte> data)
    {
        if (entry["dtype"]?.GetValue<string>() != FloatType || entry["shape"] is not JsonArray shapes || entry["data_offsets"] is not JsonArray { Count: 2 } offsets)
            throw new InvalidDataException($"{name} is not a tensor of {FloatType}");

        int[] shape = [.. shapes.Select(size => size!.GetValue<int>())];
        long start = offsets[0]!.GetValue<long>();
        long end = offsets[1]!.GetValue<long>();
        long values = shape.Aggregate(1L, (product, size) => product * size);
        if (start < 0 || end > data.Length || end - start != values * sizeof(float))
            throw new InvalidDataException($"{name} lies outside the file");

        return new FloatTensor(shape, MemoryMarshal.Cast<byte, float>(data[(int)start..(int)end]).ToArray());
    }
}
