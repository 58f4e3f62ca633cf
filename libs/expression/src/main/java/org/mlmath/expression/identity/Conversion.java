package org.mlmath.expression.identity;

import static org.mlmath.expression.Expressions.number;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.mlmath.expression.Expression;
import org.mlmath.expression.Expression.Branch;
import org.mlmath.expression.Expression.Call;
import org.mlmath.expression.Expression.Comparison;
import org.mlmath.expression.Expression.Constant;
import org.mlmath.expression.Expression.Negate;
import org.mlmath.expression.Expression.Number;
import org.mlmath.expression.Expression.Piecewise;
import org.mlmath.expression.Expression.Power;
import org.mlmath.expression.Expression.Product;
import org.mlmath.expression.Expression.Quotient;
import org.mlmath.expression.Expression.Series;
import org.mlmath.expression.Expression.Sum;
import org.mlmath.expression.Expression.Variable;
import org.mlmath.expression.Function;
import org.mlmath.expression.Relation;
import org.mlmath.expression.differentiate.Substitution;
import org.mlmath.expression.identity.Field.UndecidedException;
import org.mlmath.expression.identity.Identity.Known;
import org.mlmath.numerics.exact.Rational;

/** From a tree to a quotient of polynomials, in one case of signs. */
final class Conversion {
    private static final int LARGEST_POWER = 64;
    private static final int TERMS = 40;
    private static final Rational HALF = new Rational(BigInteger.ONE, BigInteger.TWO);

    private final Field field;
    private final Plan plan;
    private final Known known;

    private final List<Sparse> seeds = new ArrayList<>();
    /** Of generators that are |base|^(1/order). */
    private final Map<Integer, Root> roots = new HashMap<>();
    /** Of generators that are e^ratio. */
    private final Map<Integer, Ratio> exponentials = new HashMap<>();
    /** Of generators that are ln|base| or the logarithm of a prime. */
    private final Map<Integer, Sparse> logarithms = new HashMap<>();
    /** Of generators that are inverse functions. */
    private final Map<Integer, Inverse> inverses = new HashMap<>();

    private final Map<Expression, Ratio> done = new HashMap<>();
    /** Whether there is something that is constant between jumps. */
    private boolean steps;

    /** What must be positive for the expression to have a value. */
    private final List<Factors> requirements = new ArrayList<>();

    private record Root(Sparse base, BigInteger order) {}

    private record Inverse(Function function, Ratio argument) {}

    /** Part of a sum: coefficient · monomial / denominator. */
    private record Atom(Rational coefficient, Monomial monomial, Sparse denominator) {}

    Conversion(Field field, Plan plan, Known known) {
        this.field = field;
        this.plan = plan;
        this.known = known;
    }

    /** Converts the plan's factors first. */
    Ratio convert(Expression expression) {
        for (Expression factor : plan.factors()) {
            factors(factor);
        }
        return ratio(expression);
    }

    /** @return whether the expression has no value in this case of signs, but for single points */
    boolean isVoid() {
        for (Factors required : requirements) {
            if (sign(required) < 0) {
                return true;
            }
        }
        return false;
    }

    /** As {@link #isVoid}, without looking at signs that are open. */
    boolean isSurelyVoid() {
        return requirements.stream().anyMatch(required -> required.bases().isEmpty() && required.sign() < 0);
    }

    private Factors required(Factors factors) {
        if (!factors.bases().isEmpty() || factors.sign() < 0) {
            requirements.add(factors);
        }
        return factors;
    }

    private Ratio ratio(Expression expression) {
        Ratio value = done.get(expression);
        if (value == null) {
            value = make(expression);
            done.put(expression, value);
        }
        return value;
    }

    private static Ratio constant(Rational value) {
        return Ratio.of(Sparse.of(value));
    }

    private static Ratio constant(long value) {
        return constant(Rational.of(value));
    }

    private Ratio generator(String name, int sign, double value) {
        return Ratio.of(Sparse.generator(field.generator(name, sign, value)));
    }

    private Ratio make(Expression expression) {
        return switch (expression) {
            case Number(BigDecimal value) -> {
                if (Math.abs(value.scale()) > 60 || value.precision() > 80) {
                    throw new UndecidedException();
                }
                yield constant(Rational.of(value));
            }
            case Constant constant ->
                switch (constant) {
                    case PI -> generator("pi", 1, Math.PI);
                    case E -> exp(Ratio.ONE);
                    case INFINITY -> throw new UndecidedException();
                };
            case Variable(String name) -> generator(name, known.sign(name), Double.NaN);
            case Negate(Expression operand) -> field.negate(ratio(operand));
            case Sum(List<Expression> terms) ->
                terms.stream().map(this::ratio).reduce(field::plus).orElseThrow();
            case Product(List<Expression> factors) ->
                factors.stream().map(this::ratio).reduce(field::times).orElseThrow();
            case Quotient(Expression numerator, Expression denominator) ->
                field.times(ratio(numerator), field.inverse(ratio(denominator)));
            case Power(Expression base, Expression exponent) -> power(base, exponent);
            case Call(Function function, List<Expression> arguments) -> call(function, arguments);
            case Comparison comparison -> holds(comparison) ? Ratio.ONE : Ratio.ZERO;
            case Piecewise(List<Branch> branches, Expression otherwise) -> {
                for (Branch branch : branches) {
                    if (holds(branch.condition())) {
                        yield ratio(branch.value());
                    }
                }
                if (otherwise == null) {
                    throw new UndecidedException();
                }
                yield ratio(otherwise);
            }
            case Series series -> series(series);
        };
    }

    // ---- signs and moduli

