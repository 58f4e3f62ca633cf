package org.mlmath.calculus.network;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.DoubleUnaryOperator;
import org.mlmath.calculus.activation.ActivationName;
import org.mlmath.calculus.network.GradientCheckRequest.CheckedGradients;
import org.mlmath.calculus.network.GradientCheckResult.CheckDiagnostics;
import org.mlmath.calculus.network.GradientCheckResult.ParameterKind;
import org.mlmath.calculus.network.GradientCheckResult.WorstParameter;
import org.mlmath.kit.answer.Warning;
import org.mlmath.numerics.Deadline;
import org.mlmath.numerics.DimensionMismatchException;
import org.mlmath.numerics.DomainException;
import org.mlmath.numerics.MathException;
import org.mlmath.numerics.linear.Matrix;
import org.mlmath.numerics.network.BackwardPass;
import org.mlmath.numerics.network.Criterion;
import org.mlmath.numerics.network.ForwardPass;
import org.mlmath.numerics.network.Layer;
import org.mlmath.numerics.network.Network;

/** Gradients of a network's loss held against differences of that loss. */
final class GradientCheck {
    private static final double TOLERANCE = 1e-6;

    /** The part of the largest entry below which an entry's own size no longer counts. */
    private static final double FLOOR = 1e-4;

    /** The same beside the loss, whose rounding no difference of it escapes. */
    private static final double FLOOR_BESIDE_LOSS = 1e-8;

    private final Network network;
    private final Batch batch;
    private final Matrix targets;
    private final Criterion criterion;
    private final Double stepSize;
    private final Deadline deadline;
    private final double loss;
    private final double floor;

    private WorstParameter worst;
    private double differences;
    private double ofGradients;
    private double ofDifferences;
    private int parameters;
    private int kinks;
    private long evaluations = 1;

    private GradientCheck(
            Network network,
            Batch batch,
            Matrix targets,
            Criterion criterion,
            Double stepSize,
            double loss,
            double floor,
            Deadline deadline) {
        this.network = network;
        this.batch = batch;
        this.targets = targets;
        this.criterion = criterion;
        this.stepSize = stepSize;
        this.loss = loss;
        this.floor = floor;
        this.deadline = deadline;
    }

    /**
     * @throws MathException where the network's parts, the inputs, the targets or the gradients do not fit
     * @throws DomainException where the loss is not finite at the outputs
     */
    static GradientCheckResult of(GradientCheckRequest request, Deadline deadline) {
        List<Warning> warnings = new ArrayList<>();
        Network network = copy(ForwardPropagation.network(request.network()));
        ActivationName output =
                Networks.nameOf(request.network().layers().getLast().activation());
        Criterion criterion = Criteria.of(request.loss(), output, warnings);
        Batch batch = Batch.of(request.inputs(), network.inputs(), "/inputs");
        Matrix targets = batch.targets(request.targets(), request.loss(), network.outputs(), "/targets", warnings);
        ForwardPass pass = network.forward(batch.inputs());
        Criterion.Judgement judgement = criterion.judge(network, pass, targets);
        if (Double.isNaN(judgement.loss())) {
            throw new DomainException(Criteria.undefined(request.loss(), output)).at("/loss");
        }
        if (Double.isInfinite(judgement.loss())) {
            throw new DomainException("The loss is infinite here, so differences of it say nothing.").at("/loss");
        }
        List<CheckedGradients> gradients = request.gradients() == null
                ? gradients(network.backward(pass, judgement.outputDelta(), false))
                : fitting(request.gradients(), network);
        double largest = 0;
        for (CheckedGradients layer : gradients) {
            largest = Math.max(largest, layer.weightGradients().maxAbs());
            largest = Math.max(largest, Matrix.column(layer.biasGradients()).maxAbs());
        }
        double floor = Math.max(FLOOR * largest, FLOOR_BESIDE_LOSS * Math.abs(judgement.loss()));
        GradientCheck check = new GradientCheck(
                network, batch, targets, criterion, request.stepSize(), judgement.loss(), floor, deadline);
        check.all(gradients);
        return check.result(request, warnings);
    }

    private void all(List<CheckedGradients> gradients) {
        for (int l = 0; l < gradients.size(); l++) {
            Layer layer = network.layers().get(l);
            CheckedGradients given = gradients.get(l);
            double[] weights = layer.weights().values();
            for (int i = 0; i < weights.length; i++) {
                int columns = layer.inputs();
                one(weights, i, given.weightGradients().values()[i], l, ParameterKind.WEIGHT, new int[] {
                    i / columns, i % columns
                });
            }
            for (int i = 0; i < layer.biases().length; i++) {
                one(layer.biases(), i, given.biasGradients()[i], l, ParameterKind.BIAS, new int[] {i});
            }
        }
    }

