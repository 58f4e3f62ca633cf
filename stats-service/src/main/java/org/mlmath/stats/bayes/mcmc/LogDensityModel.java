package org.mlmath.stats.bayes.mcmc;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.mlmath.expression.Expression;
import org.mlmath.expression.Expressions;
import org.mlmath.expression.compile.ExpressionFunction;
import org.mlmath.expression.evaluate.Evaluation;
import org.mlmath.expression.parse.Range;
import org.mlmath.expression.parse.UnknownNameException;
import org.mlmath.numerics.DimensionMismatchException;
import org.mlmath.numerics.InvalidParameterException;
import org.mlmath.numerics.MathException;
import org.mlmath.numerics.NearestName;
import org.mlmath.numerics.optimization.DifferentiableFunction;

/**
 * A log density read from text: a function of the variables and of sums over data, L(θ, S₁, …), with Sₖ = Σᵢ tₖ(θ, yᵢ). Its gradient is
 * ∂L/∂θ + Σₖ ∂L/∂Sₖ · Σᵢ ∂tₖ/∂θ, each term compiled once and called per observation.
 */
final class LogDensityModel {
    /** @param columns what its data names stand for, in the order of {@code names} after the variables */
    private record Term(Expression expression, List<String> variables, List<String> names, double[][] columns) {}

    private final List<String> variables;
    private final Map<String, double[]> vectors = new LinkedHashMap<>();
    private final Map<String, Double> constants = new LinkedHashMap<>();
    private final List<Term> terms = new ArrayList<>();
    private final List<String> sums = new ArrayList<>();
    private Expression outer;

    private LogDensityModel(List<String> variables) {
        this.variables = variables;
    }

    /**
     * @param variables as the parser knows them
     * @param data likewise, none empty
     * @throws MathException at /logDensity for what cannot be read, names unknown, data that stand in no sum
     */
    static LogDensityModel read(String text, List<String> variables, Map<String, double[]> data) {
        LogDensityModel model = new LogDensityModel(variables);
        data.forEach((name, values) -> {
            if (values.length == 1) {
                model.constants.put(name, values[0]);
            } else {
                model.vectors.put(name, values);
            }
        });
        long lengths = model.vectors.values().stream()
                .mapToInt(v -> v.length)
                .distinct()
                .count();
        if (!variables.contains("n") && !data.containsKey("n") && lengths == 1) {
            model.constants.put("n", (double) model.vectors.values().iterator().next().length);
        }
        try {
            model.read(text, data);
        } catch (MathException e) {
            throw e.pointer().isEmpty() ? e.at("/logDensity") : e;
        }
        return model;
    }

    private void read(String text, Map<String, double[]> data) {
        List<String> taken = new ArrayList<>(variables);
        taken.addAll(data.keySet());
        DataSums parts = DataSums.of(text, taken);
        for (DataSums.Sum sum : parts.sums()) {
            terms.add(term(text, sum));
            sums.add(sum.name());
        }
        outer = Expressions.parse(parts.outer());
        for (String name : outer.variables()) {
            if (vectors.containsKey(name)) {
                throw new InvalidParameterException(
                        "%s is data with %d observations: write sum(…) around what depends on it, such as -sum((%s - mu)^2)/2."
                                .formatted(name, vectors.get(name).length, name));
            }
            requireKnown(text, name, sums.contains(name));
        }
    }

    private void requireKnown(String text, String name, boolean internal) {
        if (internal || variables.contains(name) || constants.containsKey(name) || vectors.containsKey(name)) {
            return;
        }
        List<String> known = new ArrayList<>(variables);
        known.addAll(vectors.keySet());
        known.addAll(constants.keySet());
        int at = Math.max(0, text.indexOf(name));
        throw new UnknownNameException(
                "\"%s\" is neither a function nor among the variables and data, %s"
                        .formatted(name, String.join(", ", known)),
                name,
                new Range(at, at + name.length()),
                NearestName.of(name, known).orElse(null));
    }

    private Term term(String text, DataSums.Sum sum) {
        Expression expression = Expressions.parse(sum.text());
        List<String> ofVariables = new ArrayList<>();
        List<String> ofData = new ArrayList<>();
        int length = -1;
        for (String name : expression.variables()) {
            if (name.equals(sum.index())) {
                continue;
            }
            requireKnown(text, name, false);
            if (variables.contains(name)) {
                ofVariables.add(name);
            } else if (vectors.containsKey(name)) {
                int count = vectors.get(name).length;
                if (length >= 0 && count != length) {
                    throw new DimensionMismatchException("%s has %d observations, other data in the same sum have %d."
                                    .formatted(name, count, length))
                            .at("/data/" + name);
                }
                length = count;
            }
        }
        if (length < 0) {
            throw new InvalidParameterException(
                    "sum(…) with one argument sums over observations, but there are no data in it. sum(i, 1, 10, …) sums over an index.");
        }
        List<double[]> columns = new ArrayList<>();
        for (String name : expression.variables()) {
            if (name.equals(sum.index())) {
                ofData.add(name);
                columns.add(index(sum, length));
            } else if (!variables.contains(name)) {
                ofData.add(name);
                double[] column = vectors.get(name);
                if (column == null) {
                    column = new double[length];
                    Arrays.fill(column, constants.get(name));
                }
                columns.add(column);
            }
        }
        if (sum.index() != null) {
            index(sum, length);
        }
        return new Term(expression, ofVariables, ofData, columns.toArray(double[][]::new));
    }

