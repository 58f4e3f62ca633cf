package org.mlmath.stats.information;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.mlmath.kit.answer.Warning;
import org.mlmath.numerics.Deadline;
import org.mlmath.numerics.DimensionMismatchException;
import org.mlmath.numerics.InsufficientDataException;
import org.mlmath.numerics.InvalidParameterException;
import org.mlmath.numerics.LimitExceededException;
import org.mlmath.numerics.information.DiscreteInformation;
import org.mlmath.numerics.information.NearestNeighborInformation;
import org.mlmath.stats.number.Label;

/** What one variable tells of another: from a table, or from observations of both. */
final class MutualInformation {
    private static final double ROUNDING = 1e-15;
    private static final long MOST_CELLS = 4_000_000;

    private final MutualInformationRequest request;
    private final LogarithmBase base;
    private final Deadline deadline;
    private final List<Warning> warnings = new ArrayList<>();

    private MutualInformation(MutualInformationRequest request, Deadline deadline) {
        this.request = request;
        this.base = LogarithmBase.of(request.base());
        this.deadline = deadline;
        if (request.explain()) {
            warnings.add(Warning.noSteps());
        }
    }

    static MutualInformationResult of(MutualInformationRequest request, Deadline deadline) {
        MutualInformation information = new MutualInformation(request, deadline);
        for (Outcomes each : request.q() == null ? List.of(request.p()) : List.of(request.p(), request.q())) {
            if (each.distribution() != null) {
                throw new InvalidParameterException(
                                "Mutual information is of two variables together: a table, or observations of both.")
                        .at(each == request.p() ? "/p" : "/q");
            }
        }
        if (request.p().table() != null) {
            return information.ofTable();
        }
        if (request.q() == null) {
            throw new InvalidParameterException("Observations of the second variable are missing.").at("/q");
        }
        if (request.q().table() != null) {
            throw new InvalidParameterException("A table stands alone, as p.").at("/q");
        }
        return information.ofObservations();
    }

    private MutualInformationResult ofTable() {
        if (request.q() != null) {
            throw new InvalidParameterException("A table holds both variables; leave q out.").at("/q");
        }
        if (request.kind() == OutcomeKind.SAMPLES) {
            throw new InvalidParameterException("A table is of probabilities or counts; observations are lists.")
                    .at("/kind");
        }
        double[][] table = request.p().table();
        int width = table[0].length;
        double[] all = Arrays.stream(table).flatMapToDouble(Arrays::stream).toArray();
        Probabilities joint = Probabilities.of(all, request.kind(), "/p");
        double[][] rows = new double[table.length][];
        for (int i = 0; i < rows.length; i++) {
            rows[i] = Arrays.copyOfRange(joint.values(), i * width, (i + 1) * width);
        }
        return ofJoint(rows);
    }

    private MutualInformationResult ofObservations() {
        int size = (int) request.p().size();
        if (size != request.q().size()) {
            throw new DimensionMismatchException("There are %d observations of p and %d of q."
                            .formatted(size, request.q().size()))
                    .at("/q");
        }
        if (size == 0) {
            throw new InsufficientDataException("There are no observations.")
                    .at("/p")
                    .with("size", 0);
        }
        boolean first = request.continuous() && request.p().numbers() != null;
        boolean second = request.continuous() && request.q().numbers() != null;
        if (!first && !second) {
            return ofJoint(joint());
        }
        Entropies.requireNeighbors(request.neighbors(), size, "/p");
        NearestNeighborInformation estimate = new NearestNeighborInformation(request.neighbors(), deadline);
        double nats = first && second
                ? estimate.mutual(request.p().numbers(), request.q().numbers())
                : first
                        ? estimate.mutual(request.p().numbers(), numbered(request.q(), "/q"))
                        : estimate.mutual(request.q().numbers(), numbered(request.p(), "/p"));
        return new MutualInformationResult(
                base.of(nats),
                null,
                null,
                null,
                null,
                base.unit(),
                new InformationDiagnostics("nearest-neighbors", ROUNDING * base.of(nats)),
                Map.of(
                        "estimator",
                        first && second
                                ? "Kraskov, Stögbauer and Grassberger (2004), first algorithm, variables divided by their standard deviations (scikit-learn, without its noise)"
                                : "Ross (2014), as scikit-learn"),
                warnings);
    }

    private static int[] numbered(Outcomes outcomes, String pointer) {
        Map<Label, Integer> index = new HashMap<>();
        return Probabilities.labels(outcomes, pointer).stream()
                .mapToInt(label -> index.computeIfAbsent(label, each -> index.size()))
                .toArray();
    }

    private double[][] joint() {
        int[] x = numbered(request.p(), "/p");
        int[] y = numbered(request.q(), "/q");
        int rows = Arrays.stream(x).max().orElse(0) + 1;
        int columns = Arrays.stream(y).max().orElse(0) + 1;
        if ((long) rows * columns > MOST_CELLS) {
            throw new LimitExceededException(
                            "The variables have %d and %d different values; tables of up to %d cells are made. Are they continuous?"
                                    .formatted(rows, columns, MOST_CELLS))
                    .at("/p");
        }
        double[][] joint = new double[rows][columns];
        for (int i = 0; i < x.length; i++) {
            joint[x[i]][y[i]] += 1.0;
        }
        for (double[] row : joint) {
            for (int j = 0; j < columns; j++) {
                row[j] /= x.length;
            }
        }
        return joint;
    }

    private MutualInformationResult ofJoint(double[][] joint) {
        double[] rows = new double[joint.length];
        double[] columns = new double[joint[0].length];
        double[] all = new double[rows.length * columns.length];
        for (int i = 0; i < rows.length; i++) {
            for (int j = 0; j < columns.length; j++) {
                rows[i] += joint[i][j];
                columns[j] += joint[i][j];
                all[i * columns.length + j] = joint[i][j];
            }
        }
        double value = DiscreteInformation.mutual(joint);
        double x = DiscreteInformation.entropy(rows);
        double y = DiscreteInformation.entropy(columns);
        return new MutualInformationResult(
                base.of(value),
                base.of(x),
                base.of(y),
                base.of(DiscreteInformation.entropy(all)),
                // At most 1, as I ≤ min(H(X), H(Y)); three rounded sums may make it an ulp more.
                x + y > 0 ? Math.min(1, 2 * value / (x + y)) : Double.NaN,
                base.unit(),
                new InformationDiagnostics("sum", ROUNDING * base.of(value)),
                Map.of("normalized", "over the arithmetic mean of the entropies, as scikit-learn"),
                warnings);
    }
}
