package org.mlmath.calculus.optimization;

import java.util.List;
import org.mlmath.calculus.point.Variables;
import org.mlmath.expression.Expression;
import org.mlmath.expression.compile.ExpressionFunction;
import org.mlmath.expression.evaluate.Evaluation;
import org.mlmath.numerics.DomainException;
import org.mlmath.numerics.InvalidParameterException;
import org.mlmath.numerics.MathException;
import org.mlmath.numerics.optimization.DifferentiableFunction;
import org.mlmath.numerics.optimization.MiniBatches;
import org.mlmath.numerics.optimization.SampledObjective;

/**
 * An objective ready to be minimised.
 *
 * @param function value and gradient, in batches where asked for
 * @param variables the names of a point's entries
 * @param classes rows in which a point of a softmax model may be written, else 1
 * @param expression null where it is a model's loss on data
 */
record RunObjective(DifferentiableFunction function, List<String> variables, int classes, Expression expression) {

    /**
     * @param batchSize null for all observations in each step
     * @param method the place of the method in the request, for what is wrong with its batches
     * @param evaluations how many are expected: decides whether compiling an expression pays
     * @throws MathException at the part of the objective, or of the method, that is wrong
     */
    static RunObjective of(Objective objective, Integer batchSize, String method, long seed, long evaluations) {
        boolean model = objective.model() != null;
        if (model == (objective.expression() != null)) {
            throw new InvalidParameterException(
                            model
                                    ? "An objective is an expression or a model, not both."
                                    : "An objective needs an expression or a model.")
                    .at("/objective");
        }
        try {
            return model
                    ? ofModel(objective, batchSize, method, seed)
                    : ofExpression(objective, batchSize, method, evaluations);
        } catch (MathException e) {
            // What is wrong with the batches is said of the method already.
            throw e.pointer().startsWith(method) ? e : e.at("/objective");
        }
    }

    private static RunObjective ofModel(Objective objective, Integer batchSize, String method, long seed) {
        if (objective.variables() != null) {
            throw new InvalidParameterException("A model names its variables itself.").at("/variables");
        }
        SampledObjective whole = ModelObjective.of(objective);
        int columns = objective.features().matrix().columns();
        List<String> names = ModelObjective.names(objective.model(), columns, whole.dimension());
        if (batchSize != null && batchSize > whole.observations()) {
            throw new InvalidParameterException("batchSize is %d, and there are %d observations."
                            .formatted(batchSize, whole.observations()))
                    .at(method + "/batchSize");
        }
        DifferentiableFunction function = batchSize == null ? whole : new MiniBatches(whole, batchSize, seed);
        return new RunObjective(function, names, whole.dimension() / (columns + 1), null);
    }

    private static RunObjective ofExpression(Objective objective, Integer batchSize, String method, long evaluations) {
        boolean data = objective.loss() != null || objective.features() != null || objective.targets() != null;
        if (data) {
            throw new InvalidParameterException("loss, features and targets belong to a model, not to an expression.");
        }
        if (batchSize != null) {
            throw new InvalidParameterException("Batches are of observations: they need a model as objective.")
                    .at(method + "/batchSize");
        }
        Variables read = Variables.of(objective.expression(), objective.variables());
        List<String> variables = read.names();
        if (variables.isEmpty()) {
            throw new InvalidParameterException("The expression has no variables, so there is nothing to minimise.")
                    .at("/expression");
        }
        return new RunObjective(
                ExpressionFunction.of(read.expression(), variables, evaluations), variables, 1, read.expression());
    }

    /** @throws DomainException naming the sub-expression, where the objective is an expression without a value at this point */
    void requireValue(double[] point) {
        if (expression != null) {
            Evaluation.value(expression, variables, point);
        }
    }
}
