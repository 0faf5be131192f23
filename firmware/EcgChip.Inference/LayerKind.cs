namespace EcgChip.Inference
{
    /// <summary>What a layer of a network computes.</summary>
    public enum LayerKind
    {
        /// <summary>Convolution along time, stride 1, zero padding to the same length.</summary>
        Convolution = 0,

        /// <summary>Largest of a sliding window, without padding.</summary>
        MaxPool = 1,

        /// <summary>Every output a weighted sum of every input.</summary>
        Dense = 2,
    }
}
