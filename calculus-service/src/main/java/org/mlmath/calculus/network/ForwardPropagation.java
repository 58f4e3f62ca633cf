package org.mlmath.calculus.network;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.mlmath.calculus.network.NetworkForwardResult.ForwardDiagnostics;
import org.mlmath.calculus.network.NetworkForwardResult.LayerPass;
import org.mlmath.kit.answer.Step;
import org.mlmath.kit.answer.Warning;
import org.mlmath.numerics.MathException;
import org.mlmath.numerics.linear.Matrix;
import org.mlmath.numerics.network.ForwardPass;
import org.mlmath.numerics.network.Network;
import org.mlmath.numerics.network.RoundingBound;

/** What a network makes of a batch, layer by layer. */
final class ForwardPropagation {
    private ForwardPropagation() {}

    /** @throws MathException where the network's parts, or the inputs, do not fit */
    static NetworkForwardResult of(NetworkForwardRequest request) {
        Network network = network(request.network());
        Batch batch = Batch.of(request.inputs(), network.inputs(), "/inputs");
        ForwardPass pass = network.forward(batch.inputs());
        List<LayerPass> layers = new ArrayList<>();
        for (int l = 0; l < pass.activations().size(); l++) {
            layers.add(new LayerPass(
                    batch.shaped(pass.preActivations().get(l)),
                    batch.shaped(pass.activations().get(l))));
        }
        List<Warning> warnings = new ArrayList<>();
        undefineOverflow(pass.preActivations(), pass.activations(), "/layers", warnings);
        return new NetworkForwardResult(
                layers,
                batch.shaped(pass.outputs()),
                new ForwardDiagnostics(RoundingBound.of(network, pass)),
                conventions(),
                warnings,
                steps(request, network, pass, batch, warnings));
    }

    static Network network(NetworkDefinition definition) {
        try {
            return Networks.of(definition);
        } catch (MathException e) {
            throw e.at("/network");
        }
    }

    static Map<String, String> conventions() {
        Map<String, String> conventions = new LinkedHashMap<>();
        conventions.put("weights", "outputs by inputs, as PyTorch's; z = W·a + b, for rows Z = A·Wᵀ + b");
        return conventions;
    }

    /** Sums and products of large numbers may overflow: what does is undefined, and so is what follows from it. */
    static void undefineOverflow(List<Matrix> some, List<Matrix> more, String pointer, List<Warning> warnings) {
        long count = undefine(some) + undefine(more);
        if (count > 0) {
            warnings.add(new Warning(
                    "undefined-values",
                    "%d numbers overflow, or follow from some that do (null).".formatted(count),
                    pointer));
        }
    }

    private static long undefine(List<Matrix> matrices) {
        long count = 0;
        for (Matrix matrix : matrices) {
            double[] values = matrix.values();
            for (int i = 0; i < values.length; i++) {
                if (!Double.isFinite(values[i])) {
                    values[i] = Double.NaN;
                    count++;
                }
            }
        }
        return count;
    }

    private static List<Step> steps(
            NetworkForwardRequest request, Network network, ForwardPass pass, Batch batch, List<Warning> warnings) {
        if (!Boolean.TRUE.equals(request.explain())) {
            return null;
        }
        if (!NetworkSteps.readable(network, batch)) {
            warnings.add(NetworkSteps.tooLong());
            return null;
        }
        NetworkSteps steps = new NetworkSteps(request.network(), network, pass, batch);
        steps.forward();
        steps.outputs();
        return steps.limited(warnings);
    }
}
