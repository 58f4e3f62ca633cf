package org.mlmath.calculus.network;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.ToLongFunction;
import java.util.stream.IntStream;
import org.mlmath.calculus.activation.ActivationName;
import org.mlmath.calculus.loss.LossName;
import org.mlmath.calculus.network.ArchitectureDefinition.ArchitectureLayer;
import org.mlmath.calculus.network.NetworkTrainRequest.EarlyStoppingOptions;
import org.mlmath.calculus.optimization.FirstOrderMethod;
import org.mlmath.kit.answer.Warning;
import org.mlmath.kit.array.VectorOrMatrix;
import org.mlmath.numerics.DimensionMismatchException;
import org.mlmath.numerics.InvalidParameterException;
import org.mlmath.numerics.LimitExceededException;
import org.mlmath.numerics.MathException;
import org.mlmath.numerics.linear.Matrix;
import org.mlmath.numerics.network.Criterion;
import org.mlmath.numerics.network.EarlyStopping;
import org.mlmath.numerics.network.FlatParameters;
import org.mlmath.numerics.network.Network;
import org.mlmath.numerics.network.Scoring;
import org.mlmath.numerics.network.Training;
import org.mlmath.numerics.network.TrainingState;
import org.mlmath.numerics.optimization.EpochOrder;

/**
 * A request to train, checked and put together.
 *
 * @param shape the network's layers as they were described, with the weights that training begins with
 * @param start where it begins
 * @param seed null where nothing is drawn
 * @param validationIndices the examples set aside, null where none were
 */