    private int sign(Sparse base) {
        double value = field.value(base);
        if (!Double.isNaN(value)) {
            if (Math.abs(value) < 1e-6 || Math.abs(value) > 1e12) {
                throw new UndecidedException();
            }
            return (int) Math.signum(value);
        }
        int all = 0;
        for (Map.Entry<Monomial, Rational> term : base.terms().entrySet()) {
            int sign = term.getValue().signum();
            for (int i = 0; i < term.getKey().size(); i++) {
                if (term.getKey().exponent(i) % 2 != 0) {
                    sign *= field.sign(i);
                }
            }
            if (sign == 0 || all != 0 && sign != all) {
                return plan.sign(field.text(base));
            }
            all = sign;
        }
        return all;
    }

    private int sign(Factors factors) {
        int sign = factors.sign();
        for (Map.Entry<Sparse, Rational> base : factors.bases().entrySet()) {
            Rational power = base.getValue();
            if (power.isInteger() && power.numerator().testBit(0)) {
                sign *= sign(base.getKey());
            }
        }
        return sign;
    }

    private boolean holds(Expression condition) {
        return switch (condition) {
            case Comparison(Expression left, Relation relation, Expression right) -> {
                Ratio difference = field.minus(ratio(left), ratio(right));
                boolean same = difference.numerator().isZero();
                int sign = same ? 0 : signUnlessConstant(difference, condition);
                yield relation.of(sign, 0) == 1;
            }
            case Call(Function function, List<Expression> arguments)
            when function == Function.AND -> arguments.stream().allMatch(this::holds);
            case Call(Function function, List<Expression> arguments)
            when function == Function.OR -> arguments.stream().anyMatch(this::holds);
            case Call(Function function, List<Expression> arguments)
            when function == Function.NOT -> !holds(arguments.getFirst());
            case Number(BigDecimal value) -> value.signum() != 0;
            default -> throw new UndecidedException();
        };
    }

    private Ratio abs(Expression argument) {
        Ratio value = ratio(argument);
        if (value.numerator().isZero()) {
            return value;
        }
        return sign(factors(argument)) < 0 ? field.negate(value) : value;
    }

    private Ratio signOf(Expression argument) {
        Ratio value = ratio(argument);
        return value.numerator().isZero() ? value : constant(signUnlessConstant(value, argument));
    }

    /** Of what is not zero but on a set without an interior; a step may be zero all along, which is no case of these. */
    private int signUnlessConstant(Ratio value, Expression source) {
        if (steps && !value.isConstant()) {
            throw new UndecidedException();
        }
        return sign(factors(value, source));
    }

    // ---- factors

    private Factors factors(Expression expression) {
        return switch (expression) {
            case Negate(Expression operand) -> factors(operand).negate();
            case Product(List<Expression> parts) -> {
                Factors product = Factors.ONE;
                for (Expression part : parts) {
                    product = product.times(factors(part), field);
                }
                yield product;
            }
            case Quotient(Expression numerator, Expression denominator) ->
                factors(numerator).times(factors(denominator).power(Rational.of(-1), field), field);
            case Power(Expression base, Number(BigDecimal exponent))
            when exponent.scale() <= 0 && exponent.compareTo(BigDecimal.valueOf(LARGEST_POWER)) <= 0 ->
                factors(base).power(Rational.of(exponent), field);
            default -> factors(ratio(expression), expression);
        };
    }

    private Factors factors(Ratio ratio, Expression source) {
        Factors top = factors(ratio.numerator(), source);
        return ratio.denominator().isOne()
                ? top
                : top.times(factors(ratio.denominator(), source).power(Rational.of(-1), field), field);
    }

    private Factors factors(Sparse polynomial, Expression source) {
        if (polynomial.isZero()) {
            throw new UndecidedException();
        }
        Rational content = polynomial.content();
        Sparse rest = polynomial.times(Rational.ONE.divide(content));
        TreeMap<BigInteger, Rational> primes = new TreeMap<>();
        Numbers.factors(content).forEach((prime, power) -> primes.put(prime, Rational.of(power)));
        Factors result = new Factors(content.signum(), primes, new LinkedHashMap<>(), Ratio.ZERO);
        Monomial common = rest.common();
        rest = rest.over(common);
        for (int i = 0; i < common.size(); i++) {
            if (common.exponent(i) != 0) {
                result = result.times(generatorFactors(i).power(Rational.of(common.exponent(i)), field), field);
            }
        }
        return rest.isConstant() ? result : result.times(factorsOfPrimitive(rest, source), field);
    }

    private Factors generatorFactors(int generator) {
        if (exponentials.containsKey(generator)) {
            return new Factors(1, new TreeMap<>(), new LinkedHashMap<>(), exponentials.get(generator));
        }
        Root root = roots.get(generator);
        if (root == null) {
            return base(Sparse.generator(generator), Rational.ONE);
        }
        Rational power = new Rational(BigInteger.ONE, root.order);
        if (root.base.isConstant()) {
            TreeMap<BigInteger, Rational> primes = new TreeMap<>();
            primes.put(root.base.constant().numerator(), power);
            return new Factors(1, primes, new LinkedHashMap<>(), Ratio.ZERO);
        }
        return base(root.base, power);
    }

    private static Factors base(Sparse base, Rational power) {
        Map<Sparse, Rational> bases = new LinkedHashMap<>();
        bases.put(base, power);
        return new Factors(1, new TreeMap<>(), bases, Ratio.ZERO);
    }

    /** Of a polynomial without content and common monomial: powers, known factors, or itself as a new one. */
    private Factors factorsOfPrimitive(Sparse polynomial, Expression source) {
        Sparse other = inSines(polynomial);
        if (other != null) {
            return factors(other, source);
        }
        for (int n = 2; n <= 3; n++) {
            Sparse root = polynomial.root(n, field);
            if (root != null) {
                return factors(root, source).power(Rational.of(n), field);
            }
        }
        Factors result = Factors.ONE;
        Sparse rest = polynomial;
        for (Sparse seed : seeds) {
            for (Sparse quotient = rest.over(seed, field); quotient != null && !rest.isConstant(); ) {
                result = result.times(base(seed, Rational.ONE), field);
                rest = quotient;
                quotient = rest.isConstant() ? null : rest.over(seed, field);
            }
        }
        if (rest.isConstant()) {
            return rest.constant().signum() < 0 ? result.negate() : result;
        }
        for (Sparse seed : seeds) {
            if (seed.over(rest, field) != null) {
                plan.factorFirst(source);
            }
        }
        seeds.add(rest);
        return result.times(base(rest, Rational.ONE), field);
    }

