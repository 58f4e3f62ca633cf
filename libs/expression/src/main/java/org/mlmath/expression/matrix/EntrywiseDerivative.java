package org.mlmath.expression.matrix;

import static org.mlmath.expression.matrix.MatrixAlgebra.entryPower;
import static org.mlmath.expression.matrix.MatrixAlgebra.entrywise;
import static org.mlmath.expression.matrix.MatrixAlgebra.hadamard;
import static org.mlmath.expression.matrix.MatrixAlgebra.negate;
import static org.mlmath.expression.matrix.MatrixAlgebra.number;
import static org.mlmath.expression.matrix.MatrixAlgebra.product;
import static org.mlmath.expression.matrix.MatrixAlgebra.subtract;
import static org.mlmath.expression.matrix.MatrixAlgebra.sum;

import java.util.EnumSet;
import java.util.Set;
import org.mlmath.expression.Function;
import org.mlmath.numerics.exact.Rational;

/** Functions that are applied entry by entry, with their derivatives in the forms that losses are written in. */
final class EntrywiseDerivative {
    static final Set<Function> FUNCTIONS = EnumSet.of(
            Function.EXP,
            Function.LN,
            Function.LOG1P,
            Function.SQRT,
            Function.ABS,
            Function.SIN,
            Function.COS,
            Function.TAN,
            Function.ATAN,
            Function.SINH,
            Function.COSH,
            Function.TANH,
            Function.SIGMOID,
            Function.SOFTPLUS,
            Function.RELU,
            Function.SIGN,
            Function.STEP);

    private EntrywiseDerivative() {}

    /** @return f′ at every entry, of the argument's shape */
    static MatrixExpression of(Function function, MatrixExpression x) {
        MatrixExpression value = entrywise(function, x);
        return switch (function) {
            case EXP -> value;
            case LN -> entryPower(x, Rational.of(-1));
            case LOG1P -> entryPower(sum(number(1), x), Rational.of(-1));
            case SQRT -> product(number(Rational.parse("1/2")), entryPower(value, Rational.of(-1)));
            case ABS -> entrywise(Function.SIGN, x);
            case SIN -> entrywise(Function.COS, x);
            case COS -> negate(entrywise(Function.SIN, x));
            case TAN -> entryPower(entrywise(Function.COS, x), Rational.of(-2));
            case ATAN -> entryPower(sum(number(1), entryPower(x, Rational.of(2))), Rational.of(-1));
            case SINH -> entrywise(Function.COSH, x);
            case COSH -> entrywise(Function.SINH, x);
            case TANH -> subtract(number(1), entryPower(value, Rational.of(2)));
            case SIGMOID -> hadamard(value, subtract(number(1), value));
            case SOFTPLUS -> entrywise(Function.SIGMOID, x);
            case RELU -> entrywise(Function.STEP, x);
            case SIGN, STEP -> new MatrixExpression.Zero(x.shape());
            default -> throw new IllegalStateException(function + " is not applied entry by entry");
        };
    }
}
