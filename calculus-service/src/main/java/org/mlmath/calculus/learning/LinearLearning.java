package org.mlmath.calculus.learning;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.mlmath.calculus.learning.LinearLearningResult.ClosedForm;
import org.mlmath.calculus.learning.LinearLearningResult.ClosedForms;
import org.mlmath.calculus.learning.LinearLearningResult.LinearMetrics;
import org.mlmath.calculus.optimization.ModelRun;
import org.mlmath.kit.answer.Step;
import org.mlmath.kit.answer.Warning;
import org.mlmath.numerics.Deadline;
import org.mlmath.numerics.DomainException;
import org.mlmath.numerics.InvalidParameterException;
import org.mlmath.numerics.NotPositiveDefiniteException;
import org.mlmath.numerics.linear.Kernels;
import org.mlmath.numerics.linear.LeastSquares;
import org.mlmath.numerics.linear.Matrix;
import org.mlmath.numerics.optimization.PenalizedObjective;
import org.mlmath.numerics.optimization.SquaredErrorObjective;
import org.mlmath.numerics.regression.Design;
import org.mlmath.numerics.regression.ElasticNet;
import org.mlmath.numerics.regression.LinearFit;
import org.mlmath.numerics.sample.CompensatedSum;

/**
 * Linear regression by every usual way, so that they can be compared: J(w, b) = ‖Xw + b − y‖²/(2m) + λ₁‖w‖₁ + λ₂/(2m)·‖w‖², or twice
 * that where the loss is the mean squared error.
 *
 * <p>Where columns depend on each other and nothing is penalised, many weights are best; the shortest, intercept included, are given:
 * those that gradient descent from zero leads to.
 */
final class LinearLearning {
    private final LinearLearningRequest request;
    private final Matrix x;
    private final double[] y;
    private final int m;
    private final int n;
    private final double l1;
    private final double l2;
    private final boolean intercept;
    private final Deadline deadline;
    private final List<Warning> warnings = new ArrayList<>();
    private double condition;
    private boolean shortest;

    private LinearLearning(LinearLearningRequest request, Deadline deadline) {
        this.request = request;
        this.deadline = deadline;
        y = request.targets();
        x = LearningData.features(request.features(), y.length);
        m = x.rows();
        n = x.columns();
        l1 = request.regularization().l1();
        l2 = request.regularization().l2();
        intercept = request.intercept();
    }

    /** Weights and intercept. */
    private record Model(double[] weights, double intercept) {}

    static LinearLearningResult of(LinearLearningRequest request, UnaryOperator<Long> seeds, Deadline deadline) {
        return new LinearLearning(request, deadline).result(seeds);
    }

    private LinearLearningResult result(UnaryOperator<Long> seeds) {
        LinearMethod method = request.method();
        boolean descends = method == LinearMethod.GRADIENT_DESCENT;
        boolean solves = method == LinearMethod.QR || method == LinearMethod.NORMAL_EQUATIONS;
        if (solves && l1 > 0) {
            throw new InvalidParameterException(
                            "With l1 there is no closed form; take coordinate-descent or gradient-descent.")
                    .at("/method");
        }
        if (!descends) {
            refuse(request.optimizer() != null, "/optimizer");
            refuse(request.stop() != null, "/stop");
        }
        Matrix points = request.predictAt() == null ? null : LearningData.points(request.predictAt(), n, "/predictAt");
        boolean closed = l1 == 0 && (solves || LearningCost.solvable(m, n + 1, 1));
        if (l1 == 0 && !closed) {
            warnings.add(new Warning(
                    "closed-form-skipped",
                    "For data of this size the closed forms would take longer than the iteration; ask for them by method.",
                    "/closedForm"));
        }
        Model byQr = closed ? byQr() : null;
        Model byNormalEquations = closed ? byNormalEquations() : null;
        ModelRun run = descends ? descend(seeds) : null;
        ElasticNet net = method == LinearMethod.COORDINATE_DESCENT ? elasticNet() : null;
        if (net != null && !net.converged()) {
            warnings.add(new Warning(
                    "did-not-converge",
                    "After %d sweeps the conditions of a minimum fail by %.1e."
                            .formatted(net.lossHistory().length - 1, net.kktResidual()),
                    "/maxIterations"));
        }
        Model model = model(method, run, net, byQr, byNormalEquations);
        if (shortest) {
            warnings.add(new Warning(
                    "rank-deficient",
                    "Columns depend on each other, so many weights are equally good; qr gives the shortest.",
                    "/features"));
        }
        double[] outputs = LearningData.outputs(x, model.weights(), model.intercept());
        double[] history = history(run, net, model);
        List<Step> steps = Boolean.TRUE.equals(request.explain()) ? steps(byQr) : null;
        if (Boolean.TRUE.equals(request.explain()) && steps == null) {
            warnings.add(new Warning(
                    "no-steps", "The working is shown for closed forms of at most 8 coefficients.", "/explain"));
        }
        return new LinearLearningResult(
                model.weights(),
                model.intercept(),
                method,
                run != null ? run.converged() : net == null || net.converged(),
                run == null ? null : run.reason(),
                run != null ? run.iterations() : net != null ? net.lossHistory().length - 1 : 0,
                history,
                byQr == null ? null : closedForms(model, byQr, byNormalEquations),
                metrics(outputs),
                points == null ? null : LearningData.outputs(points, model.weights(), model.intercept()),
                run == null ? null : run.method(),
                run == null ? null : run.diagnosis(),
                run == null ? null : run.seed(),
                new LearningDiagnostics(
                        subgradientNorm(model, outputs),
                        run == null ? null : run.evaluations(),
                        condition == 0 ? null : condition),
                conventions(run),
                List.copyOf(warnings),
                steps);
    }

