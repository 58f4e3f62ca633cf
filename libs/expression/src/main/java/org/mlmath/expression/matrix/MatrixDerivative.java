package org.mlmath.expression.matrix;

import static org.mlmath.expression.matrix.MatrixAlgebra.built;
import static org.mlmath.expression.matrix.MatrixAlgebra.diagonal;
import static org.mlmath.expression.matrix.MatrixAlgebra.hadamard;
import static org.mlmath.expression.matrix.MatrixAlgebra.inner;
import static org.mlmath.expression.matrix.MatrixAlgebra.inverse;
import static org.mlmath.expression.matrix.MatrixAlgebra.negate;
import static org.mlmath.expression.matrix.MatrixAlgebra.number;
import static org.mlmath.expression.matrix.MatrixAlgebra.power;
import static org.mlmath.expression.matrix.MatrixAlgebra.product;
import static org.mlmath.expression.matrix.MatrixAlgebra.softmax;
import static org.mlmath.expression.matrix.MatrixAlgebra.sum;
import static org.mlmath.expression.matrix.MatrixAlgebra.transpose;

import java.util.ArrayList;
import java.util.List;
import org.mlmath.expression.Function;
import org.mlmath.expression.matrix.MatrixExpression.Diagonal;
import org.mlmath.expression.matrix.MatrixExpression.Entrywise;
import org.mlmath.expression.matrix.MatrixExpression.Factor;
import org.mlmath.expression.matrix.MatrixExpression.Hadamard;
import org.mlmath.expression.matrix.MatrixExpression.Identity;
import org.mlmath.expression.matrix.MatrixExpression.Inverse;
import org.mlmath.expression.matrix.MatrixExpression.Named;
import org.mlmath.expression.matrix.MatrixExpression.Ones;
import org.mlmath.expression.matrix.MatrixExpression.Product;
import org.mlmath.expression.matrix.MatrixExpression.Reduction;
import org.mlmath.expression.matrix.MatrixExpression.Softmax;
import org.mlmath.expression.matrix.MatrixExpression.Sum;
import org.mlmath.expression.matrix.MatrixExpression.Symbol;
import org.mlmath.expression.matrix.MatrixExpression.Transpose;
import org.mlmath.expression.matrix.MatrixExpression.Zero;
import org.mlmath.numerics.Deadline;
import org.mlmath.numerics.DomainException;
import org.mlmath.numerics.LimitExceededException;
import org.mlmath.numerics.exact.Rational;

/**
 * Derivatives in matrix form.
 *
 * <p>Of a scalar F: the G with dF = tr(Gᵀ dX), found by carrying the factor of each part's differential from the whole down to the
 * variable: tr(Gᵀ d(AB)) = tr((GBᵀ)ᵀ dA) + tr((AᵀG)ᵀ dB), and so on. G has the shape of X. Of a vector: the J with dF = J dx, a row per
 * output. Source: Magnus and Neudecker, <i>Matrix Differential Calculus</i>, 3rd ed., ch. 8 and 9; Petersen and Pedersen, <i>The
 * Matrix Cookbook</i>, 2012, §2.
 */
public final class MatrixDerivative {
    private static final int PARTS = 20_000;

    /** A differential rule that was used: on what, with which factor. */
    public record RuleStep(MatrixRule rule, MatrixExpression of, MatrixExpression factor) {}

    private final Symbol variable;
    private final Deadline deadline;
    private final List<RuleStep> steps = new ArrayList<>();
    private final List<MatrixExpression> contributions = new ArrayList<>();
    private int parts;

    private MatrixDerivative(Symbol variable, Deadline deadline) {
        this.variable = variable;
        this.deadline = deadline;
    }

    /**
     * @param derivative in the layout of its kind
     * @param gradient whether it is one of a scalar, in the shape of the variable; else a Jacobian matrix, a row per output
     */
    public record Result(MatrixExpression derivative, boolean gradient, List<RuleStep> steps) {}

    /**
     * @param of a scalar, or a vector where the variable is a vector or a scalar
     * @throws DomainException for a matrix by anything, and a vector by a matrix, whose derivatives are no matrices
     */
    public static Result of(MatrixExpression of, Symbol variable, Deadline deadline) {
        MatrixDerivative derivative = new MatrixDerivative(variable, deadline);
        if (of.shape().isScalar()) {
            derivative.down(of, number(1));
            List<MatrixExpression> parts = derivative.contributions;
            MatrixExpression gradient = parts.isEmpty() ? new Zero(variable.shape()) : sum(parts);
            return new Result(gradient, true, derivative.steps);
        }
        if (of.shape().isColumn() && variable.shape().isColumn()) {
            return new Result(derivative.jacobian(of), false, derivative.steps);
        }
        throw new DomainException(
                "The expression is %s and the variable %s is %s: their derivative is no matrix. Differentiate a scalar, such as a trace or a norm, or a vector by a vector."
                        .formatted(described(of.shape()), variable.name(), described(variable.shape())));
    }

