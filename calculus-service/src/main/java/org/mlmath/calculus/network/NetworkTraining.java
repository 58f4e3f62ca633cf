package org.mlmath.calculus.network;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.ToLongFunction;
import org.mlmath.calculus.activation.ActivationName;
import org.mlmath.calculus.network.NetworkTrainRequest.BoundaryOptions;
import org.mlmath.calculus.network.NetworkTrainResult.DecisionBoundary;
import org.mlmath.calculus.network.NetworkTrainResult.LayerFlow;
import org.mlmath.calculus.network.NetworkTrainResult.TrainingDiagnostics;
import org.mlmath.calculus.network.NetworkTrainResult.TrainingHistory;
import org.mlmath.calculus.network.NetworkTrainResult.TrainingMetrics;
import org.mlmath.calculus.network.NetworkTrainResult.TrainingReason;
import org.mlmath.kit.answer.Warning;
import org.mlmath.kit.work.Progress;
import org.mlmath.numerics.Deadline;
import org.mlmath.numerics.DimensionMismatchException;
import org.mlmath.numerics.DomainException;
import org.mlmath.numerics.InvalidParameterException;
import org.mlmath.numerics.MathException;
import org.mlmath.numerics.linear.Matrix;
import org.mlmath.numerics.network.Epoch;
import org.mlmath.numerics.network.FlatParameters;
import org.mlmath.numerics.network.ForwardPass;
import org.mlmath.numerics.network.Layer;
import org.mlmath.numerics.network.Network;
import org.mlmath.numerics.network.Scoring;
import org.mlmath.numerics.network.Training;
import org.mlmath.numerics.network.TrainingRun;
import org.mlmath.numerics.network.TrainingState;

/** Trains a network and says what came of it. See {@link Training} for the training itself. */
final class NetworkTraining {
    private static final int USUAL_RESOLUTION = 50;

    private NetworkTraining() {}

    /**
     * @param seeds gives the seed to use for the one given, or draws one
     * @param progress is told of each epoch as soon as it is over
     * @throws MathException at the field of the request that is wrong
     */
    static NetworkTrainResult train(
            NetworkTrainRequest request, ToLongFunction<Long> seeds, Deadline deadline, Progress progress) {
        List<Warning> warnings = new ArrayList<>();
        TrainingSetup setup = TrainingSetup.of(request, seeds, warnings);
        Training training = setup.training();
        requireTwoInputs(request, training.network());
        EpochRecorder recorder = new EpochRecorder(progress, training.scoring().kind() != Scoring.Kind.NONE);
        TrainingRun run = run(request, setup, deadline, recorder);
        List<Epoch> epochs = recorder.epochs();
        List<ActivationName> activations = setup.shape().layers().stream()
                .map(layer -> Networks.nameOf(layer.activation()))
                .toList();
        deadline.check();
        ForwardPass pass = run.network().forward(training.data().inputs());
        if (Double.isNaN(
                training.criterion().loss(pass, training.data().targets()))) { // without an epoch nobody has looked
            throw undefined(request, setup);
        }
        warn(request, recorder, run, warnings);
        return new NetworkTrainResult(
                written(setup.shape(), run.network()),
                history(training, epochs),
                metrics(training, run, pass),
                flow(training, epochs),
                TrainingDiagnosis.of(training, run, epochs, activations, pass, training.criterion()),
                TrainingReason.valueOf(run.reason().name()),
                run.state().epoch(),
                run.state().bestEpoch(),
                setup.method().complete(),
                training.batchSize(),
                setup.seed(),
                setup.validationIndices(),
                boundary(request.decisionBoundary(), training, run.network()),
                state(setup, run),
                new TrainingDiagnostics(
                        gradientNorm(training, run, pass),
                        run.state().steps() - setup.start().steps()),
                conventions(request, setup),
                List.copyOf(warnings));
    }

    private static TrainingRun run(
            NetworkTrainRequest request, TrainingSetup setup, Deadline deadline, Consumer<Epoch> listener) {
        try {
            return setup.training().run(setup.start(), request.epochs(), deadline, listener);
        } catch (DomainException e) {
            throw undefined(request, setup);
        }
    }

    private static MathException undefined(NetworkTrainRequest request, TrainingSetup setup) {
        ActivationName output = Networks.nameOf(setup.shape().layers().getLast().activation());
        return new DomainException(Criteria.undefined(request.loss(), output)).at("/loss");
    }