    private List<Step> steps(Model closed) {
        return closed == null || shortest
                ? null
                : LinearLearningSteps.of(x, y, intercept, l2, closed.weights(), closed.intercept());
    }

    private void refuse(boolean given, String pointer) {
        if (given) {
            throw new InvalidParameterException("Only gradient-descent has %s.".formatted(pointer.substring(1)))
                    .at(pointer);
        }
    }

    private ElasticNet elasticNet() {
        try {
            return ElasticNet.fit(x, y, intercept, l1, l2 / m, request.maxIterations(), deadline);
        } catch (DomainException e) {
            throw e.at("/features");
        }
    }

    private Model model(LinearMethod method, ModelRun run, ElasticNet net, Model byQr, Model byNormalEquations) {
        return switch (method) {
            case GRADIENT_DESCENT -> {
                double[] point = run.point();
                yield new Model(Arrays.copyOf(point, n), point[n]);
            }
            case COORDINATE_DESCENT -> new Model(net.weights(), net.intercept());
            case QR -> byQr;
            case NORMAL_EQUATIONS -> {
                if (byNormalEquations == null) {
                    warnings.add(new Warning(
                            "normal-equations-failed",
                            "XᵀX is singular to working precision; the answer is qr's.",
                            "/method"));
                    yield byQr;
                }
                yield byNormalEquations;
            }
        };
    }

