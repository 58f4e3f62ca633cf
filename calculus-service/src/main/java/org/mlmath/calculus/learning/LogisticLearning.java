package org.mlmath.calculus.learning;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.mlmath.calculus.learning.LogisticLearningResult.LogisticMetrics;
import org.mlmath.calculus.learning.LogisticLearningResult.NewtonForm;
import org.mlmath.calculus.optimization.ModelRun;
import org.mlmath.kit.answer.Warning;
import org.mlmath.kit.array.VectorOrMatrix;
import org.mlmath.numerics.Deadline;
import org.mlmath.numerics.DomainException;
import org.mlmath.numerics.InvalidParameterException;
import org.mlmath.numerics.linear.Matrix;
import org.mlmath.numerics.optimization.LogisticObjective;
import org.mlmath.numerics.optimization.PenalizedObjective;
import org.mlmath.numerics.optimization.SoftmaxObjective;
import org.mlmath.numerics.regression.Design;
import org.mlmath.numerics.regression.LogisticFit;
import org.mlmath.numerics.regression.ProximalNewton;
import org.mlmath.numerics.regression.SoftmaxFit;

/**
 * Logistic regression, and softmax regression of more than two classes: the mean cross-entropy with λ₁Σ|w| + λ₂/(2m)·Σw², minimised
 * by any optimiser or by Newton's method.
 *
 * <p>Parameters are a row per class, weights and then the intercept; two classes have one row, of class 1. Of several classes those
 * parameters are given that sum to 0 over the classes, since adding the same to all changes nothing.
 */
final class LogisticLearning {
    private final LogisticLearningRequest request;
    private final Matrix x;
    private final int[] labels;
    private final int classes;
    private final int m;
    private final int n;
    private final double l1;
    private final double l2;
    private final boolean intercept;
    private final Deadline deadline;
    private final List<Warning> warnings = new ArrayList<>();
    private final PenalizedObjective objective;

    private LogisticLearning(LogisticLearningRequest request, Deadline deadline) {
        this.request = request;
        this.deadline = deadline;
        x = LearningData.features(request.features(), request.targets().matrix().rows());
        labels = labels(request.targets());
        classes = Math.max(
                request.targets().vector() ? 2 : request.targets().matrix().columns(),
                Arrays.stream(labels).max().orElse(0) + 1);
        m = x.rows();
        n = x.columns();
        l1 = request.regularization().l1();
        l2 = request.regularization().l2();
        intercept = request.intercept();
        double[] targets = Arrays.stream(labels).asDoubleStream().toArray();
        double penalty = l2 / m;
        objective = classes == 2
                ? new PenalizedObjective(new LogisticObjective(x, targets), 1, l1, penalty, n + 1, intercept)
                : new PenalizedObjective(
                        new SoftmaxObjective(x, SoftmaxObjective.oneHot(targets, classes)),
                        1,
                        l1,
                        penalty,
                        n + 1,
                        intercept);
    }

    /**
     * Parameters that were found.
     *
     * @param rows one for class 1, or one for each class: weights, then the intercept
     * @param history the objective at each step, null where only its ends are known
     */
    private record Found(Matrix rows, boolean converged, boolean separated, int iterations, double[] history) {
        Found(Matrix rows, boolean converged, boolean separated, int iterations) {
            this(rows, converged, separated, iterations, null);
        }
    }

    static LogisticLearningResult of(LogisticLearningRequest request, UnaryOperator<Long> seeds, Deadline deadline) {
        return new LogisticLearning(request, deadline).result(seeds);
    }

    private static int[] labels(VectorOrMatrix targets) {
        Matrix given = targets.matrix();
        int[] labels = new int[given.rows()];
        for (int i = 0; i < labels.length; i++) {
            labels[i] = targets.vector() ? label(given.get(i, 0), i, labels.length) : hot(given, i);
        }
        return labels;
    }

    private static int label(double value, int i, int count) {
        if (!(value >= 0 && value == Math.rint(value) && value < Math.max(2, count))) {
            throw new InvalidParameterException(
                            "%s is not a label; number the classes 0, 1, 2, …, fewer than there are observations."
                                    .formatted(value))
                    .at("/targets/" + i);
        }
        return (int) value;
    }

    private static int hot(Matrix rows, int i) {
        int hot = -1;
        for (int c = 0; c < rows.columns(); c++) {
            double value = rows.get(i, c);
            if (value == 1 && hot < 0) {
                hot = c;
            } else if (value != 0) {
                hot = rows.columns();
            }
        }
        if (hot < 0 || hot == rows.columns() || rows.columns() < 2) {
            throw new InvalidParameterException(
                            "A one-hot row has a 1 for its class and 0 for every other of at least two.")
                    .at("/targets/" + i);
        }
        return hot;
    }

