namespace EcgChip.Inference
{
    /// <summary>
    /// How long the thirds are in which each layer of a network holds its activations (<see cref="LanePacking"/>). Convolutions keep the
    /// thirds; a pool of five by two halves them and stays in the lanes, where thirds are even; any other pool begins anew.
    /// </summary>
    public sealed class LanePlan
    {
        private readonly ushort[] thirdIn;
        private readonly ushort[] thirdOut;
        private readonly bool[] poolsInLanes;

        /// <summary>Plans the convolutions and pools among <paramref name="layers"/>.</summary>
        public LanePlan(LayerSpec[] layers)
        {
            thirdIn = new ushort[layers.Length];
            thirdOut = new ushort[layers.Length];
            poolsInLanes = new bool[layers.Length];
            int third = LanePacking.Third(layers[0].InLength);
            for (int layer = 0; layer < layers.Length; layer++)
            {
                LayerSpec spec = layers[layer];
                thirdIn[layer] = (ushort)third;
                if (spec.Kind == LayerKind.MaxPool)
                {
                    poolsInLanes[layer] = third % 2 == 0
                        && spec.Taps == PoolKernel.FiveWindow && spec.Stride == PoolKernel.TwoStride && third / 2 >= LanePacking.Halo;
                    third = poolsInLanes[layer] ? third / 2 : LanePacking.Third(spec.OutLength);
                }

                thirdOut[layer] = (ushort)third;
            }
        }

        /// <summary>Positions of a third of the input of layer <paramref name="layer"/>.</summary>
        public int ThirdIn(int layer)
        {
            return thirdIn[layer];
        }

        /// <summary>Positions of a third of the output of layer <paramref name="layer"/>.</summary>
        public int ThirdOut(int layer)
        {
            return thirdOut[layer];
        }

        /// <summary>True where layer <paramref name="layer"/> is a pool that stays in the lanes.</summary>
        public bool PoolsInLanes(int layer)
        {
            return poolsInLanes[layer];
        }
    }
}
