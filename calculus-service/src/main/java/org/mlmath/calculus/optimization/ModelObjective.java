package org.mlmath.calculus.optimization;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.mlmath.calculus.optimization.Objective.Loss;
import org.mlmath.calculus.optimization.Objective.Model;
import org.mlmath.kit.array.VectorOrMatrix;
import org.mlmath.numerics.DimensionMismatchException;
import org.mlmath.numerics.InsufficientDataException;
import org.mlmath.numerics.InvalidParameterException;
import org.mlmath.numerics.linear.Matrix;
import org.mlmath.numerics.optimization.LogisticObjective;
import org.mlmath.numerics.optimization.SampledObjective;
import org.mlmath.numerics.optimization.SoftmaxObjective;
import org.mlmath.numerics.optimization.SquaredErrorObjective;

/** The loss of a model on data, as a function of the model's parameters. */
final class ModelObjective {
    /** By how much a row of class probabilities may miss 1. */
    private static final double PROBABILITY_TOLERANCE = 1e-9;

    private ModelObjective() {}

    /**
     * @throws InvalidParameterException for a loss of another model, and for targets that the model cannot answer
     * @throws DimensionMismatchException where features and targets have different numbers of rows
     * @throws InsufficientDataException where there are no observations
     */
    static SampledObjective of(Objective objective) {
        require(objective.features() != null, "/features", "A model needs features.");
        require(objective.targets() != null, "/targets", "A model needs targets.");
        Matrix features = objective.features().matrix();
        Matrix targets = objective.targets().matrix();
        if (features.rows() == 0) {
            throw new InsufficientDataException("There are no observations.").at("/features");
        }
        if (targets.rows() != features.rows()) {
            throw new DimensionMismatchException(
                            "features has %d rows, targets has %d.".formatted(features.rows(), targets.rows()))
                    .at("/targets");
        }
        Loss loss = loss(objective.model(), objective.loss());
        return switch (objective.model()) {
            case LINEAR -> {
                double[] numbers = vector(objective.targets());
                yield loss == Loss.MSE
                        ? SquaredErrorObjective.mean(features, numbers)
                        : SquaredErrorObjective.halfMean(features, numbers);
            }
            case LOGISTIC -> new LogisticObjective(features, probabilities(vector(objective.targets())));
            case SOFTMAX -> new SoftmaxObjective(features, classes(objective.targets()));
        };
    }

    /** The loss asked for, or the model's own. */
    static Loss loss(Model model, Loss given) {
        List<Loss> known =
                switch (model) {
                    case LINEAR -> List.of(Loss.MSE, Loss.HALF_MSE);
                    case LOGISTIC -> List.of(Loss.BINARY_CROSS_ENTROPY);
                    case SOFTMAX -> List.of(Loss.CATEGORICAL_CROSS_ENTROPY);
                };
        require(
                given == null || known.contains(given),
                "/loss",
                "The %s model is trained with %s.".formatted(slug(model), slugs(known)));
        return given == null ? known.getFirst() : given;
    }

    /** @return weight0, weight1, …, intercept; for softmax these for class0, class1, … */
    static List<String> names(Model model, int columns, int dimension) {
        List<String> names = new ArrayList<>();
        for (int i = 0; i < dimension; i++) {
            int j = i % (columns + 1);
            String name = j < columns ? "weight" + j : "intercept";
            names.add(model == Model.SOFTMAX ? "class" + i / (columns + 1) + "_" + name : name);
        }
        return names;
    }

    private static double[] vector(VectorOrMatrix targets) {
        if (targets.matrix().columns() != 1) {
            throw new DimensionMismatchException("This model answers one number per row; targets has %d columns."
                            .formatted(targets.matrix().columns()))
                    .at("/targets");
        }
        return targets.matrix().values();
    }

    private static double[] probabilities(double[] targets) {
        for (int i = 0; i < targets.length; i++) {
            require(
                    targets[i] >= 0 && targets[i] <= 1,
                    "/targets/" + i,
                    "%s is not a probability; the logistic model's targets lie in [0, 1].".formatted(targets[i]));
        }
        return targets;
    }

    private static Matrix classes(VectorOrMatrix targets) {
        if (!targets.vector()) {
            return rowsOfProbabilities(targets.matrix());
        }
        double[] labels = targets.matrix().values();
        int classes = 0;
        for (int i = 0; i < labels.length; i++) {
            boolean label = labels[i] >= 0 && labels[i] == Math.rint(labels[i]) && labels[i] < Integer.MAX_VALUE;
            require(label, "/targets/" + i, "%s is not a label; labels are 0, 1, 2, …".formatted(labels[i]));
            classes = Math.max(classes, (int) labels[i] + 1);
        }
        require(classes >= 2, "/targets", "All labels are 0; a classification needs two classes.");
        // A stray label would otherwise make a model of that many classes.
        require(
                classes <= Math.max(2, labels.length),
                "/targets",
                "The largest label is %d, with %d observations; number the classes 0, 1, 2, …"
                        .formatted(classes - 1, labels.length));
        return SoftmaxObjective.oneHot(labels, classes);
    }

    private static Matrix rowsOfProbabilities(Matrix rows) {
        require(
                rows.columns() >= 2,
                "/targets",
                "Rows of probabilities need a column for each of at least two classes.");
        for (int i = 0; i < rows.rows(); i++) {
            double sum = 0;
            for (int k = 0; k < rows.columns(); k++) {
                require(rows.get(i, k) >= 0, "/targets/" + i + "/" + k, "A probability is at least 0.");
                sum += rows.get(i, k);
            }
            require(
                    Math.abs(sum - 1) <= PROBABILITY_TOLERANCE,
                    "/targets/" + i,
                    "The probabilities of row %d sum to %s, not 1.".formatted(i, sum));
        }
        return rows;
    }

    private static void require(boolean right, String pointer, String message) {
        if (!right) {
            throw new InvalidParameterException(message).at(pointer);
        }
    }

    private static String slug(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static String slugs(List<Loss> losses) {
        return String.join(" or ", losses.stream().map(ModelObjective::slug).toList());
    }
}