    private LogisticLearningResult result(UnaryOperator<Long> seeds) {
        boolean descends = request.method() == LogisticMethod.GRADIENT_DESCENT;
        if (!descends) {
            refuse(request.optimizer() != null, "/optimizer");
            refuse(request.stop() != null, "/stop");
            if (l1 > 0 && request.method() == LogisticMethod.NEWTON) {
                throw new InvalidParameterException(
                                "With l1 the objective has no second derivative; take coordinate-descent or gradient-descent.")
                        .at("/method");
            }
        }
        Matrix points = request.predictAt() == null ? null : LearningData.points(request.predictAt(), n, "/predictAt");
        boolean solves = !descends || LearningCost.solvable(m, n + 1, classes);
        if (!solves) {
            warnings.add(new Warning(
                    "closed-form-skipped",
                    "For data of this size Newton's method would take longer than gradient descent; ask for it by method.",
                    "/closedForm"));
        }
        boolean proximal = l1 > 0 || request.method() == LogisticMethod.COORDINATE_DESCENT;
        Found newton = !solves ? null : proximal ? proximal() : newton();
        ModelRun run = descends ? descend(seeds) : null;
        Matrix rows = run == null ? newton.rows() : new Matrix(run.point().length / (n + 1), n + 1, run.point());
        if (newton != null && newton.separated()) {
            warnings.add(new Warning(
                    "separation",
                    separation(newton.rows())
                            + ", so without a penalty (l2) the loss has no minimum: the weights grow for ever, and those given are"
                            + " where the iteration was stopped.",
                    "/targets"));
        } else if (run == null && !newton.converged()) {
            warnings.add(new Warning(
                    "did-not-converge",
                    "The method stopped after %d steps without standing still.".formatted(newton.iterations()),
                    "/coefficients"));
        }
        if (Boolean.TRUE.equals(request.explain())) {
            warnings.add(Warning.noSteps());
        }
        double[] parameters = rows.values();
        double[] gradient = new double[parameters.length];
        double loss = objective.valueAndGradient(parameters, gradient);
        for (int j = 0; j < parameters.length; j++) {
            if ((j + 1) % (n + 1) != 0 && parameters[j] == 0) { // of the subgradients there the smallest
                gradient[j] = Math.copySign(Math.max(0, Math.abs(gradient[j]) - l1), gradient[j]);
            }
        }
        return new LogisticLearningResult(
                weights(rows),
                intercepts(rows),
                classes,
                request.method(),
                (run == null ? newton.converged() : run.converged()) && (newton == null || !newton.separated()),
                newton == null || l2 > 0 || l1 > 0 ? null : newton.separated(),
                run == null ? null : run.reason(),
                run == null ? newton.iterations() : run.iterations(),
                run != null
                        ? run.losses()
                        : newton.history() != null
                                ? newton.history()
                                : new double[] {objective.value(new double[parameters.length]), loss},
                run == null || newton == null
                        ? null
                        : new NewtonForm(
                                weights(newton.rows()),
                                intercepts(newton.rows()),
                                objective.value(newton.rows().values()),
                                newton.iterations()),
                metrics(rows),
                points == null ? null : predictions(points, rows),
                points == null ? null : predictedLabels(points, rows),
                run == null ? null : run.method(),
                run == null ? null : run.diagnosis(),
                run == null ? null : run.seed(),
                new LearningDiagnostics(
                        Matrix.column(gradient).frobeniusNorm(), run == null ? null : run.evaluations(), null),
                conventions(run),
                List.copyOf(warnings));
    }

    /** What lets weights grow: a class that nobody is in, or a boundary with no observation on the wrong side. */
    private String separation(Matrix rows) {
        boolean[] seen = new boolean[classes];
        for (int label : labels) {
            seen[label] = true;
        }
        for (int c = 0; c < classes; c++) {
            if (!seen[c]) {
                return "No observation is of class %d".formatted(c);
            }
        }
        return metrics(rows).accuracy() == 1
                ? "A combination of the features separates the classes without error"
                : "A combination of the features separates classes, with observations on the boundary but none beyond it";
    }

    private void refuse(boolean given, String pointer) {
        if (given) {
            throw new InvalidParameterException("Only gradient-descent has %s.".formatted(pointer.substring(1)))
                    .at(pointer);
        }
    }