    private static void requireTwoInputs(NetworkTrainRequest request, Network network) {
        BoundaryOptions options = request.decisionBoundary();
        if (options == null) {
            return;
        }
        if (network.inputs() != 2) {
            throw new InvalidParameterException(
                            "A decision boundary is drawn over two inputs; there are %d.".formatted(network.inputs()))
                    .at("/decisionBoundary");
        }
        Matrix ranges = options.ranges();
        if (ranges != null) {
            if (ranges.rows() != 2 || ranges.columns() != 2) {
                throw new DimensionMismatchException(
                                "The ranges are %s; a [lower, upper] of each of two inputs is needed."
                                        .formatted(ranges.shape()))
                        .at("/decisionBoundary/ranges");
            }
            for (int i = 0; i < 2; i++) {
                if (!(ranges.get(i, 0) < ranges.get(i, 1))) {
                    throw new InvalidParameterException("A range goes from a lower to an upper end.")
                            .at("/decisionBoundary/ranges/" + i);
                }
            }
        }
    }

    private static void warn(
            NetworkTrainRequest request, EpochRecorder recorder, TrainingRun run, List<Warning> warnings) {
        if (recorder.stride() > 1) {
            warnings.add(new Warning(
                    "history-thinned",
                    "More than %d epochs were made; every %d-th is in the history."
                            .formatted(EpochRecorder.MOST, recorder.stride()),
                    "/history"));
        }
        if (run.reason() == TrainingRun.Reason.DIVERGED || run.reason() == TrainingRun.Reason.UNDEFINED) {
            warnings.add(new Warning(
                    run.reason() == TrainingRun.Reason.DIVERGED ? "diverged" : "left-domain",
                    "Step %d could not be made; what is returned is from before its epoch."
                            .formatted(run.failedStep())));
        }
        if (Boolean.TRUE.equals(request.explain())) {
            warnings.add(Warning.noSteps());
        }
    }

    /** The network as it was described, with other weights and biases. */
    private static NetworkDefinition written(NetworkDefinition shape, Network network) {
        List<LayerDefinition> layers = new ArrayList<>();
        for (int l = 0; l < network.layers().size(); l++) {
            LayerDefinition as = shape.layers().get(l);
            Layer layer = network.layers().get(l);
            layers.add(new LayerDefinition(
                    layer.weights(),
                    layer.biases(),
                    Networks.nameOf(as.activation()),
                    as.negativeSlope(),
                    as.alpha(),
                    as.approximate()));
        }
        return new NetworkDefinition(layers);
    }

    private static TrainingHistory history(Training training, List<Epoch> epochs) {
        boolean scored = training.scoring().kind() != Scoring.Kind.NONE;
        boolean validated = training.validation() != null;
        return new TrainingHistory(
                epochs.stream().mapToLong(Epoch::number).toArray(),
                EpochRecorder.column(epochs, Epoch::loss),
                scored ? EpochRecorder.column(epochs, Epoch::accuracy) : null,
                validated ? EpochRecorder.column(epochs, Epoch::validationLoss) : null,
                scored && validated ? EpochRecorder.column(epochs, Epoch::validationAccuracy) : null,
                EpochRecorder.column(epochs, Epoch::learningRate));
    }

    private static List<LayerFlow> flow(Training training, List<Epoch> epochs) {
        List<LayerFlow> flow = new ArrayList<>();
        for (int l = 0; l < training.network().layers().size(); l++) {
            int layer = l;
            flow.add(new LayerFlow(l, EpochRecorder.column(epochs, epoch -> epoch.layerGradientNorms()[layer])));
        }
        return flow;
    }

    private static TrainingMetrics metrics(Training training, TrainingRun run, ForwardPass pass) {
        Training.Examples data = training.data();
        Training.Examples validation = training.validation();
        boolean scored = training.scoring().kind() != Scoring.Kind.NONE;
        ForwardPass unseen = validation == null ? null : run.network().forward(validation.inputs());
        return new TrainingMetrics(
                training.criterion().loss(pass, data.targets()),
                training.penalty(run.network()),
                scored ? training.scoring().accuracy(pass.outputs(), data.targets()) : null,
                scored ? null : rSquared(pass.outputs(), data.targets()),
                unseen == null ? null : training.criterion().loss(unseen, validation.targets()),
                unseen == null || !scored ? null : training.scoring().accuracy(unseen.outputs(), validation.targets()));
    }

