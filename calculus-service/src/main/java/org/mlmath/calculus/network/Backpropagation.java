package org.mlmath.calculus.network;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.mlmath.calculus.activation.ActivationName;
import org.mlmath.calculus.network.NetworkBackwardResult.BackwardDiagnostics;
import org.mlmath.calculus.network.NetworkBackwardResult.LayerGradients;
import org.mlmath.kit.answer.Step;
import org.mlmath.kit.answer.Warning;
import org.mlmath.numerics.DomainException;
import org.mlmath.numerics.MathException;
import org.mlmath.numerics.linear.Matrix;
import org.mlmath.numerics.network.BackwardPass;
import org.mlmath.numerics.network.Criterion;
import org.mlmath.numerics.network.ForwardPass;
import org.mlmath.numerics.network.Network;

/** The gradients of a network's loss on a batch. */
final class Backpropagation {
    private Backpropagation() {}

    /**
     * @throws MathException where the network's parts, the inputs or the targets do not fit
     * @throws DomainException where the loss has no value at the outputs
     */
    static NetworkBackwardResult of(NetworkBackwardRequest request) {
        List<Warning> warnings = new ArrayList<>();
        Network network = ForwardPropagation.network(request.network());
        ActivationName output =
                Networks.nameOf(request.network().layers().getLast().activation());
        Criterion criterion = Criteria.of(request.loss(), output, warnings);
        Batch batch = Batch.of(request.inputs(), network.inputs(), "/inputs");
        Matrix targets = batch.targets(request.targets(), request.loss(), network.outputs(), "/targets", warnings);
        ForwardPass pass = network.forward(batch.inputs());
        requireOutputs(pass.outputs());
        Criterion.Judgement judgement = criterion.judge(network, pass, targets);
        if (Double.isNaN(judgement.loss())) {
            throw new DomainException(Criteria.undefined(request.loss(), output)).at("/loss");
        }
        if (Double.isInfinite(judgement.loss()) && !request.loss().name().takesLogarithms()) {
            throw new DomainException("The loss is larger than the largest double: scale the targets or the network.")
                    .at("/loss");
        }
        if (Double.isInfinite(judgement.loss())) {
            warnings.add(new Warning(
                    "infinite-loss", "The loss is infinite: what happened was given probability 0.", "/loss"));
        }
        BackwardPass back = network.backward(pass, judgement.outputDelta());
        ForwardPropagation.undefineOverflow(back.deltas(), back.weightGradients(), "/layers", warnings);
        List<LayerGradients> layers = new ArrayList<>();
        double squares = 0;
        for (int l = 0; l < pass.activations().size(); l++) {
            layers.add(new LayerGradients(
                    batch.shaped(pass.preActivations().get(l)),
                    batch.shaped(pass.activations().get(l)),
                    batch.shaped(back.deltas().get(l)),
                    back.weightGradients().get(l),
                    back.biasGradients().get(l)));
            double ofWeights = back.weightGradients().get(l).frobeniusNorm();
            double ofBiases = Matrix.column(back.biasGradients().get(l)).frobeniusNorm();
            squares = Math.hypot(squares, Math.hypot(ofWeights, ofBiases));
        }
        return new NetworkBackwardResult(
                judgement.loss(),
                batch.shaped(pass.outputs()),
                layers,
                batch.shaped(back.inputGradients()),
                new BackwardDiagnostics(squares),
                conventions(request, criterion),
                warnings,
                steps(request, network, pass, targets, batch, judgement, back, criterion, warnings));
    }

    /** Of outputs that overflow there is no loss. */
    private static void requireOutputs(Matrix outputs) {
        for (double value : outputs.values()) {
            if (!Double.isFinite(value)) {
                throw new DomainException(
                                "The network's outputs are larger than the largest double: scale the inputs or the weights.")
                        .at("/inputs");
            }
        }
    }

    static Map<String, String> conventions(NetworkBackwardRequest request, Criterion criterion) {
        Map<String, String> conventions = ForwardPropagation.conventions();
        conventions.put(
                "loss",
                switch (request.loss().reductionOrMean()) {
                    case MEAN ->
                        "the mean over all losses, as in PyTorch: per output, or per example for categorical-cross-entropy";
                    case HALF_MEAN -> "half the mean over all losses, 1/2m";
                    case SUM, NONE -> "the sum of all losses";
                });
        if (criterion.fused()) {
            conventions.put(
                    "output", "output activation and loss are computed as one function of the last pre-activations");
        }
        conventions.put("derivativeAtKink", "that of the side below: 0 for relu");
        return conventions;
    }

    private static List<Step> steps(
            NetworkBackwardRequest request,
            Network network,
            ForwardPass pass,
            Matrix targets,
            Batch batch,
            Criterion.Judgement judgement,
            BackwardPass back,
            Criterion criterion,
            List<Warning> warnings) {
        if (!Boolean.TRUE.equals(request.explain())) {
            return null;
        }
        if (!NetworkSteps.readable(network, batch)) {
            warnings.add(NetworkSteps.tooLong());
            return null;
        }
        NetworkSteps steps = new NetworkSteps(request.network(), network, pass, batch);
        steps.forward();
        steps.loss(request.loss(), targets, judgement, criterion.fused());
        steps.backward(back);
        return steps.limited(warnings);
    }
}