    private ModelRun descend(UnaryOperator<Long> seeds) {
        ModelRun run = ModelRun.train(
                request.optimizer(),
                request.optimizer() == null ? 1 / largestCurvature() : 1,
                objective,
                request.maxIterations(),
                request.stop(),
                request.seed(),
                seeds,
                deadline);
        warnings.addAll(run.warnings());
        if (l1 > 0) {
            warnings.add(new Warning(
                    "subgradient",
                    "The modulus has no derivative at 0, so gradient steps leave weights near 0, not at it.",
                    "/regularization/l1"));
        }
        return run;
    }

    /** A bound of the largest eigenvalue of the Hessian: σ′ ≤ 1/4, of a softmax at most 1/2 (Böhning, 1992). */
    private double largestCurvature() {
        int width = n + (intercept ? 1 : 0);
        double[] values = new double[m * width];
        for (int i = 0; i < m; i++) {
            System.arraycopy(x.values(), i * n, values, i * width, n);
            if (intercept) {
                values[i * width + n] = 1;
            }
        }
        Matrix all = new Matrix(m, width, values);
        double sigma = LearningData.spectralNorm(all);
        double curvature = (classes == 2 ? 0.25 : 0.5) * sigma * (sigma / m) + l2 / m;
        return curvature > 0 && Double.isFinite(curvature) ? curvature : 1;
    }

    /** Newton's method with the modulus left as it is; also without l1, where it comes to the same minimum. */
    private Found proximal() {
        boolean separated = false;
        if (l1 == 0 && l2 == 0) {
            separated = newton().separated();
        }
        // An intercept takes up the means of the columns, which else would make them nearly dependent.
        double[] means = new double[n];
        double[] values = x.values().clone();
        for (int j = 0; j < n && intercept; j++) {
            for (double value : x.columnAt(j)) {
                means[j] += value / m;
            }
            for (int i = 0; i < m; i++) {
                values[i * n + j] -= means[j];
            }
        }
        Matrix centred = new Matrix(m, n, values);
        double[] targets = Arrays.stream(labels).asDoubleStream().toArray();
        PenalizedObjective smooth = classes == 2
                ? new PenalizedObjective(new LogisticObjective(centred, targets), 1, 0, l2 / m, n + 1, intercept)
                : new PenalizedObjective(
                        new SoftmaxObjective(centred, SoftmaxObjective.oneHot(targets, classes)),
                        1,
                        0,
                        l2 / m,
                        n + 1,
                        intercept);
        boolean[] penalized = new boolean[smooth.dimension()];
        for (int j = 0; j < penalized.length; j++) {
            penalized[j] = (j + 1) % (n + 1) != 0;
        }
        ProximalNewton fit;
        try {
            fit = ProximalNewton.minimize(smooth, penalized, l1, deadline);
        } catch (DomainException e) {
            throw e.at("/features");
        }
        double[] point = fit.point();
        for (int c = 0; c < point.length; c += n + 1) {
            for (int j = 0; j < n; j++) {
                point[c + n] -= point[c + j] * means[j];
            }
        }
        double mean = 0;
        for (int c = n; c < point.length && classes > 2; c += n + 1) {
            mean += point[c] / classes;
        }
        for (int c = n; c < point.length; c += n + 1) {
            point[c] -= mean; // adding the same to all intercepts changes nothing
        }
        return new Found(
                new Matrix(penalized.length / (n + 1), n + 1, point),
                fit.converged(),
                separated,
                fit.history().length - 1,
                fit.history());
    }

    private Found newton() {
        Design design = Design.of(x, intercept);
        int first = intercept ? 1 : 0;
        double[] penalties = new double[n + first];
        Arrays.fill(penalties, first, n + first, l2);
        if (classes == 2) {
            double[] targets = Arrays.stream(labels).asDoubleStream().toArray();
            LogisticFit fit = l2 > 0
                    ? LogisticFit.penalized(design, targets, null, penalties, deadline)
                    : LogisticFit.of(design, targets, null, deadline);
            return new Found(
                    rows(new Matrix(1, n + first, fit.coefficients()), fit.aliased()),
                    fit.converged(),
                    fit.separated(),
                    fit.iterations());
        }
        SoftmaxFit fit = SoftmaxFit.of(design, labels, classes, l2 > 0 ? penalties : null, deadline);
        return new Found(rows(fit.coefficients(), fit.aliased()), fit.converged(), fit.separated(), fit.iterations());
    }