    /** cos² written as 1 − sin², where that makes a sum one product. */
    private Sparse inSines(Sparse polynomial) {
        for (Map.Entry<Integer, Integer> pair : sines.entrySet()) {
            int cosine = pair.getKey();
            if (!polynomial.uses(cosine) || polynomial.uses(pair.getValue())) {
                continue;
            }
            Sparse square = Sparse.of(Rational.ONE).minus(Sparse.of(Rational.ONE, Monomial.of(pair.getValue(), 2)));
            TreeMap<Monomial, Rational> terms = new TreeMap<>();
            for (Map.Entry<Monomial, Rational> term : polynomial.terms().entrySet()) {
                int exponent = term.getKey().exponent(cosine);
                Sparse replaced = Sparse.of(term.getValue(), term.getKey().with(cosine, exponent % 2));
                for (int i = 0; i < exponent / 2; i++) {
                    replaced = replaced.product(square, field);
                }
                replaced.terms().forEach((m, c) -> Sparse.add(terms, m, c));
            }
            if (terms.size() == 1) {
                return new Sparse(terms);
            }
        }
        return null;
    }

    /** Sine by cosine, of base angles. */
    private final Map<Integer, Integer> sines = new HashMap<>();

    // ---- powers, exponentials, logarithms

    private Ratio power(Expression base, Expression exponent) {
        if (base == Constant.E) {
            return exp(ratio(exponent));
        }
        Ratio power = ratio(exponent);
        if (power.isConstant()) {
            Rational n = power.numerator().constant().divide(power.denominator().constant());
            if (n.isInteger()) {
                if (n.numerator().bitLength() > 7 || n.numerator().abs().intValue() > LARGEST_POWER) {
                    throw new UndecidedException();
                }
                return field.power(ratio(base), n.numerator().intValue());
            }
            return root(base, n);
        }
        Ratio value = ratio(base);
        if (value.numerator().isZero()) {
            throw new UndecidedException();
        }
        Factors factors = factors(base);
        Ratio size = exp(field.times(power, logarithm(factors)));
        boolean sure =
                factors.bases().isEmpty() || factors.bases().keySet().stream().noneMatch(b -> sign(b) < 0);
        if (sure && factors.sign() > 0) {
            return size;
        }
        if (sign(factors) > 0) {
            return size;
        }
        // A negative number has powers with integer exponents.
        requirements.add(isWhole(power) ? Factors.ONE : Factors.ONE.negate());
        return isWhole(power) ? field.times(size, alternating(power)) : size;
    }

    /** (−1)^n of an integer n. */
    private Ratio alternating(Ratio exponent) {
        Ratio product = Ratio.ONE;
        for (Atom atom : atoms(exponent)) {
            if (!isWhole(atom)) {
                throw new UndecidedException();
            }
            if (atom.coefficient.numerator().testBit(0)) {
                if (atom.monomial.size() == 0) {
                    product = field.negate(product);
                } else {
                    String name = "(-1)^" + field.text(atom.monomial);
                    int index = field.generator(name, 0, Double.NaN);
                    field.relate(index, 2, Sparse.ONE);
                    product = field.times(product, Ratio.of(Sparse.generator(index)));
                }
            }
        }
        return product;
    }

    private boolean isWhole(Ratio exponent) {
        return atoms(exponent).stream().allMatch(this::isWhole);
    }

    private boolean isWhole(Atom atom) {
        return atom.coefficient.isInteger() && atom.denominator.isOne() && isInteger(atom.monomial);
    }

    private boolean isInteger(Monomial monomial) {
        for (int i = 0; i < monomial.size(); i++) {
            if (monomial.exponent(i) != 0
                    && !known.integers().contains(field.names().get(i))) {
                return false;
            }
        }
        return true;
    }

    /** |base|^n where the base may not be negative. */
    private Ratio root(Expression base, Rational n) {
        if (ratio(base).numerator().isZero()) {
            return n.signum() > 0 ? Ratio.ZERO : undecided();
        }
        Ratio nested = n.denominator().equals(BigInteger.TWO) ? denested(ratio(base), base) : null;
        return nested != null
                ? field.power(nested, n.numerator().intValueExact())
                : modulus(factors(base).power(n, field));
    }

    private static Ratio undecided() {
        throw new UndecidedException();
    }

    /** The real root of odd order. */
    private Ratio oddRoot(Expression base, Rational n) {
        Ratio value = ratio(base);
        if (value.numerator().isZero()) {
            return value;
        }
        Factors factors = factors(base);
        Ratio size = modulus(factors.power(n, field));
        return sign(factors) < 0 ? field.negate(size) : size;
    }

    /** The number without its sign. */
    private Ratio modulus(Factors factors) {
        Ratio product = exp(factors.exponent());
        for (Map.Entry<BigInteger, Rational> prime : factors.primes().entrySet()) {
            product = field.times(product, primePower(prime.getKey(), prime.getValue()));
        }
        for (Map.Entry<Sparse, Rational> base : factors.bases().entrySet()) {
            product = field.times(product, basePower(base.getKey(), base.getValue()));
        }
        return product;
    }