record TrainingSetup(
        Training training,
        NetworkDefinition shape,
        TrainingState start,
        FirstOrderMethod method,
        Long seed,
        int[] validationIndices) {
    /** Beyond this a network is not for a request: its state alone would be hundreds of megabytes of JSON. */
    private static final long MOST_PARAMETERS = 5_000_000;

    /** Numbers the drawing of validation data among the epochs' shuffles, far from any of them. */
    private static final long SPLIT_EPOCH = -1;

    /**
     * @param seeds gives the seed to use for the one given, or draws one; asked only where something is drawn
     * @throws MathException at the field that is wrong
     */
    static TrainingSetup of(NetworkTrainRequest request, ToLongFunction<Long> seeds, List<Warning> warnings) {
        requireOneNetwork(request);
        Matrix inputs = inputs(request.data().inputs());
        FirstOrderMethod method = method(request);
        double split = request.validationSplit() == null ? 0 : request.validationSplit();
        if (split > 0 && request.data().validation() != null) {
            throw new InvalidParameterException("The validation data are given, or split off; not both.")
                    .at("/validationSplit");
        }
        int aside = split == 0 ? 0 : (int) Math.max(1, Math.rint(split * inputs.rows()));
        if (aside >= inputs.rows()) {
            throw new InvalidParameterException("Of %d examples %d would be set aside, which leaves none to learn from."
                            .formatted(inputs.rows(), aside))
                    .at("/validationSplit");
        }
        int examples = inputs.rows() - aside;
        int batchSize = batchSize(request, method, examples);
        boolean drawsWeights = request.architecture() != null && request.resume() == null;
        boolean drops = dropsSomething(request);
        Long kept = request.resume() == null ? null : request.resume().seed();
        if (kept != null && request.seed() != null && !kept.equals(request.seed())) {
            throw new InvalidParameterException("The training that is continued has the seed %d.".formatted(kept))
                    .at("/seed");
        }
        Long given = kept == null ? request.seed() : kept;
        Long seed = given != null || drawsWeights || drops || aside > 0 || batchSize < examples
                ? Long.valueOf(seeds.applyAsLong(given))
                : null;
        NetworkDefinition shape = shape(request, inputs.columns(), seed);
        Network network = network(request, shape);
        Batch batch = new Batch(inputs, false);
        if (inputs.columns() != network.inputs()) {
            throw new DimensionMismatchException("The data have %d inputs, and the network takes %d."
                            .formatted(inputs.columns(), network.inputs()))
                    .at("/data/inputs");
        }
        ActivationName output = Networks.nameOf(shape.layers().getLast().activation());
        Criterion criterion = Criteria.of(request.loss(), output, warnings);
        Matrix targets =
                batch.targets(request.data().targets(), request.loss(), network.outputs(), "/data/targets", warnings);
        int[] indices = aside == 0 ? null : Arrays.copyOf(new EpochOrder(inputs.rows(), seed).of(SPLIT_EPOCH), aside);
        Training.Examples data = new Training.Examples(inputs, targets);
        Training.Examples validation = validation(request, network, warnings);
        if (indices != null) {
            Arrays.sort(indices);
            int[] rest = IntStream.range(0, inputs.rows())
                    .filter(i -> Arrays.binarySearch(indices, i) < 0)
                    .toArray();
            validation = new Training.Examples(rows(inputs, indices), rows(targets, indices));
            data = new Training.Examples(rows(inputs, rest), rows(targets, rest));
        }
        double l1 = request.regularization() == null
                ? 0
                : orZero(request.regularization().l1());
        double l2 = request.regularization() == null
                ? 0
                : orZero(request.regularization().l2());
        Training training = new Training(
                network,
                criterion,
                scoring(request, output, targets),
                data,
                validation,
                method.rule(),
                method.learningRate(),
                method.schedule(),
                method.clipping(),
                batchSize,
                seed == null ? 0 : seed,
                dropout(request, network.layers().size()),
                l1,
                l2,
                stopping(request.earlyStopping()));
        return new TrainingSetup(training, shape, start(request, network, method), method, seed, indices);
    }

    private static void requireOneNetwork(NetworkTrainRequest request) {
        if (request.architecture() != null && request.network() != null) {
            throw new InvalidParameterException("Training begins with an architecture or with a network, not both.")
                    .at("/network");
        }
        if (request.architecture() == null && request.network() == null && request.resume() == null) {
            throw new InvalidParameterException("Training needs an architecture or a network to begin with.")
                    .at("/architecture");
        }
    }

    private static Matrix inputs(VectorOrMatrix given) {
        if (given.matrix().values().length == 0) {
            throw new InvalidParameterException("There are no inputs.").at("/data/inputs");
        }
        return given.matrix(); // a vector is a column already: examples with one input
    }

    private static FirstOrderMethod method(NetworkTrainRequest request) {
        try {
            return FirstOrderMethod.of(request.optimizer());
        } catch (MathException e) {
            throw e.at("/optimizer");
        }
    }

    private static int batchSize(NetworkTrainRequest request, FirstOrderMethod method, int examples) {
        if (request.batchSize() == null) {
            return method.usualBatchSize() == null ? examples : Math.min(examples, method.usualBatchSize());
        }
        if (request.batchSize() > examples) {
            throw new InvalidParameterException("batchSize is %d, and there are %d examples to learn from."
                            .formatted(request.batchSize(), examples))
                    .at("/batchSize");
        }
        return request.batchSize();
    }

    private static NetworkDefinition shape(NetworkTrainRequest request, int columns, Long seed) {
        NetworkDefinition asked = request.architecture() == null
                ? request.network()
                : made(request.architecture(), columns, request.resume() == null ? seed : null);
        if (request.resume() == null) {
            return asked;
        }
        NetworkDefinition kept = request.resume().network();
        if (asked != null && !alike(asked, kept)) {
            throw new DimensionMismatchException("The state's network has other layers than the one asked for.")
                    .at("/resume/network");
        }
        return kept;
    }

    /** @param seed null where only the shapes are wanted */
    private static NetworkDefinition made(ArchitectureDefinition architecture, int columns, Long seed) {
        int inputs = architecture.inputs() == null ? columns : architecture.inputs();
        long parameters = 0;
        long before = inputs;
        for (ArchitectureLayer layer : architecture.layers()) {
            parameters += (before + 1) * layer.units();
            before = layer.units();
        }
        if (parameters > MOST_PARAMETERS) {
            throw new LimitExceededException(
                            "The network would have %,d weights and biases; at most %,d are trained here."
                                    .formatted(parameters, MOST_PARAMETERS))
                    .at("/architecture");
        }
        SplittableRandom random = new SplittableRandom(seed == null ? 0 : seed);
        List<LayerDefinition> layers = new ArrayList<>();
        for (ArchitectureLayer layer : architecture.layers()) {
            SplittableRandom own = random.split();
            layers.add(new LayerDefinition(
                    layer.initializationOrUsual().weights(layer.units(), inputs, own),
                    new double[layer.units()],
                    layer.activation(),
                    layer.negativeSlope(),
                    layer.alpha(),
                    layer.approximate()));
            inputs = layer.units();
        }
        return new NetworkDefinition(layers);
    }

    private static boolean alike(NetworkDefinition a, NetworkDefinition b) {
        if (a.layers().size() != b.layers().size()) {
            return false;
        }
        for (int l = 0; l < a.layers().size(); l++) {
            LayerDefinition one = a.layers().get(l);
            LayerDefinition other = b.layers().get(l);
            if (one.weights().rows() != other.weights().rows()
                    || one.weights().columns() != other.weights().columns()
                    || Networks.nameOf(one.activation()) != Networks.nameOf(other.activation())) {
                return false;
            }
        }
        return true;
    }

    private static Network network(NetworkTrainRequest request, NetworkDefinition shape) {
        try {
            Network network = Networks.of(shape);
            if (FlatParameters.count(network) > MOST_PARAMETERS) {
                throw new LimitExceededException("The network has %,d weights and biases; at most %,d are trained here."
                        .formatted(FlatParameters.count(network), MOST_PARAMETERS));
            }
            return network;
        } catch (MathException e) {
            throw e.at(
                    request.resume() != null
                            ? "/resume/network"
                            : request.architecture() != null ? "/architecture" : "/network");
        }
    }

    private static Training.Examples validation(NetworkTrainRequest request, Network network, List<Warning> warnings) {
        if (request.data().validation() == null) {
            return null;
        }
        VectorOrMatrix given = request.data().validation().inputs();
        Batch batch = Batch.of(VectorOrMatrix.matrix(given.matrix()), network.inputs(), "/data/validation/inputs");
        return new Training.Examples(
                batch.inputs(),
                batch.targets(
                        request.data().validation().targets(),
                        request.loss(),
                        network.outputs(),
                        "/data/validation/targets",
                        warnings));
    }

    private static boolean dropsSomething(NetworkTrainRequest request) {
        boolean everywhere = request.dropout() != null && request.dropout() > 0;
        boolean somewhere = request.architecture() != null
                && request.architecture().layers().stream()
                        .anyMatch(layer -> layer.dropout() != null && layer.dropout() > 0);
        return everywhere || somewhere;
    }

    private static double[] dropout(NetworkTrainRequest request, int depth) {
        double[] rates = new double[depth];
        for (int l = 0; l < depth; l++) {
            Double own = request.architecture() == null
                    ? null
                    : request.architecture().layers().get(l).dropout();
            if (l == depth - 1) {
                if (own != null && own > 0) {
                    throw new InvalidParameterException("Outputs are not dropped.")
                            .at("/architecture/layers/" + l + "/dropout");
                }
                continue;
            }
            rates[l] = own == null ? orZero(request.dropout()) : own;
        }
        if (depth == 1 && orZero(request.dropout()) > 0) {
            throw new InvalidParameterException("There is no hidden layer of which units could be dropped.")
                    .at("/dropout");
        }
        return rates;
    }

    private static EarlyStopping stopping(EarlyStoppingOptions options) {
        return options == null
                ? null
                : new EarlyStopping(
                        options.patience(), orZero(options.minDelta()), !Boolean.FALSE.equals(options.restoreBest()));
    }

    private static TrainingState start(NetworkTrainRequest request, Network network, FirstOrderMethod method) {
        NetworkTrainingState state = request.resume();
        if (state == null) {
            return TrainingState.start(network);
        }
        if (state.optimizer() != method.complete().name()) {
            throw new InvalidParameterException("The state belongs to %s, the optimizer asked for is %s."
                            .formatted(
                                    state.optimizer().slug(),
                                    method.complete().name().slug()))
                    .at("/resume/optimizer");
        }
        int parameters = FlatParameters.count(network);
        double[] memory;
        try {
            memory = method.memory(state.memory(), parameters);
        } catch (MathException e) {
            throw e.at("/resume/memory");
        }
        NetworkTrainingState.BestEpoch best = state.best();
        if (best != null && best.parameters() != null && best.parameters().length != parameters) {
            throw new DimensionMismatchException("There are %d parameters, where the network has %d."
                            .formatted(best.parameters().length, parameters))
                    .at("/resume/best/parameters");
        }
        return new TrainingState(
                state.epoch(),
                state.steps(),
                FlatParameters.of(network),
                memory,
                best == null ? Double.POSITIVE_INFINITY : best.loss(),
                best == null ? 0 : best.epoch(),
                best == null ? null : best.parameters());
    }

    /** What counts as right: classes by the loss or, for quantities, where output and targets show that classes are meant. */
    private static Scoring scoring(NetworkTrainRequest request, ActivationName output, Matrix targets) {
        boolean several = targets.columns() > 1;
        LossName loss = request.loss().name();
        return switch (loss) {
            case CATEGORICAL_CROSS_ENTROPY -> several ? Scoring.LARGEST : Scoring.NONE;
            case BINARY_CROSS_ENTROPY, FOCAL ->
                new Scoring(Scoring.Kind.THRESHOLD, request.loss().logits() ? 0 : 0.5, 0.5);
            case HINGE, SQUARED_HINGE -> new Scoring(Scoring.Kind.THRESHOLD, 0, 0);
            default -> {
                if (output == ActivationName.SIGMOID && only(targets, 0, 1)) {
                    yield new Scoring(Scoring.Kind.THRESHOLD, 0.5, 0.5);
                }
                if (output == ActivationName.TANH && only(targets, -1, 1)) {
                    yield new Scoring(Scoring.Kind.THRESHOLD, 0, 0);
                }
                yield output == ActivationName.SOFTMAX && several && only(targets, 0, 1)
                        ? Scoring.LARGEST
                        : Scoring.NONE;
            }
        };
    }

    private static boolean only(Matrix targets, double no, double yes) {
        return Arrays.stream(targets.values()).allMatch(t -> t == no || t == yes);
    }

    private static Matrix rows(Matrix matrix, int[] rows) {
        int columns = matrix.columns();
        double[] values = new double[rows.length * columns];
        for (int i = 0; i < rows.length; i++) {
            System.arraycopy(matrix.values(), rows[i] * columns, values, i * columns, columns);
        }
        return new Matrix(rows.length, columns, values);
    }

    private static double orZero(Double number) {
        return number == null ? 0 : number;
    }
}