    private static String described(Shape shape) {
        return shape.isScalar() ? "a scalar" : shape.isColumn() ? "a vector of " + shape.rows() : "a matrix, " + shape;
    }

    private boolean depends(MatrixExpression a) {
        return switch (a) {
            case Symbol symbol -> symbol.equals(variable);
            case Named _, Identity _, Ones _, Zero _ -> false;
            case Transpose(MatrixExpression of) -> depends(of);
            case Sum(List<MatrixExpression> terms) -> terms.stream().anyMatch(this::depends);
            case Product(Rational _, List<Factor> scalars, List<MatrixExpression> chain) ->
                scalars.stream().anyMatch(scalar -> depends(scalar.base()))
                        || chain.stream().anyMatch(this::depends);
            case Hadamard(List<Factor> factors) -> factors.stream().anyMatch(factor -> depends(factor.base()));
            case Entrywise(Function _, MatrixExpression of) -> depends(of);
            case Inverse(MatrixExpression of) -> depends(of);
            case Diagonal(MatrixExpression of) -> depends(of);
            case Softmax(MatrixExpression of) -> depends(of);
            case Reduction(Reduction.Kind _, MatrixExpression of) -> depends(of);
        };
    }

    private void step(MatrixRule rule, MatrixExpression of, MatrixExpression factor) {
        deadline.check();
        if (++parts > PARTS) {
            throw new LimitExceededException("The derivative takes too many steps.");
        }
        steps.add(new RuleStep(rule, of, factor));
    }

    /** @param g the factor of this part's differential: the whole's is … + tr(gᵀ d(part)) + … */
    private void down(MatrixExpression a, MatrixExpression g) {
        if (!depends(a)) {
            return;
        }
        switch (a) {
            case Symbol _ -> {
                step(MatrixRule.VARIABLE, a, g);
                contributions.add(g);
            }
            case Transpose(MatrixExpression of) -> {
                step(MatrixRule.TRANSPOSE, a, g);
                down(of, transpose(g));
            }
            case Sum(List<MatrixExpression> terms) -> {
                step(MatrixRule.SUM, a, g);
                terms.forEach(term -> down(term, g));
            }
            case Product product -> {
                step(MatrixRule.PRODUCT, a, g);
                down(product, g);
            }
            case Hadamard(List<Factor> factors) -> {
                step(MatrixRule.HADAMARD, a, g);
                for (int i = 0; i < factors.size(); i++) {
                    Factor factor = factors.get(i);
                    if (depends(factor.base())) {
                        List<Factor> changed = new ArrayList<>(factors);
                        changed.remove(i);
                        MatrixExpression lowered = MatrixAlgebra.entryPower(
                                factor.base(), factor.exponent().subtract(Rational.ONE));
                        MatrixExpression rest = changed.isEmpty() ? new Ones(a.shape()) : new Hadamard(changed);
                        down(factor.base(), product(number(factor.exponent()), hadamard(g, lowered, rest)));
                    }
                }
            }
            case Entrywise(Function function, MatrixExpression of) -> {
                step(MatrixRule.ENTRYWISE, a, g);
                down(of, hadamard(g, EntrywiseDerivative.of(function, of)));
            }
            case Inverse(MatrixExpression of) -> {
                step(MatrixRule.INVERSE, a, g);
                down(of, negate(product(transpose(a), g, transpose(a))));
            }
            case Diagonal(MatrixExpression of) ->
                throw new DomainException(
                        "diag(%s) has no rule for its differential here; use .* instead.".formatted(MatrixText.of(of)));
            case Softmax(MatrixExpression of) -> {
                step(MatrixRule.SOFTMAX, a, g);
                down(of, MatrixAlgebra.subtract(hadamard(a, g), product(a, product(transpose(a), g))));
            }
            case Reduction(Reduction.Kind kind, MatrixExpression of) -> {
                step(MatrixRule.of(kind), a, g);
                down(of, product(g, reduced(kind, a, of)));
            }
            case Named _, Identity _, Ones _, Zero _ -> {}
        }
    }