    private Ratio primePower(BigInteger prime, Rational power) {
        if (power.signum() == 0) {
            return Ratio.ONE;
        }
        Ratio value = constant(new Rational(prime, BigInteger.ONE));
        if (power.isInteger()) {
            return field.power(value, exponent(power.numerator()));
        }
        String name = "root(" + prime;
        BigInteger order = plan.parts(name, power.denominator());
        int n = exponent(order);
        int index = field.generator(name + ", " + n + ")", 1, Math.pow(prime.doubleValue(), 1.0 / n));
        if (!roots.containsKey(index)) {
            roots.put(index, new Root(value.numerator(), order));
            field.relate(index, n, value.numerator());
        }
        return field.power(
                Ratio.of(Sparse.generator(index)),
                exponent(power.multiply(new Rational(order, BigInteger.ONE)).numerator()));
    }

    private Ratio basePower(Sparse base, Rational power) {
        if (power.signum() == 0) {
            return Ratio.ONE;
        }
        if (power.isInteger()) {
            int n = exponent(power.numerator());
            Ratio value = field.power(Ratio.of(base), n);
            return n % 2 != 0 && sign(base) < 0 ? field.negate(value) : value;
        }
        String name = "root(|" + field.text(base) + "|";
        BigInteger order = plan.parts(name, power.denominator());
        int n = exponent(order);
        int sign = sign(base);
        int index = field.generator(name + ", " + n + ")", 1, Math.pow(Math.abs(field.value(base)), 1.0 / n));
        if (!roots.containsKey(index)) {
            roots.put(index, new Root(base, order));
            field.relate(index, n, field.reduced(base.times(Rational.of(sign))));
        }
        return field.power(
                Ratio.of(Sparse.generator(index)),
                exponent(power.multiply(new Rational(order, BigInteger.ONE)).numerator()));
    }

    private static int exponent(BigInteger n) {
        if (n.bitLength() > 8) {
            throw new UndecidedException();
        }
        return n.intValue();
    }

    /**
     * √(a + br) = √((a + d)/2) ± √((a − d)/2) with d = √(a² − b²r²), where that is a polynomial and r a product of square roots; else
     * null.
     */
    private Ratio denested(Ratio value, Expression source) {
        if (!value.denominator().isConstant()) {
            return null;
        }
        Sparse p = value.numerator();
        for (Monomial monomial : p.terms().keySet()) {
            Monomial radical = Monomial.ONE;
            for (int i = 0; i < monomial.size(); i++) {
                Root root = roots.get(i);
                if (root != null && root.order.equals(BigInteger.TWO) && monomial.exponent(i) == 1) {
                    radical = radical.times(Monomial.of(i, 1));
                }
            }
            if (radical.size() == 0) {
                continue;
            }
            TreeMap<Monomial, Rational> with = new TreeMap<>();
            TreeMap<Monomial, Rational> without = new TreeMap<>();
            for (Map.Entry<Monomial, Rational> term : p.terms().entrySet()) {
                Monomial rest = term.getKey().over(radical);
                if (rest == null) {
                    without.put(term.getKey(), term.getValue());
                } else {
                    with.put(rest, term.getValue());
                }
            }
            Ratio result = denested(new Sparse(without), new Sparse(with), radical, source);
            if (result != null) {
                return result;
            }
        }
        return null;
    }

    private Ratio denested(Sparse a, Sparse b, Monomial radical, Expression source) {
        if (a.isZero()) {
            return null;
        }
        Sparse square = field.times(b, b);
        Sparse radicand = field.reduced(Sparse.of(Rational.ONE, radical.times(radical)));
        Sparse norm = field.times(a, a).minus(field.times(square, radicand));
        Sparse d;
        if (norm.isZero()) {
            d = norm;
        } else {
            Rational content = norm.content();
            Rational number = content.signum() < 0 ? null : Numbers.root(content, 2);
            Sparse rest = norm.times(Rational.ONE.divide(content));
            Sparse root = rest.isConstant() ? Sparse.ONE : rest.root(2, field);
            if (number == null || root == null) {
                return null;
            }
            d = root.times(number);
        }
        if (!d.isZero() && !d.isConstant() && sign(d) < 0) {
            d = d.times(Rational.of(-1));
        }
        Factors high = factors(a.plus(d).times(HALF), source);
        Sparse low = a.minus(d).times(HALF);
        if (sign(high) < 0) {
            return null;
        }
        Ratio first = modulus(high.power(HALF, field));
        if (low.isZero()) {
            return first;
        }
        Factors lowFactors = factors(low, source);
        if (sign(lowFactors) < 0) {
            return null;
        }
        Ratio second = modulus(lowFactors.power(HALF, field));
        return sign(factors(b, source)) > 0 ? field.plus(first, second) : field.minus(first, second);
    }

    private List<Atom> atoms(Ratio sum) {
        List<Atom> atoms = new ArrayList<>();
        Sparse denominator = sum.denominator();
        for (Map.Entry<Monomial, Rational> term : sum.numerator().terms().entrySet()) {
            Monomial monomial = term.getKey();
            Sparse below = denominator;
            if (!denominator.isOne()) {
                Ratio part = field.ratio(Sparse.of(term.getValue(), monomial), denominator);
                if (part.numerator().terms().size() == 1) {
                    Map.Entry<Monomial, Rational> single =
                            part.numerator().terms().firstEntry();
                    atoms.add(new Atom(single.getValue(), single.getKey(), part.denominator()));
                    continue;
                }
            }
            atoms.add(new Atom(term.getValue(), monomial, below));
        }
        return atoms;
    }

    private String text(Atom atom) {
        String above = field.text(atom.monomial);
        return (above.isEmpty() ? "1" : above)
                + (atom.denominator.isOne() ? "" : "/(" + field.text(atom.denominator) + ")");
    }

    /** The part of an atom that its generator stands for. */
    private Ratio part(Atom atom, BigInteger parts) {
        return field.ratio(Sparse.of(new Rational(BigInteger.ONE, parts), atom.monomial), atom.denominator);
    }