    /** The values of the index, which must run over all observations, from 1 or from 0. */
    private double[] index(DataSums.Sum sum, int length) {
        double from = bound(sum.from());
        double to = bound(sum.to());
        if (!(from == 0 || from == 1) || to - from != length - 1) {
            throw new InvalidParameterException(
                    "The index %s must run over all observations: from 1 to %d, or from 0 to %d."
                            .formatted(sum.index(), length, length - 1));
        }
        double[] values = new double[length];
        Arrays.setAll(values, i -> from + i);
        return values;
    }

    private double bound(String text) {
        Expression expression = Expressions.parse(text);
        if (expression instanceof Expression.Variable(String name) && constants.containsKey(name)) {
            return constants.get(name);
        }
        if (expression instanceof Expression.Sum
                && constants.containsKey("n")
                && text.replace(" ", "").equals("n-1")) {
            return constants.get("n") - 1;
        }
        return Evaluation.constant(text);
    }

    /**
     * A function for one thread.
     *
     * @param evaluations how many are expected
     */
    DifferentiableFunction function(long evaluations) {
        return new Evaluator(evaluations);
    }

    private final class Evaluator implements DifferentiableFunction {
        private final ExpressionFunction whole;
        private final double[] inputs;
        private final double[] partials;
        private final List<TermEvaluator> evaluators = new ArrayList<>();
        private final int firstSum;

        Evaluator(long evaluations) {
            List<String> names = new ArrayList<>(variables);
            names.addAll(constants.keySet());
            firstSum = names.size();
            names.addAll(sums);
            whole = ExpressionFunction.of(outer, names, evaluations);
            inputs = new double[names.size()];
            partials = new double[names.size()];
            int at = variables.size();
            for (double constant : constants.values()) {
                inputs[at++] = constant;
            }
            for (Term term : terms) {
                evaluators.add(new TermEvaluator(term, evaluations));
            }
        }

        @Override
        public int dimension() {
            return variables.size();
        }

        @Override
        public double value(double[] x) {
            System.arraycopy(x, 0, inputs, 0, x.length);
            for (int k = 0; k < evaluators.size(); k++) {
                inputs[firstSum + k] = evaluators.get(k).value(x);
            }
            return whole.value(inputs);
        }

        @Override
        public double valueAndGradient(double[] x, double[] gradient) {
            System.arraycopy(x, 0, inputs, 0, x.length);
            for (int k = 0; k < evaluators.size(); k++) {
                inputs[firstSum + k] = evaluators.get(k).valueAndGradient(x);
            }
            double value = whole.valueAndGradient(inputs, partials);
            System.arraycopy(partials, 0, gradient, 0, x.length);
            for (int k = 0; k < evaluators.size(); k++) {
                evaluators.get(k).addGradient(partials[firstSum + k], gradient);
            }
            return value;
        }
    }

    private final class TermEvaluator {
        private final ExpressionFunction function;
        private final int[] places;
        private final double[][] columns;
        private final double[] inputs;
        private final double[] partials;
        private final double[] total;

        TermEvaluator(Term term, long evaluations) {
            List<String> names = new ArrayList<>(term.variables());
            names.addAll(term.names());
            columns = term.columns();
            function = ExpressionFunction.of(term.expression(), names, evaluations * columns[0].length);
            places = term.variables().stream().mapToInt(variables::indexOf).toArray();
            inputs = new double[names.size()];
            partials = new double[names.size()];
            total = new double[places.length];
        }

        private void fill(double[] x) {
            for (int j = 0; j < places.length; j++) {
                inputs[j] = x[places[j]];
            }
        }

        private void observe(int i) {
            for (int j = 0; j < columns.length; j++) {
                inputs[places.length + j] = columns[j][i];
            }
        }

        double value(double[] x) {
            fill(x);
            double sum = 0;
            for (int i = 0; i < columns[0].length; i++) {
                observe(i);
                sum += function.value(inputs);
                if (sum != sum) {
                    return sum;
                }
            }
            return sum;
        }

        double valueAndGradient(double[] x) {
            fill(x);
            Arrays.fill(total, 0);
            double sum = 0;
            for (int i = 0; i < columns[0].length; i++) {
                observe(i);
                sum += function.valueAndGradient(inputs, partials);
                if (sum != sum) {
                    return sum;
                }
                for (int j = 0; j < total.length; j++) {
                    total[j] += partials[j];
                }
            }
            return sum;
        }

        void addGradient(double factor, double[] gradient) {
            for (int j = 0; j < total.length; j++) {
                gradient[places[j]] += factor * total[j];
            }
        }
    }
}