    private static MatrixExpression reduced(Reduction.Kind kind, MatrixExpression whole, MatrixExpression of) {
        return switch (kind) {
            case TRACE -> new Identity(of.shape().rows());
            case DETERMINANT -> product(whole, inverse(transpose(of)));
            case NORM -> product(power(whole, Rational.of(-1)), of);
            case SUM -> new Ones(of.shape());
            case LOG_SUM_EXP -> softmax(of);
        };
    }

    private void down(Product product, MatrixExpression g) {
        List<Factor> scalars = product.scalars();
        List<MatrixExpression> chain = product.chain();
        for (int i = 0; i < scalars.size(); i++) {
            Factor scalar = scalars.get(i);
            if (depends(scalar.base())) {
                List<Factor> rest = new ArrayList<>(scalars);
                rest.remove(i);
                MatrixExpression others = product(
                        number(scalar.exponent()),
                        power(scalar.base(), scalar.exponent().subtract(Rational.ONE)),
                        built(product.coefficient(), rest, List.of()));
                MatrixExpression along = chain.isEmpty() ? g : inner(g, built(Rational.ONE, List.of(), chain));
                down(scalar.base(), product(along, others));
            }
        }
        MatrixExpression front = built(product.coefficient(), scalars, List.of());
        for (int i = 0; i < chain.size(); i++) {
            if (depends(chain.get(i))) {
                List<MatrixExpression> factors = new ArrayList<>(List.of(front));
                chain.subList(0, i).reversed().forEach(left -> factors.add(transpose(left)));
                factors.add(g);
                chain.subList(i + 1, chain.size()).reversed().forEach(right -> factors.add(transpose(right)));
                down(chain.get(i), product(factors));
            }
        }
    }

    /** @return J with d(part) = J d(variable), a row per entry of the part */
    private MatrixExpression jacobian(MatrixExpression a) {
        int n = variable.shape().rows();
        if (!depends(a)) {
            return new Zero(new Shape(a.shape().rows(), n));
        }
        step(MatrixRule.JACOBIAN, a, a);
        return switch (a) {
            case Symbol _ -> n == 1 ? number(1) : new Identity(n);
            case Sum(List<MatrixExpression> terms) ->
                sum(terms.stream().map(this::jacobian).toList());
            case Product(Rational coefficient, List<Factor> scalars, List<MatrixExpression> chain) -> {
                MatrixExpression front = built(coefficient, scalars, List.of());
                MatrixExpression vector = built(Rational.ONE, List.of(), chain);
                List<MatrixExpression> terms = new ArrayList<>();
                if (depends(front)) {
                    terms.add(product(vector, transpose(gradient(front))));
                }
                if (depends(vector)) {
                    List<MatrixExpression> left = chain.subList(0, chain.size() - 1);
                    if (left.stream().anyMatch(this::depends)) {
                        throw noRule(a);
                    }
                    List<MatrixExpression> factors = new ArrayList<>(List.of(front));
                    factors.addAll(left);
                    factors.add(jacobian(chain.getLast()));
                    terms.add(product(factors));
                }
                yield sum(terms);
            }
            case Hadamard(List<Factor> factors) -> {
                List<MatrixExpression> terms = new ArrayList<>();
                for (int i = 0; i < factors.size(); i++) {
                    Factor factor = factors.get(i);
                    if (depends(factor.base())) {
                        List<Factor> rest = new ArrayList<>(factors);
                        rest.remove(i);
                        MatrixExpression others = hadamard(
                                number(factor.exponent()),
                                MatrixAlgebra.entryPower(
                                        factor.base(), factor.exponent().subtract(Rational.ONE)),
                                rest.isEmpty() ? new Ones(a.shape()) : new Hadamard(rest));
                        terms.add(product(diagonal(others), jacobian(factor.base())));
                    }
                }
                yield sum(terms);
            }
            case Entrywise(Function function, MatrixExpression of) ->
                product(diagonal(EntrywiseDerivative.of(function, of)), jacobian(of));
            case Softmax(MatrixExpression of) ->
                product(MatrixAlgebra.subtract(diagonal(a), product(a, transpose(a))), jacobian(of));
            default -> {
                if (a.shape().isScalar()) {
                    yield transpose(gradient(a));
                }
                throw noRule(a);
            }
        };
    }

    /** Of a scalar part, in the shape of the variable. */
    private MatrixExpression gradient(MatrixExpression scalar) {
        Result inner = of(scalar, variable, deadline);
        steps.addAll(inner.steps());
        return inner.derivative();
    }

    private static DomainException noRule(MatrixExpression a) {
        return new DomainException(
                "The derivative of %s by a vector is not written in matrix form here; differentiate a scalar made of it."
                        .formatted(MatrixText.of(a)));
    }
}