    /** The index of a monomial that is one generator, else −1. */
    private static int single(Atom atom) {
        Monomial monomial = atom.monomial;
        int index = monomial.size() - 1;
        return atom.denominator.isOne() && index >= 0 && monomial.equals(Monomial.of(index, 1)) ? index : -1;
    }

    private Ratio exp(Ratio exponent) {
        Ratio product = Ratio.ONE;
        for (Atom atom : atoms(exponent)) {
            int index = single(atom);
            Sparse base = index < 0 ? null : logarithms.get(index);
            Ratio factor;
            if (base != null) {
                factor = base.isConstant()
                        ? primePower(base.constant().numerator(), atom.coefficient)
                        : basePower(base, atom.coefficient);
            } else {
                String name = "exp(" + text(atom);
                BigInteger parts = plan.parts(name, atom.coefficient.denominator());
                Ratio part = part(atom, parts);
                double value = field.value(part.numerator()) / field.value(part.denominator());
                int generator = field.generator(name + "/" + parts + ")", 1, Math.exp(value));
                exponentials.putIfAbsent(generator, part);
                Rational times = atom.coefficient.multiply(new Rational(parts, BigInteger.ONE));
                factor = field.power(Ratio.of(Sparse.generator(generator)), exponent(times.numerator()));
            }
            product = field.times(product, factor);
        }
        return product;
    }

    /** The logarithm of the modulus. */
    private Ratio logarithm(Factors factors) {
        Ratio sum = factors.exponent();
        for (Map.Entry<BigInteger, Rational> prime : factors.primes().entrySet()) {
            if (prime.getValue().signum() != 0) {
                int index = field.generator(
                        "ln(" + prime.getKey() + ")", 1, Math.log(prime.getKey().doubleValue()));
                logarithms.put(index, Sparse.of(new Rational(prime.getKey(), BigInteger.ONE)));
                sum = field.plus(sum, Ratio.of(Sparse.generator(index).times(prime.getValue())));
            }
        }
        for (Map.Entry<Sparse, Rational> base : factors.bases().entrySet()) {
            if (base.getValue().signum() != 0) {
                String name = "ln(|" + field.text(base.getKey()) + "|)";
                int index = field.generator(name, 0, Math.log(Math.abs(field.value(base.getKey()))));
                logarithms.put(index, base.getKey());
                sum = field.plus(sum, Ratio.of(Sparse.generator(index).times(base.getValue())));
            }
        }
        return sum;
    }

    private Ratio ln(Expression argument) {
        return logarithm(required(factors(argument)));
    }

    private Ratio ln(Ratio argument, Expression source) {
        return logarithm(required(factors(argument, source)));
    }

    // ---- angles

    /** cos and sin. */
    private Ratio[] angle(Ratio angle) {
        Ratio[] result = {Ratio.ONE, Ratio.ZERO};
        for (Atom atom : atoms(angle)) {
            result = rotated(result, rotation(atom));
        }
        return result;
    }

    private Ratio[] rotated(Ratio[] a, Ratio[] b) {
        return new Ratio[] {
            field.minus(field.times(a[0], b[0]), field.times(a[1], b[1])),
            field.plus(field.times(a[0], b[1]), field.times(a[1], b[0]))
        };
    }

    private Ratio[] rotation(Atom atom) {
        int index = single(atom);
        boolean turn = index >= 0 && field.names().get(index).equals("pi");
        Rational twelfths = atom.coefficient.multiply(Rational.of(12));
        if (turn && twelfths.isInteger()) {
            return turn(twelfths.numerator().mod(BigInteger.valueOf(24)).intValue());
        }
        Ratio[] wholeTurns = wholeTurns(atom);
        if (wholeTurns != null) {
            return wholeTurns;
        }
        String name = "(" + text(atom);
        BigInteger parts = plan.parts("angle" + name, atom.coefficient.denominator());
        int times = exponent(
                atom.coefficient.multiply(new Rational(parts, BigInteger.ONE)).numerator());
        Ratio[] base;
        Inverse inverse = index < 0 ? null : inverses.get(index);
        if (inverse != null && parts.equals(BigInteger.ONE)) {
            base = ofInverse(inverse);
        } else {
            Ratio part = part(atom, parts);
            double value = field.value(part.numerator()) / field.value(part.denominator());
            int cosine = field.generator("cos" + name + "/" + parts + ")", 0, Math.cos(value));
            int sine = field.generator("sin" + name + "/" + parts + ")", 0, Math.sin(value));
            sines.put(cosine, sine);
            field.relate(sine, 2, Sparse.ONE.minus(Sparse.of(Rational.ONE, Monomial.of(cosine, 2))));
            base = new Ratio[] {Ratio.of(Sparse.generator(cosine)), Ratio.of(Sparse.generator(sine))};
        }
        Ratio[] result = {Ratio.ONE, Ratio.ZERO};
        for (int i = 0; i < Math.abs(times); i++) {
            result = rotated(result, base);
        }
        if (times < 0) {
            result[1] = field.negate(result[1]);
        }
        return result;
    }

    /** Multiples of π by integer variables; null for other angles. */
    private Ratio[] wholeTurns(Atom atom) {
        if (!atom.denominator.isOne() || !atom.coefficient.isInteger()) {
            return null;
        }
        int pi = field.names().indexOf("pi");
        if (pi < 0 || atom.monomial.exponent(pi) != 1) {
            return null;
        }
        Monomial rest = atom.monomial.with(pi, 0);
        if (!isInteger(rest)) {
            return null;
        }
        return new Ratio[] {alternating(Ratio.of(Sparse.of(atom.coefficient, rest))), Ratio.ZERO};
    }

    private Ratio[] ofInverse(Inverse inverse) {
        Ratio u = inverse.argument;
        Ratio square = field.times(u, u);
        if (inverse.function == Function.ATAN) {
            Ratio root = squareRoot(field.plus(Ratio.ONE, square));
            return new Ratio[] {field.inverse(root), field.times(u, field.inverse(root))};
        }
        return new Ratio[] {squareRoot(field.minus(Ratio.ONE, square)), u};
    }