    /** The intercept last, and 0 for what depends on other columns. */
    private Matrix rows(Matrix coefficients, int[] aliased) {
        int first = intercept ? 1 : 0;
        if (aliased.length > 0) {
            warnings.add(new Warning(
                    "rank-deficient",
                    "Columns depend on those before them, so many weights are equally good; Newton's method gives such columns"
                            + " weight 0.",
                    "/features"));
        }
        double[] values = new double[coefficients.rows() * (n + 1)];
        for (int c = 0; c < coefficients.rows(); c++) {
            for (int j = 0; j < n; j++) {
                double w = coefficients.get(c, j + first);
                values[c * (n + 1) + j] = Double.isNaN(w) ? 0 : w;
            }
            values[c * (n + 1) + n] = intercept ? coefficients.get(c, 0) : 0;
        }
        return new Matrix(coefficients.rows(), n + 1, values);
    }

    private VectorOrMatrix weights(Matrix rows) {
        double[] values = new double[rows.rows() * n];
        for (int c = 0; c < rows.rows(); c++) {
            System.arraycopy(rows.values(), c * (n + 1), values, c * n, n);
        }
        return rows.rows() == 1
                ? VectorOrMatrix.vector(values)
                : VectorOrMatrix.matrix(new Matrix(rows.rows(), n, values));
    }

    private Intercept intercepts(Matrix rows) {
        double[] values = rows.columnAt(n);
        return new Intercept(values.length == 1 ? (Object) values[0] : values);
    }

    /** A column per class. */
    private Matrix probabilities(Matrix points, Matrix rows) {
        double[] result = new double[points.rows() * classes];
        for (int i = 0; i < points.rows(); i++) {
            double[] logits = new double[classes];
            for (int c = 0; c < rows.rows(); c++) {
                double sum = rows.get(c, n);
                for (int j = 0; j < n; j++) {
                    sum += rows.get(c, j) * points.get(i, j);
                }
                logits[rows.rows() == 1 ? 1 : c] = sum;
            }
            double largest = Arrays.stream(logits).max().orElse(0);
            double total = 0;
            for (int c = 0; c < classes; c++) {
                logits[c] = Math.exp(logits[c] - largest);
                total += logits[c];
            }
            for (int c = 0; c < classes; c++) {
                result[i * classes + c] = logits[c] / total;
            }
        }
        return new Matrix(points.rows(), classes, result);
    }

    private VectorOrMatrix predictions(Matrix points, Matrix rows) {
        Matrix probabilities = probabilities(points, rows);
        return classes == 2 ? VectorOrMatrix.vector(probabilities.columnAt(1)) : VectorOrMatrix.matrix(probabilities);
    }

    /** The first of the most probable classes; class 1 from probability 1/2 on. */
    private double[] predictedLabels(Matrix points, Matrix rows) {
        Matrix probabilities = probabilities(points, rows);
        double[] result = new double[points.rows()];
        for (int i = 0; i < result.length; i++) {
            int best = classes == 2 && probabilities.get(i, 1) == 0.5 ? 1 : 0;
            for (int c = 1; c < classes; c++) {
                if (probabilities.get(i, c) > probabilities.get(i, best)) {
                    best = c;
                }
            }
            result[i] = best;
        }
        return result;
    }

    private LogisticMetrics metrics(Matrix rows) {
        double[] predicted = predictedLabels(x, rows);
        int right = 0;
        for (int i = 0; i < m; i++) {
            right += predicted[i] == labels[i] ? 1 : 0;
        }
        double penalty = 0;
        for (int c = 0; c < rows.rows(); c++) {
            for (int j = 0; j < n; j++) {
                double w = rows.get(c, j);
                penalty += l1 * Math.abs(w) + l2 / (2 * m) * w * w;
            }
        }
        double loss = objective.value(rows.values());
        return new LogisticMetrics((double) right / m, penalty == 0 ? loss : Math.max(0, loss - penalty));
    }

    private Map<String, String> conventions(ModelRun run) {
        Map<String, String> conventions = new LinkedHashMap<>();
        conventions.put("objective", "mean cross-entropy + l1·Σ|w| + l2/(2m)·Σw²; the intercept is not penalised");
        conventions.put(
                "regularization", "l2 is 1/C of scikit-learn's LogisticRegression and the λ of the usual courses");
        if (classes > 2) {
            conventions.put(
                    "softmax",
                    l1 > 0
                            ? "a row for each class; intercepts sum to 0 over the classes, weights are where the penalty is least"
                            : "a row for each class, summing to 0 over the classes");
        }
        if (run != null) {
            conventions.putAll(run.conventions());
        }
        return conventions;
    }
}
