package org.mlmath.expression.complex;

import java.util.List;
import java.util.Optional;
import org.mlmath.expression.Function;

/** The functions of the language just off the real line. Where a function has branches, the real part decides. */
final class ComplexFunctions {
    private ComplexFunctions() {}

    /** @return empty for functions that are not continued: those of the gamma family and of integers */
    static Optional<Complex> value(Function function, List<Complex> arguments) {
        Complex z = arguments.getFirst();
        Complex second = arguments.size() > 1
                ? arguments.get(1)
                : Complex.of(function.unary() ? Double.NaN : function.lastDefault());
        return Optional.ofNullable(
                switch (function) {
                    case EXP -> z.exp();
                    case EXPM1 -> z.expm1();
                    case LN -> z.ln();
                    case LOG -> z.ln().dividedBy(second.ln());
                    case LOG10 -> z.ln().times(1 / Math.log(10));
                    case LOG2 -> z.ln().times(1 / Math.log(2));
                    case LOG1P -> z.log1p();
                    case SQRT -> z.sqrt();
                    case CBRT -> z.cbrt();
                    case ROOT -> z.re() > 0 ? z.ln().dividedBy(second).exp() : null;
                    case ABS -> z.re() < 0 ? z.negate() : z;
                    case SIGN, STEP, FLOOR, CEIL, ROUND, TRUNC, NOT -> Complex.of(function.at(z.re()));
                    case SIN -> z.sin();
                    case COS -> z.cos();
                    case TAN -> z.sin().dividedBy(z.cos());
                    case COT -> z.cos().dividedBy(z.sin());
                    case SEC -> z.cos().reciprocal();
                    case CSC -> z.sin().reciprocal();
                    case ASIN -> z.asin();
                    case ACOS -> z.acos();
                    case ATAN -> z.atan();
                    case ACOT -> new Complex(function.at(z.re()), -z.atan().im());
                    case ASEC -> z.reciprocal().acos();
                    case ACSC -> z.reciprocal().asin();
                    case ATAN2 -> atan2(z, second);
                    case SINH -> z.sinh();
                    case COSH -> z.cosh();
                    case TANH -> z.tanh();
                    case COTH -> z.tanh().reciprocal();
                    case SECH -> z.cosh().reciprocal();
                    case CSCH -> z.sinh().reciprocal();
                    case ASINH -> z.asinh();
                    case ACOSH -> z.acosh();
                    case ATANH -> z.atanh();
                    case ACOTH -> z.reciprocal().atanh();
                    case ASECH -> z.reciprocal().acosh();
                    case ACSCH -> z.reciprocal().asinh();
                    case MIN ->
                        arguments.stream()
                                .reduce((a, b) -> a.re() <= b.re() ? a : b)
                                .orElseThrow();
                    case MAX ->
                        arguments.stream()
                                .reduce((a, b) -> a.re() >= b.re() ? a : b)
                                .orElseThrow();
                    case MOD -> z.minus(second.times(Math.floor(z.re() / second.re())));
                    case HYPOT ->
                        arguments.stream()
                                .map(Complex::square)
                                .reduce(Complex::plus)
                                .orElseThrow()
                                .sqrt();
                    case SIGMOID -> sigmoid(z);
                    case SOFTPLUS -> softplus(z);
                    case RELU -> z.re() > 0 ? z : Complex.ZERO;
                    case LEAKYRELU ->
                        z.re() > 0 ? z : z.times(arguments.size() > 1 ? second : Complex.of(function.lastDefault()));
                    case ELU -> z.re() > 0 ? z : z.expm1().times(second);
                    case SILU -> z.times(sigmoid(z));
                    case SOFTSIGN -> z.dividedBy(Complex.ONE.plus(z.re() < 0 ? z.negate() : z));
                    case LOGIT -> z.ln().minus(z.negate().log1p());
                    case LOGSUMEXP -> logSumExp(arguments);
                    case NORMALPDF -> z.square().times(-0.5).exp().times(1 / Math.sqrt(2 * Math.PI));
                    case AND, OR, GCD, LCM, FACTORIAL, BINOMIAL, GAMMA, LGAMMA, DIGAMMA, POLYGAMMA, BETA -> null;
                    case ERF, ERFC, NORMALCDF, GELU -> null;
                });
    }

    private static Complex sigmoid(Complex z) {
        if (z.re() >= 0) {
            return Complex.ONE.plus(z.negate().exp()).reciprocal();
        }
        Complex exp = z.exp();
        return exp.dividedBy(Complex.ONE.plus(exp));
    }

    private static Complex softplus(Complex z) {
        return z.re() > 0 ? z.plus(z.negate().exp().log1p()) : z.exp().log1p();
    }

    private static Complex atan2(Complex y, Complex x) {
        if (x.re() == 0 && y.re() == 0) {
            return null;
        }
        if (Math.abs(x.re()) >= Math.abs(y.re())) {
            double turn = x.re() > 0 ? 0 : y.re() >= 0 ? Math.PI : -Math.PI;
            return y.dividedBy(x).atan().plus(Complex.of(turn));
        }
        return Complex.of(Math.copySign(Math.PI / 2, y.re()))
                .minus(x.dividedBy(y).atan());
    }

    private static Complex logSumExp(List<Complex> arguments) {
        double largest = arguments.stream().mapToDouble(Complex::re).max().orElseThrow();
        Complex sum = Complex.ZERO;
        for (Complex argument : arguments) {
            sum = sum.plus(argument.minus(Complex.of(largest)).exp());
        }
        return sum.ln().plus(Complex.of(largest));
    }
}