    private Ratio squareRoot(Ratio value) {
        return value.numerator().isZero()
                ? value
                : modulus(factors(value, number(1)).power(HALF, field));
    }

    /** The rotation by so many twelfths of π. */
    private Ratio[] turn(int twelfths) {
        int quarter = twelfths / 6;
        Ratio two = primePower(BigInteger.TWO, HALF);
        Ratio[] base =
                switch (twelfths % 6) {
                    case 0 -> new Ratio[] {Ratio.ONE, Ratio.ZERO};
                    case 1 -> {
                        Ratio six = field.times(two, primePower(BigInteger.valueOf(3), HALF));
                        Ratio fourth = constant(new Rational(BigInteger.ONE, BigInteger.valueOf(4)));
                        yield new Ratio[] {
                            field.times(fourth, field.plus(six, two)), field.times(fourth, field.minus(six, two))
                        };
                    }
                    case 2 ->
                        new Ratio[] {
                            field.times(constant(HALF), primePower(BigInteger.valueOf(3), HALF)), constant(HALF)
                        };
                    case 3 -> new Ratio[] {field.times(constant(HALF), two), field.times(constant(HALF), two)};
                    case 4 ->
                        new Ratio[] {
                            constant(HALF), field.times(constant(HALF), primePower(BigInteger.valueOf(3), HALF))
                        };
                    default -> {
                        Ratio six = field.times(two, primePower(BigInteger.valueOf(3), HALF));
                        Ratio fourth = constant(new Rational(BigInteger.ONE, BigInteger.valueOf(4)));
                        yield new Ratio[] {
                            field.times(fourth, field.minus(six, two)), field.times(fourth, field.plus(six, two))
                        };
                    }
                };
        return switch (quarter) {
            case 0 -> base;
            case 1 -> new Ratio[] {field.negate(base[1]), base[0]};
            case 2 -> new Ratio[] {field.negate(base[0]), field.negate(base[1])};
            default -> new Ratio[] {base[1], field.negate(base[0])};
        };
    }

    // ---- functions

    private Ratio call(Function function, List<Expression> arguments) {
        Expression x = arguments.getFirst();
        if (!function.unary() && arguments.size() > 2) {
            // A fold from the left
            List<Expression> first = arguments.subList(0, arguments.size() - 1);
            return call(function, List.of(new Call(function, first), arguments.getLast()));
        }
        Expression y = function.unary()
                ? null
                : arguments.size() > 1 ? arguments.get(1) : number(BigDecimal.valueOf(function.lastDefault()));
        return switch (function) {
            case EXP -> exp(ratio(x));
            case EXPM1 -> field.minus(exp(ratio(x)), Ratio.ONE);
            case LN -> ln(x);
            case LOG -> field.times(ln(x), field.inverse(ln(y)));
            case LOG2 -> field.times(ln(x), field.inverse(ln(number(2))));
            case LOG10 -> field.times(ln(x), field.inverse(ln(number(10))));
            case LOG1P -> ln(new Sum(List.of(number(1), x)));
            case SQRT -> root(x, HALF);
            case CBRT -> oddRoot(x, new Rational(BigInteger.ONE, BigInteger.valueOf(3)));
            case ROOT -> {
                if (!(y instanceof Number(BigDecimal n)) || n.scale() > 0 || n.intValue() < 2 || n.intValue() > 60) {
                    throw new UndecidedException();
                }
                Rational power = new Rational(BigInteger.ONE, n.toBigInteger());
                yield n.toBigInteger().testBit(0) ? oddRoot(x, power) : root(x, power);
            }
            case ABS -> abs(x);
            case SIGN -> signOf(x);
            case STEP -> field.times(constant(HALF), field.plus(Ratio.ONE, signOf(x)));
            case SIN -> angle(ratio(x))[1];
            case COS -> angle(ratio(x))[0];
            case TAN -> quotient(x, 1, 0);
            case COT -> quotient(x, 0, 1);
            case SEC -> field.inverse(angle(ratio(x))[0]);
            case CSC -> field.inverse(angle(ratio(x))[1]);
            case ASIN, ATAN, ERF -> odd(function, ratio(x));
            case ACOS -> field.minus(halfTurn(), odd(Function.ASIN, ratio(x)));
            case ACOT -> odd(Function.ATAN, field.inverse(ratio(x)));
            case ASEC -> field.minus(halfTurn(), odd(Function.ASIN, field.inverse(ratio(x))));
            case ACSC -> odd(Function.ASIN, field.inverse(ratio(x)));
            case SINH -> hyperbolic(x, true, false);
            case COSH -> hyperbolic(x, false, false);
            case TANH -> field.times(hyperbolic(x, true, false), hyperbolic(x, false, true));
            case COTH -> field.times(hyperbolic(x, false, false), hyperbolic(x, true, true));
            case SECH -> hyperbolic(x, false, true);
            case CSCH -> hyperbolic(x, true, true);
            case ASINH -> areaSine(ratio(x), x);
            case ACOSH -> areaCosine(ratio(x), x);
            case ATANH -> areaTangent(ratio(x), x);
            case ACOTH -> areaTangent(field.inverse(ratio(x)), x);
            case ASECH -> areaCosine(field.inverse(ratio(x)), x);
            case ACSCH -> areaSine(field.inverse(ratio(x)), x);
            case MIN -> extreme(x, y, true);
            case MAX -> extreme(x, y, false);
            case HYPOT -> root(new Sum(List.of(new Product(List.of(x, x)), new Product(List.of(y, y)))), HALF);
            case RELU -> sign(x) > 0 ? ratio(x) : Ratio.ZERO;
            case LEAKYRELU -> sign(x) > 0 ? ratio(x) : field.times(ratio(x), ratio(y));
            case ELU -> sign(x) > 0 ? ratio(x) : field.times(field.minus(exp(ratio(x)), Ratio.ONE), ratio(y));
            case SIGMOID -> sigmoid(x);
            case SILU -> field.times(ratio(x), sigmoid(x));
            case SOFTPLUS -> softplus(x);
            case SOFTSIGN -> field.times(ratio(x), field.inverse(field.plus(Ratio.ONE, abs(x))));
            case LOGIT -> field.minus(ln(x), ln(new Sum(List.of(number(1), new Negate(x)))));
            case LOGSUMEXP -> ln(field.plus(exp(ratio(x)), exp(ratio(y))), new Call(function, List.of(x, y)));
            case ERFC -> field.minus(Ratio.ONE, odd(Function.ERF, ratio(x)));
            case NORMALCDF -> normal(x);
            case GELU -> field.times(ratio(x), normal(x));
            case NORMALPDF ->
                ratio(new Quotient(
                        new Power(Constant.E, new Negate(new Quotient(new Product(List.of(x, x)), number(2)))),
                        Call.of(Function.SQRT, new Product(List.of(number(2), Constant.PI)))));
            case GAMMA -> gamma(ratio(x));
            case FACTORIAL -> gamma(field.plus(ratio(x), Ratio.ONE));
            case BETA ->
                field.times(
                        field.times(gamma(ratio(x)), gamma(ratio(y))),
                        field.inverse(gamma(field.plus(ratio(x), ratio(y)))));
            case BINOMIAL -> binomial(ratio(x), ratio(y));
            case DIGAMMA -> digamma(ratio(x));
            case MOD ->
                field.minus(ratio(x), field.times(ratio(y), floor(field.times(ratio(x), field.inverse(ratio(y))))));
            case FLOOR -> floor(ratio(x));
            case CEIL -> field.negate(floor(field.negate(ratio(x))));
            case AND, OR, NOT -> holds(new Call(function, arguments)) ? Ratio.ONE : Ratio.ZERO;
            default -> opaque(function, arguments);
        };
    }

