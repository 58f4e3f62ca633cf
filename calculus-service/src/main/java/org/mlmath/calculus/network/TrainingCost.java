package org.mlmath.calculus.network;

import java.util.List;
import org.mlmath.calculus.network.ArchitectureDefinition.ArchitectureLayer;
import org.mlmath.kit.work.Cost;

/**
 * What training takes, from the shape of the request. Measured: an example costs 0.3 ns per weight and 60 ns per unit, there and back;
 * a step 10 ns per parameter and 6 µs per layer.
 */
final class TrainingCost {
    private static final double PER_WEIGHT = 3e-10;
    private static final double PER_UNIT = 8e-8;
    private static final double PER_PARAMETER_AND_STEP = 1e-8;
    private static final double PER_LAYER_AND_STEP = 6e-6;
    private static final double BYTES_PER_PARAMETER = 400;
    private static final double BYTES_PER_NUMBER = 32;

    private TrainingCost() {}

    static Cost of(NetworkTrainRequest request) {
        if (request.data() == null || request.data().inputs() == null || request.epochs() == null) {
            return Cost.SMALL;
        }
        double examples = request.data().inputs().matrix().rows();
        double weights = 0;
        double units = 0;
        double layers = 0;
        if (request.architecture() != null && request.architecture().layers() != null) {
            double inputs = request.data().inputs().matrix().columns();
            for (ArchitectureLayer layer : request.architecture().layers()) {
                double outputs = layer == null || layer.units() == null ? 0 : layer.units();
                weights += inputs * outputs;
                units += outputs;
                inputs = outputs;
            }
            layers = request.architecture().layers().size();
        } else {
            NetworkDefinition network = request.network() != null
                    ? request.network()
                    : request.resume() == null
                            ? new NetworkDefinition(List.of())
                            : request.resume().network();
            if (network != null && network.layers() != null) {
                weights = network.weights();
                units = network.units();
                layers = network.layers().size();
            }
        }
        double batch = request.batchSize() == null ? Math.max(1, examples) : request.batchSize();
        double steps = request.epochs() * Math.ceil(examples / batch);
        double seconds = request.epochs() * examples * (PER_WEIGHT * weights + PER_UNIT * units)
                + steps * (PER_PARAMETER_AND_STEP * (weights + units) + PER_LAYER_AND_STEP * layers);
        double history = Math.min(request.epochs(), EpochRecorder.MOST) * (6 + layers);
        double bytes = BYTES_PER_PARAMETER * (weights + units)
                + BYTES_PER_NUMBER * (history + Math.min(batch, examples) * units * 3);
        return Cost.SMALL.plus(new Cost(seconds, (long) Math.min(bytes, Long.MAX_VALUE / 4.0)));
    }
}
