package org.mlmath.linalg.transformation;

/** Cosine and sine of an angle, and 1 − cosine without cancellation. */
record Turn(double cosine, double sine, double versine) {
    static Turn ofRadians(double angle) {
        double half = Math.sin(angle / 2);
        return new Turn(Math.cos(angle), Math.sin(angle), 2 * half * half);
    }

    /** Exact at multiples of 90 degrees, and near them as good as elsewhere: the rest is reduced before it is converted. */
    static Turn ofDegrees(double angle) {
        double reduced = Math.IEEEremainder(angle, 360);
        int quarters = (int) Math.rint(reduced / 90);
        double rest = Math.toRadians(reduced - 90 * quarters);
        double c = Math.cos(rest);
        double s = Math.sin(rest);
        double half = Math.sin(Math.toRadians(reduced) / 2);
        double versine = 2 * half * half;
        return switch (Math.floorMod(quarters, 4)) {
            case 0 -> new Turn(c, s, versine);
            case 1 -> new Turn(0.0 - s, c, rest == 0 ? 1 : versine);
            case 2 -> new Turn(-c, 0.0 - s, rest == 0 ? 2 : versine);
            default -> new Turn(s, -c, rest == 0 ? 1 : versine);
        };
    }
}