    private void one(double[] values, int at, double gradient, int layer, ParameterKind kind, int[] index) {
        deadline.check();
        double value = values[at];
        DoubleUnaryOperator moved = h -> {
            values[at] = value + h;
            evaluations++;
            return criterion.loss(network.forward(batch.inputs()), targets);
        };
        double scale = Math.max(1, Math.abs(value));
        NumericalGradient numerical = stepSize == null
                ? NumericalGradient.extrapolated(moved, scale, loss)
                : NumericalGradient.central(moved, stepSize * scale);
        values[at] = value;
        if (numerical.kink()) {
            kinks++;
            return;
        }
        parameters++;
        double difference = Math.abs(gradient - numerical.value());
        double size = Math.max(floor, Math.max(Math.abs(gradient), Math.abs(numerical.value())));
        double error = difference == 0 ? 0 : difference / size;
        // Also a difference that is NaN, where a step led to a loss without a value, is an error worth showing.
        if (worst == null || !(error <= worst.relativeError())) {
            worst = new WorstParameter(layer, kind, index, gradient, numerical.value(), error);
        }
        differences = Math.hypot(differences, difference);
        ofGradients = Math.hypot(ofGradients, gradient);
        ofDifferences = Math.hypot(ofDifferences, numerical.value());
    }

    private GradientCheckResult result(GradientCheckRequest request, List<Warning> warnings) {
        if (worst == null) {
            throw new DomainException("The loss has a kink in every weight and bias here: move them, or the inputs.")
                    .at("/network");
        }
        if (kinks > 0) {
            warnings.add(new Warning(
                    "kinks",
                    "At %d weights or biases the slopes to both sides differ; they were left out.".formatted(kinks),
                    "/kinks"));
        }
        if (Boolean.TRUE.equals(request.explain())) {
            warnings.add(Warning.noSteps());
        }
        double tolerance = request.tolerance() == null ? TOLERANCE : request.tolerance();
        double sizes = ofGradients + ofDifferences;
        return new GradientCheckResult(
                worst.relativeError(),
                worst.relativeError() <= tolerance,
                worst,
                sizes == 0 ? 0 : differences / sizes,
                parameters,
                kinks,
                new CheckDiagnostics(evaluations),
                Map.of(
                        "difference",
                        request.stepSize() == null
                                ? "central, extrapolated to step 0 (Ridders)"
                                : "central, (L(w + h) − L(w − h)) / 2h"),
                warnings);
    }

    private static List<CheckedGradients> gradients(BackwardPass back) {
        List<CheckedGradients> gradients = new ArrayList<>();
        for (int l = 0; l < back.weightGradients().size(); l++) {
            gradients.add(new CheckedGradients(
                    back.weightGradients().get(l), back.biasGradients().get(l)));
        }
        return gradients;
    }

    private static List<CheckedGradients> fitting(List<CheckedGradients> given, Network network) {
        if (given.size() != network.layers().size()) {
            throw new DimensionMismatchException("There are gradients of %d layers, and the network has %d."
                            .formatted(given.size(), network.layers().size()))
                    .at("/gradients");
        }
        for (int l = 0; l < given.size(); l++) {
            Layer layer = network.layers().get(l);
            Matrix weights = given.get(l).weightGradients();
            if (weights.rows() != layer.outputs() || weights.columns() != layer.inputs()) {
                throw new DimensionMismatchException("The gradients are %s, the weights %s."
                                .formatted(weights.shape(), layer.weights().shape()))
                        .at("/gradients/" + l + "/weightGradients");
            }
            if (given.get(l).biasGradients().length != layer.outputs()) {
                throw new DimensionMismatchException("There are %d gradients of %d biases."
                                .formatted(given.get(l).biasGradients().length, layer.outputs()))
                        .at("/gradients/" + l + "/biasGradients");
            }
        }
        return given;
    }

    /** Its weights will be moved, one by one, and moved back. */
    private static Network copy(Network network) {
        return new Network(network.layers().stream()
                .map(layer -> new Layer(
                        new Matrix(
                                layer.outputs(),
                                layer.inputs(),
                                layer.weights().values().clone()),
                        layer.biases().clone(),
                        layer.activation()))
                .toList());
    }
}