    private ModelRun descend(UnaryOperator<Long> seeds) {
        double c = request.loss().factor();
        PenalizedObjective objective =
                new PenalizedObjective(SquaredErrorObjective.halfMean(x, y), 2 * c, l1, l2 / m, n + 1, intercept);
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
                    "The modulus has no derivative at 0, so gradient steps leave weights near 0, not at it; coordinate-descent finds"
                            + " the zeros.",
                    "/regularization/l1"));
        }
        return run;
    }

    /** The largest eigenvalue of the Hessian of the objective, or for large data a bound of it. */
    private double largestCurvature() {
        Matrix all = intercept ? withOnes() : x;
        double sigma = LearningData.spectralNorm(all);
        double curvature = 2 * request.loss().factor() * (sigma * (sigma / m) + l2 / m);
        return curvature > 0 && Double.isFinite(curvature) ? curvature : 1;
    }

    private Matrix withOnes() {
        double[] values = new double[m * (n + 1)];
        for (int i = 0; i < m; i++) {
            System.arraycopy(x.values(), i * n, values, i * (n + 1), n);
            values[i * (n + 1) + n] = 1;
        }
        return new Matrix(m, n + 1, values);
    }

    private Model byQr() {
        Design design = Design.of(x, intercept);
        int first = intercept ? 1 : 0;
        LinearFit fit;
        if (l2 > 0) {
            double[] below = new double[n * (n + first)];
            for (int j = 0; j < n; j++) {
                below[j * (n + first) + j + first] = Math.sqrt(l2);
            }
            fit = LinearFit.with(design, y, null, new Matrix(n, n + first, below), new double[n], deadline);
        } else {
            fit = LinearFit.of(design, y, deadline);
        }
        condition = fit.condition();
        double[] beta = fit.coefficients();
        if (fit.rank() < n + first) {
            shortest = true;
            Matrix all = intercept ? withOnes() : x;
            double rcond = Math.max(m, n + first) * Math.ulp(1.0);
            beta = LeastSquares.solve(all, Matrix.column(y), rcond, 0).x().values();
            return new Model(Arrays.copyOf(beta, n), intercept ? beta[n] : 0);
        }
        return new Model(Arrays.copyOfRange(beta, first, n + first), intercept ? beta[0] : 0);
    }

    /** As on paper, null where XᵀX + λ₂I has no Cholesky factor. */
    private Model byNormalEquations() {
        Matrix all = intercept ? withOnes() : x;
        int p = all.columns();
        if (p == 0) {
            return new Model(new double[0], 0);
        }
        Matrix gram = Kernels.current().gram(all);
        for (int j = 0; j < n; j++) {
            gram.values()[j * p + j] += l2;
        }
        double[] beta =
                Kernels.current().multiply(all.transpose(), Matrix.column(y)).values();
        Matrix l;
        try {
            l = Kernels.current().cholesky(gram).l();
        } catch (NotPositiveDefiniteException e) {
            return null;
        }
        for (int i = 0; i < p; i++) {
            for (int k = 0; k < i; k++) {
                beta[i] -= l.get(i, k) * beta[k];
            }
            beta[i] /= l.get(i, i);
        }
        for (int i = p - 1; i >= 0; i--) {
            for (int k = i + 1; k < p; k++) {
                beta[i] -= l.get(k, i) * beta[k];
            }
            beta[i] /= l.get(i, i);
        }
        for (double each : beta) {
            if (!Double.isFinite(each)) {
                return null;
            }
        }
        return new Model(Arrays.copyOf(beta, n), intercept ? beta[n] : 0);
    }

    private double[] history(ModelRun run, ElasticNet net, Model model) {
        if (run != null) {
            return run.losses();
        }
        if (net == null) {
            return new double[] {loss(model)};
        }
        double[] history = net.lossHistory();
        for (int i = 0; i < history.length; i++) {
            history[i] *= 2 * request.loss().factor();
        }
        return history;
    }

    private double loss(Model model) {
        double[] outputs = LearningData.outputs(x, model.weights(), model.intercept());
        double penalty = 0;
        for (double w : model.weights()) {
            penalty += l1 * Math.abs(w) + l2 / (2 * m) * w * w;
        }
        return 2 * request.loss().factor() * (meanSquare(outputs) / 2 + penalty);
    }

    private double meanSquare(double[] outputs) {
        CompensatedSum sum = new CompensatedSum();
        for (int i = 0; i < m; i++) {
            sum.add((y[i] - outputs[i]) * (y[i] - outputs[i]));
        }
        return sum.value() / m;
    }

    private ClosedForms closedForms(Model model, Model byQr, Model byNormalEquations) {
        return new ClosedForms(
                byNormalEquations == null ? null : closedForm(byNormalEquations),
                closedForm(byQr),
                byNormalEquations == null ? null : distance(byNormalEquations, byQr),
                distance(model, byQr));
    }

    private ClosedForm closedForm(Model model) {
        return new ClosedForm(model.weights(), model.intercept(), loss(model));
    }

    private static double distance(Model a, Model b) {
        double most = Math.abs(a.intercept() - b.intercept());
        for (int j = 0; j < a.weights().length; j++) {
            most = Math.max(most, Math.abs(a.weights()[j] - b.weights()[j]));
        }
        return most;
    }

    private LinearMetrics metrics(double[] outputs) {
        CompensatedSum targets = new CompensatedSum();
        CompensatedSum moduli = new CompensatedSum();
        for (int i = 0; i < m; i++) {
            targets.add(y[i]);
            moduli.add(Math.abs(y[i] - outputs[i]));
        }
        double mean = targets.value() / m;
        CompensatedSum variation = new CompensatedSum();
        for (int i = 0; i < m; i++) {
            variation.add((y[i] - mean) * (y[i] - mean));
        }
        double squares = meanSquare(outputs);
        double total = variation.value() / m;
        return new LinearMetrics(
                squares, Math.sqrt(squares), moduli.value() / m, total > 0 ? 1 - squares / total : null);
    }

    private double subgradientNorm(Model model, double[] outputs) {
        double[] gradient = new double[n + 1];
        for (int i = 0; i < m; i++) {
            double error = (outputs[i] - y[i]) / m;
            for (int j = 0; j < n; j++) {
                gradient[j] += error * x.get(i, j);
            }
            gradient[n] += intercept ? error : 0;
        }
        for (int j = 0; j < n; j++) {
            double w = model.weights()[j];
            gradient[j] += l2 / m * w;
            gradient[j] = w != 0
                    ? gradient[j] + Math.copySign(l1, w)
                    : Math.copySign(Math.max(0, Math.abs(gradient[j]) - l1), gradient[j]);
        }
        return 2 * request.loss().factor() * Matrix.column(gradient).frobeniusNorm();
    }

    private Map<String, String> conventions(ModelRun run) {
        Map<String, String> conventions = new LinkedHashMap<>();
        boolean half = request.loss() == SquaredLoss.HALF_MSE;
        conventions.put(
                "objective",
                half
                        ? "RSS/(2m) + l1·Σ|w| + l2/(2m)·Σw²"
                        : "RSS/m + 2·l1·Σ|w| + l2/m·Σw²: twice RSS/(2m) + l1·Σ|w| + l2/(2m)·Σw²");
        conventions.put(
                "regularization",
                "l2 is alpha of scikit-learn's Ridge, l1 alpha of its Lasso; of its ElasticNet alpha·l1_ratio = l1 and"
                        + " alpha·(1 - l1_ratio) = l2/m; the intercept is not penalised");
        if (run != null) {
            conventions.putAll(run.conventions());
        }
        return conventions;
    }
}
