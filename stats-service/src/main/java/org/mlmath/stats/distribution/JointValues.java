package org.mlmath.stats.distribution;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import java.util.stream.DoubleStream;
import org.mlmath.kit.answer.Warning;
import org.mlmath.kit.array.VectorOrMatrix;
import org.mlmath.kit.problem.ProblemException;
import org.mlmath.kit.problem.ProblemType;
import org.mlmath.kit.work.Work;
import org.mlmath.numerics.Deadline;
import org.mlmath.numerics.DimensionMismatchException;
import org.mlmath.numerics.LimitExceededException;
import org.mlmath.numerics.distribution.JointDistribution;
import org.mlmath.numerics.linear.Matrix;
import org.mlmath.stats.number.Quantity;
import org.mlmath.stats.number.UndefinedValues;

/** Density, sample and moments of a distribution of vectors. */
final class JointValues {
    private static final double ERROR_BOUND = 1e-12;

    private JointValues() {}

    static DistributionValuesResult densities(String name, DistributionPointsRequest request, boolean logarithm) {
        NamedJointDistribution named = NamedJointDistribution.of(name, request.parameters());
        JointDistribution distribution = named.distribution();
        Quantity at = request.at();
        if (at.isNumber()) {
            throw ProblemException.at(ProblemType.INVALID_REQUEST, "/at", "expected a vector or a list of vectors");
        }
        int dimension = distribution.dimension();
        int length = at.isList() ? at.entries().length : at.array().matrix().columns();
        if (length != dimension) {
            throw new DimensionMismatchException("The distribution has %d components, but a point of %d was given."
                            .formatted(dimension, length))
                    .at("/at");
        }
        double[] entries = at.entries();
        double[] values = new double[entries.length / dimension];
        Deadline deadline = Work.deadline();
        for (int i = 0; i < values.length; i++) {
            deadline.check();
            double log = distribution.logDensity(Arrays.copyOfRange(entries, i * dimension, (i + 1) * dimension));
            values[i] = logarithm ? log : Math.exp(log);
        }
        return new DistributionValuesResult(
                name,
                named.parameters(),
                values,
                new DistributionDiagnostics(ERROR_BOUND),
                DistributionFunction.DENSITY.conventions(named.family().discrete()),
                warnings(values, "/values", request.explain()));
    }

    static DistributionSampleResult sample(String name, DistributionSampleRequest request) {
        NamedJointDistribution named = NamedJointDistribution.of(name, request.parameters());
        JointDistribution distribution = named.distribution();
        int dimension = distribution.dimension();
        if (request.size() > DistributionSample.MOST_VALUES / dimension) {
            throw new LimitExceededException("At most %d numbers can be drawn at once, not %d vectors of %d."
                            .formatted(DistributionSample.MOST_VALUES, request.size(), dimension))
                    .at("/size")
                    .with("limit", DistributionSample.MOST_VALUES / dimension)
                    .with("requested", request.size());
        }
        long seed = Work.seed(request.seed());
        RandomGenerator random =
                RandomGeneratorFactory.of(DistributionSample.GENERATOR).create(seed);
        int size = request.size().intValue();
        double[] values = new double[size * dimension];
        Deadline deadline = Work.deadline();
        for (int i = 0; i < size; i++) {
            deadline.check();
            System.arraycopy(distribution.sample(random), 0, values, i * dimension, dimension);
        }
        double largest = 0;
        for (double variance : variances(distribution.covariance())) {
            largest = Math.max(largest, variance);
        }
        return new DistributionSampleResult(
                name,
                named.parameters(),
                VectorOrMatrix.matrix(new Matrix(size, dimension, values)),
                seed,
                new SamplingDiagnostics(Math.sqrt(largest / size), seed),
                Map.of("generator", DistributionSample.GENERATOR),
                warnings(values, "/values", request.explain()));
    }

    static DistributionMomentsResult moments(String name, DistributionMomentsRequest request) {
        NamedJointDistribution named = NamedJointDistribution.of(name, request.parameters());
        JointDistribution distribution = named.distribution();
        Matrix covariance = distribution.covariance();
        double[] variances = variances(covariance);
        double[] mode = distribution.mode();
        return new DistributionMomentsResult(
                name,
                named.parameters(),
                Quantity.list(distribution.mean()),
                Quantity.list(variances),
                Quantity.list(Arrays.stream(variances).map(Math::sqrt).toArray()),
                Double.NaN,
                Double.NaN,
                distribution.entropy(),
                Double.NaN,
                mode == null ? Quantity.of(Double.NaN) : Quantity.list(mode),
                covariance,
                new DistributionDiagnostics(ERROR_BOUND),
                Map.of(
                        "entropy",
                        "nats",
                        "variance",
                        "of each component; skewness, kurtosis and median are not defined for vectors"),
                warnings(defined(distribution, covariance), "", request.explain()));
    }

    /** What a distribution of vectors has: each of these counts where it is undefined. */
    private static double[] defined(JointDistribution distribution, Matrix covariance) {
        return DoubleStream.concat(
                        DoubleStream.concat(Arrays.stream(distribution.mean()), Arrays.stream(covariance.values())),
                        DoubleStream.of(distribution.entropy()))
                .toArray();
    }

    private static double[] variances(Matrix covariance) {
        double[] variances = new double[covariance.rows()];
        for (int i = 0; i < variances.length; i++) {
            variances[i] = covariance.get(i, i);
        }
        return variances;
    }

    private static List<Warning> warnings(double[] values, String pointer, Boolean explain) {
        List<Warning> warnings = new ArrayList<>(UndefinedValues.warnings(values, pointer));
        if (Boolean.TRUE.equals(explain)) {
            warnings.add(Warning.noSteps());
        }
        return warnings;
    }
}