    private int sign(Expression x) {
        return ratio(x).numerator().isZero() ? 1 : sign(factors(x));
    }

    private Ratio quotient(Expression x, int above, int below) {
        Ratio[] angle = angle(ratio(x));
        return field.times(angle[above], field.inverse(angle[below]));
    }

    private Ratio halfTurn() {
        return field.times(constant(HALF), ratio(Constant.PI));
    }

    /** An odd function as a generator, of the argument whose first coefficient is positive. */
    private Ratio odd(Function function, Ratio argument) {
        if (argument.numerator().isZero()) {
            return argument;
        }
        boolean negative = argument.numerator().content().signum() < 0;
        Ratio size = negative ? field.negate(argument) : argument;
        double number = field.value(size.numerator()) / field.value(size.denominator());
        int index = field.generator(
                function.text() + "(" + field.text(size) + ")", 0, Double.isNaN(number) ? number : function.at(number));
        if (function != Function.ERF) {
            inverses.put(index, new Inverse(function, size));
        }
        Ratio value = Ratio.of(Sparse.generator(index));
        return negative ? field.negate(value) : value;
    }

    private Ratio hyperbolic(Expression x, boolean sine, boolean inverse) {
        Ratio growth = exp(ratio(x));
        Ratio decay = field.inverse(growth);
        Ratio value = field.times(constant(HALF), sine ? field.minus(growth, decay) : field.plus(growth, decay));
        return inverse ? field.inverse(value) : value;
    }

    private Ratio areaSine(Ratio u, Expression source) {
        return ln(field.plus(u, squareRoot(field.plus(field.times(u, u), Ratio.ONE))), source);
    }

    private Ratio areaCosine(Ratio u, Expression source) {
        return ln(field.plus(u, squareRoot(field.minus(field.times(u, u), Ratio.ONE))), source);
    }

    private Ratio areaTangent(Ratio u, Expression source) {
        Ratio above = ln(field.plus(Ratio.ONE, u), source);
        Ratio below = ln(field.minus(Ratio.ONE, u), source);
        return field.times(constant(HALF), field.minus(above, below));
    }

    private Ratio extreme(Expression x, Expression y, boolean least) {
        Ratio difference = field.minus(ratio(x), ratio(y));
        if (difference.numerator().isZero()) {
            return ratio(x);
        }
        boolean above = sign(factors(difference, new Sum(List.of(x, new Negate(y))))) > 0;
        return ratio(above == least ? y : x);
    }

    private Ratio sigmoid(Expression x) {
        Ratio growth = exp(ratio(x));
        return field.times(growth, field.inverse(field.plus(Ratio.ONE, growth)));
    }

    private Ratio softplus(Expression x) {
        return ln(field.plus(Ratio.ONE, exp(ratio(x))), Call.of(Function.SOFTPLUS, x));
    }

    private Ratio normal(Expression x) {
        Ratio scaled = field.times(ratio(x), field.inverse(primePower(BigInteger.TWO, HALF)));
        return field.times(constant(HALF), field.plus(Ratio.ONE, odd(Function.ERF, scaled)));
    }

    private Ratio opaque(Function function, List<Expression> arguments) {
        List<String> names = new ArrayList<>();
        for (Expression argument : arguments) {
            names.add(field.text(ratio(argument)));
        }
        steps |= function == Function.ROUND || function == Function.TRUNC;
        return generator(function.text() + "(" + String.join(", ", names) + ")", 0, Double.NaN);
    }

    /** The integer nearest below the constant term, which recurrences take off. */
    private static BigInteger shift(Ratio argument) {
        if (!argument.denominator().isOne()) {
            return BigInteger.ZERO;
        }
        Rational constant = argument.numerator().constant();
        BigInteger[] parts = constant.numerator().divideAndRemainder(constant.denominator());
        BigInteger floor = parts[1].signum() < 0 ? parts[0].subtract(BigInteger.ONE) : parts[0];
        if (floor.bitLength() > 6) {
            throw new UndecidedException();
        }
        return floor;
    }