    /** @return null where the targets do not vary */
    private static Double rSquared(Matrix outputs, Matrix targets) {
        double errors = 0;
        double deviations = 0;
        for (int j = 0; j < targets.columns(); j++) {
            double[] t = targets.columnAt(j);
            double[] y = outputs.columnAt(j);
            double mean = 0;
            for (double each : t) {
                mean += each / t.length;
            }
            for (int i = 0; i < t.length; i++) {
                errors += (y[i] - t[i]) * (y[i] - t[i]);
                deviations += (t[i] - mean) * (t[i] - mean);
            }
        }
        return deviations > 0 ? 1 - errors / deviations : null;
    }

    private static double gradientNorm(Training training, TrainingRun run, ForwardPass pass) {
        Network network = run.network();
        double[] gradient = training.gradient(network, pass);
        return Matrix.column(gradient).frobeniusNorm();
    }

    private static DecisionBoundary boundary(BoundaryOptions options, Training training, Network network) {
        if (options == null) {
            return null;
        }
        int points = options.resolution() == null ? USUAL_RESOLUTION : options.resolution();
        double[] x = axis(options.ranges(), training.data().inputs(), 0, points);
        double[] y = axis(options.ranges(), training.data().inputs(), 1, points);
        double[] grid = new double[2 * points * points];
        for (int i = 0; i < points; i++) {
            for (int j = 0; j < points; j++) {
                grid[2 * (i * points + j)] = x[j];
                grid[2 * (i * points + j) + 1] = y[i];
            }
        }
        Matrix outputs = network.forward(new Matrix(points * points, 2, grid)).outputs();
        boolean classes = outputs.columns() > 1;
        double[] values = new double[points * points];
        for (int i = 0; i < values.length; i++) {
            values[i] = classes ? Scoring.largest(outputs, i) : outputs.values()[i];
        }
        return new DecisionBoundary(x, y, new Matrix(points, points, values), classes);
    }

    private static double[] axis(Matrix ranges, Matrix inputs, int input, int points) {
        double lower = Double.POSITIVE_INFINITY;
        double upper = Double.NEGATIVE_INFINITY;
        for (double value : inputs.columnAt(input)) {
            lower = Math.min(lower, value);
            upper = Math.max(upper, value);
        }
        double margin = upper > lower ? (upper - lower) / 10 : 1;
        lower = ranges == null ? lower - margin : ranges.get(input, 0);
        upper = ranges == null ? upper + margin : ranges.get(input, 1);
        double[] axis = new double[points];
        for (int i = 0; i < points; i++) {
            double part = (double) i / (points - 1);
            axis[i] = (1 - part) * lower + part * upper;
        }
        return axis;
    }

    private static NetworkTrainingState state(TrainingSetup setup, TrainingRun run) {
        TrainingState state = run.state();
        Network last = FlatParameters.like(setup.training().network(), state.parameters());
        return new NetworkTrainingState(
                setup.method().complete().name(),
                state.epoch(),
                state.steps(),
                written(setup.shape(), last),
                setup.method().named(state.memory(), state.parameters().length),
                setup.seed(),
                state.bestEpoch() == 0 || !Double.isFinite(state.bestLoss())
                        ? null
                        : new NetworkTrainingState.BestEpoch(
                                state.bestEpoch(), state.bestLoss(), state.bestParameters()));
    }

    private static Map<String, String> conventions(NetworkTrainRequest request, TrainingSetup setup) {
        Map<String, String> conventions = ForwardPropagation.conventions();
        conventions.put("updateRule", setup.method().followed());
        conventions.put("schedule", "counts steps, not epochs");
        conventions.put(
                "history",
                "the loss of an epoch is the mean over its batches, each as it was before its step and without penalties, as Keras"
                        + " reports it; metrics are those of the network at the end");
        if (request.regularization() != null) {
            conventions.put("penalty", "λ₁Σ|w| + ½λ₂Σw² over the weights, not the biases; Keras writes λ₂Σw²");
        }
        if (setup.validationIndices() != null) {
            conventions.put("validationSplit", "drawn by the seed, not the last examples as in Keras");
        }
        return new LinkedHashMap<>(conventions);
    }
}
