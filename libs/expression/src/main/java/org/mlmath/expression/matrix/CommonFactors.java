package org.mlmath.expression.matrix;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import org.mlmath.expression.matrix.MatrixExpression.Factor;
import org.mlmath.expression.matrix.MatrixExpression.Product;
import org.mlmath.expression.matrix.MatrixExpression.Sum;
import org.mlmath.numerics.exact.Rational;

/** What all terms of a sum share, put outside: Ax + Aᵀx = (A + Aᵀ)x, 2AᵀAx − 2Aᵀb = 2Aᵀ(Ax − b). */
final class CommonFactors {
    private CommonFactors() {}

    /** @param terms two or more of one shape, no two alike */
    static MatrixExpression outside(List<MatrixExpression> terms) {
        List<Product> products = terms.stream().map(CommonFactors::asProduct).toList();
        Rational number = sharedNumber(products);
        List<Factor> scalars = new ArrayList<>(products.getFirst().scalars());
        products.forEach(product -> scalars.retainAll(product.scalars()));
        boolean matrices =
                products.stream().noneMatch(product -> product.chain().isEmpty());
        int left = matrices ? shared(products, false, 0) : 0;
        int right = matrices ? shared(products, true, left) : 0;
        if (number.equals(Rational.ONE) && scalars.isEmpty() && left == 0 && right == 0) {
            return new Sum(terms);
        }
        List<MatrixExpression> rest = new ArrayList<>();
        for (Product product : products) {
            List<Factor> own = new ArrayList<>(product.scalars());
            own.removeAll(scalars);
            List<MatrixExpression> chain = product.chain();
            List<MatrixExpression> inner = new ArrayList<>();
            inner.add(MatrixAlgebra.built(product.coefficient().divide(number), own, List.of()));
            if (chain.size() == left + right && left + right > 0) {
                int size = left > 0
                        ? chain.get(left - 1).shape().columns()
                        : chain.getFirst().shape().rows();
                inner.add(new MatrixExpression.Identity(size));
            } else {
                inner.addAll(chain.subList(left, chain.size() - right));
            }
            rest.add(MatrixAlgebra.product(inner));
        }
        List<MatrixExpression> chain = products.getFirst().chain();
        List<MatrixExpression> factors = new ArrayList<>();
        factors.add(MatrixAlgebra.built(number, scalars, List.of()));
        factors.addAll(chain.subList(0, left));
        MatrixExpression sum = left + right > 0 ? MatrixAlgebra.sum(rest) : new Sum(rest);
        factors.add(sum);
        factors.addAll(chain.subList(chain.size() - right, chain.size()));
        return MatrixAlgebra.product(factors);
    }

    private static Product asProduct(MatrixExpression term) {
        if (term instanceof Product product
                && !(product.chain().isEmpty() && product.scalars().isEmpty())) {
            return product;
        }
        if (term instanceof Product product) {
            return product;
        }
        return term.shape().isScalar()
                ? new Product(Rational.ONE, List.of(new Factor(term, Rational.ONE)), List.of())
                : new Product(Rational.ONE, List.of(), List.of(term));
    }

    /** @return the number with which all coefficients are integers without a common divisor, if it is an integer; else 1 */
    private static Rational sharedNumber(List<Product> products) {
        BigInteger divisor = BigInteger.ZERO;
        for (Product product : products) {
            if (!product.coefficient().isInteger()) {
                return Rational.ONE;
            }
            divisor = divisor.gcd(product.coefficient().numerator());
        }
        boolean negative =
                products.stream().allMatch(product -> product.coefficient().signum() < 0);
        return new Rational(negative ? divisor.negate() : divisor, BigInteger.ONE);
    }

    private static int shared(List<Product> products, boolean fromRight, int taken) {
        int most = products.stream()
                .mapToInt(product -> product.chain().size())
                .min()
                .orElseThrow();
        int count = 0;
        while (count + taken < most) {
            int at = count;
            MatrixExpression first = at(products.getFirst(), at, fromRight);
            if (products.stream()
                    .anyMatch(product -> !at(product, at, fromRight).equals(first))) {
                break;
            }
            count++;
        }
        return count;
    }

    private static MatrixExpression at(Product product, int index, boolean fromRight) {
        List<MatrixExpression> chain = product.chain();
        return fromRight ? chain.get(chain.size() - 1 - index) : chain.get(index);
    }
}