    /** Γ(u + k) = u(u + 1)…(u + k − 1) Γ(u) */
    private Ratio gamma(Ratio argument) {
        if (argument.isConstant() && argument.denominator().isOne()) {
            return gammaOfNumber(argument.numerator().constant());
        }
        int shift = shift(argument).intValue();
        Ratio low = field.minus(argument, constant(shift));
        Ratio value = generator("gamma(" + field.text(low) + ")", 0, Double.NaN);
        for (int i = 0; i < Math.abs(shift); i++) {
            Ratio factor = field.plus(low, constant(shift > 0 ? i : -i - 1));
            value = field.times(value, shift > 0 ? factor : field.inverse(factor));
        }
        return value;
    }

    private Ratio gammaOfNumber(Rational x) {
        if (x.isInteger() && x.signum() > 0 && x.numerator().bitLength() < 7) {
            BigInteger product = BigInteger.ONE;
            for (int i = 2; i < x.numerator().intValue(); i++) {
                product = product.multiply(BigInteger.valueOf(i));
            }
            return constant(new Rational(product, BigInteger.ONE));
        }
        if (x.equals(HALF)) {
            return squareRoot(ratio(Constant.PI));
        }
        if (x.isInteger() || x.abs().compareTo(Rational.of(60)) > 0) {
            throw new UndecidedException();
        }
        if (x.compareTo(Rational.ONE) > 0) {
            Rational below = x.subtract(Rational.ONE);
            return field.times(constant(below), gammaOfNumber(below));
        }
        if (x.signum() < 0) {
            return field.times(gammaOfNumber(x.add(Rational.ONE)), field.inverse(constant(x)));
        }
        return generator("gamma(" + x + ")", 1, Function.GAMMA.at(x.doubleValue()));
    }

    private Ratio digamma(Ratio argument) {
        int shift = shift(argument).intValue();
        Ratio low = field.minus(argument, constant(shift));
        Ratio value = generator("digamma(" + field.text(low) + ")", 0, Double.NaN);
        for (int i = 0; i < Math.abs(shift); i++) {
            Ratio term = field.inverse(field.plus(low, constant(shift > 0 ? i : -i - 1)));
            value = shift > 0 ? field.plus(value, term) : field.minus(value, term);
        }
        return value;
    }

    private Ratio binomial(Ratio n, Ratio k) {
        if (k.isConstant()
                && k.denominator().isOne()
                && k.numerator().constant().isInteger()) {
            BigInteger steps = k.numerator().constant().numerator();
            if (steps.signum() < 0) {
                return Ratio.ZERO;
            }
            if (steps.bitLength() > 5) {
                throw new UndecidedException();
            }
            Ratio product = Ratio.ONE;
            for (int i = 0; i < steps.intValue(); i++) {
                product = field.times(
                        product,
                        field.times(
                                field.minus(n, constant(i)),
                                constant(new Rational(BigInteger.ONE, BigInteger.valueOf(i + 1L)))));
            }
            return product;
        }
        Ratio below = field.times(gamma(field.plus(k, Ratio.ONE)), gamma(field.plus(field.minus(n, k), Ratio.ONE)));
        return field.times(gamma(field.plus(n, Ratio.ONE)), field.inverse(below));
    }

    private Ratio floor(Ratio argument) {
        BigInteger shift = shift(argument);
        Ratio low = field.minus(argument, constant(new Rational(shift, BigInteger.ONE)));
        Ratio whole = constant(new Rational(shift, BigInteger.ONE));
        if (low.isConstant()) {
            return whole;
        }
        if (low.denominator().isOne()) {
            boolean integer = low.numerator().terms().entrySet().stream()
                    .allMatch(term -> term.getValue().isInteger() && isInteger(term.getKey()));
            if (integer) {
                return argument;
            }
        }
        steps = true;
        return field.plus(whole, generator("floor(" + field.text(low) + ")", 0, Double.NaN));
    }

    /** Written out where the bounds are numbers; else a generator for the part up to the upper bound without its constant. */
    private Ratio series(Series series) {
        Ratio from = ratio(series.from());
        Ratio to = ratio(series.to());
        boolean product = series.kind() == Series.Kind.PRODUCT;
        Ratio length = field.minus(to, from);
        if (length.isConstant()) {
            Rational count = length.numerator().constant().add(Rational.ONE);
            if (!length.denominator().isOne() || !count.isInteger() || count.compareTo(Rational.of(TERMS)) > 0) {
                throw new UndecidedException();
            }
            Ratio total = product ? Ratio.ONE : Ratio.ZERO;
            for (int i = 0; i < count.numerator().intValue(); i++) {
                Ratio term = ratio(
                        Substitution.of(series.body(), series.index(), new Sum(List.of(series.from(), number(i)))));
                total = product ? field.times(total, term) : field.plus(total, term);
            }
            return total;
        }
        int shift = shift(to).intValue();
        String body = org.mlmath.expression.Expressions.text(series.body());
        Ratio total = generator(
                "%s(%s, %s, %s, %s)"
                        .formatted(
                                series.kind().text(),
                                series.index(),
                                field.text(from),
                                field.text(field.minus(to, constant(shift))),
                                body),
                0,
                Double.NaN);
        for (int i = 0; i < Math.abs(shift); i++) {
            // S(n + k) = S(n) + body(n + 1) + … + body(n + k)
            int above = shift > 0 ? i + 1 - shift : -i - shift;
            Ratio term =
                    ratio(Substitution.of(series.body(), series.index(), new Sum(List.of(series.to(), number(above)))));
            if (product) {
                total = field.times(total, shift > 0 ? term : field.inverse(term));
            } else {
                total = shift > 0 ? field.plus(total, term) : field.minus(total, term);
            }
        }
        return total;
    }
}
