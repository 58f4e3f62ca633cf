package org.mlmath.bench;

import java.util.List;

/** Formulas with their gradients in plain Java, to hold compiled expressions against. */
interface HandWritten {
    String text();

    List<String> variables();

    double valueAndGradient(double[] x, double[] gradient);

    static HandWritten named(String name) {
        return switch (name) {
            case "rosenbrock" -> new Rosenbrock();
            case "tenTerms" -> new TenTerms();
            case "twoHundredNodes" -> new TwoHundredNodes();
            default -> throw new IllegalArgumentException(name);
        };
    }

    final class Rosenbrock implements HandWritten {
        @Override
        public String text() {
            return "(1-x)^2 + 100*(y-x^2)^2";
        }

        @Override
        public List<String> variables() {
            return List.of("x", "y");
        }

        @Override
        public double valueAndGradient(double[] p, double[] gradient) {
            double x = p[0];
            double y = p[1];
            double a = 1 - x;
            double b = y - x * x;
            gradient[0] = -2 * a - 400 * x * b;
            gradient[1] = 200 * b;
            return a * a + 100 * b * b;
        }
    }

    /** Ten terms of elementary functions in three variables. */
    final class TenTerms implements HandWritten {
        @Override
        public String text() {
            return "exp(x)*y + sin(x*y) + cos(z)^2 + ln(1+x^2) + sqrt(1+y^2) + tanh(z) + x*y*z + x^3 - 2*y^2*z + exp(-z^2)";
        }

        @Override
        public List<String> variables() {
            return List.of("x", "y", "z");
        }

        @Override
        public double valueAndGradient(double[] p, double[] gradient) {
            double x = p[0];
            double y = p[1];
            double z = p[2];
            double exp = Math.exp(x);
            double product = x * y;
            double cosProduct = Math.cos(product);
            double cos = Math.cos(z);
            double onePlus = 1 + x * x;
            double root = Math.sqrt(1 + y * y);
            double tanh = Math.tanh(z);
            double sech = 1 / Math.cosh(z);
            double bell = Math.exp(-z * z);
            gradient[0] = exp * y + cosProduct * y + 2 * x / onePlus + y * z + 3 * x * x;
            gradient[1] = exp + cosProduct * x + y / root + x * z - 4 * y * z;
            gradient[2] = -2 * cos * Math.sin(z) + sech * sech + product - 2 * y * y - 2 * z * bell;
            return exp * y
                    + Math.sin(product)
                    + cos * cos
                    + Math.log(onePlus)
                    + root
                    + tanh
                    + product * z
                    + x * x * x
                    - 2 * y * y * z
                    + bell;
        }
    }

    /** Σ (k·x − y)²/(k + x²) over k = 1…20, written out: 20 terms of ten operations. */
    final class TwoHundredNodes implements HandWritten {
        private static final int TERMS = 20;

        @Override
        public String text() {
            StringBuilder text = new StringBuilder();
            for (int k = 1; k <= TERMS; k++) {
                text.append(k == 1 ? "" : " + ").append("(%1$d*x-y)^2/(%1$d+x^2)".formatted(k));
            }
            return text.toString();
        }

        @Override
        public List<String> variables() {
            return List.of("x", "y");
        }

        @Override
        public double valueAndGradient(double[] p, double[] gradient) {
            double x = p[0];
            double y = p[1];
            double square = x * x;
            double value = 0;
            double byX = 0;
            double byY = 0;
            for (int k = 1; k <= TERMS; k++) {
                double difference = k * x - y;
                double below = k + square;
                double ratio = difference / below;
                double term = difference * ratio;
                value += term;
                byX += 2 * ratio * k - 2 * x * term / below;
                byY -= 2 * ratio;
            }
            gradient[0] = byX;
            gradient[1] = byY;
            return value;
        }
    }
}
