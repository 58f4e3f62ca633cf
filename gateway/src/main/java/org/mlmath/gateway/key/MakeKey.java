package org.mlmath.gateway.key;

import java.security.SecureRandom;
import java.util.Base64;

/** {@code ./mlmath key <name>}: draws a key, shows it this once, and gives the line that makes it known to the gateway. */
public final class MakeKey {
    private static final int BYTES = 32;

    private MakeKey() {}

    public static void main(String... arguments) {
        if (arguments.length != 1 || !ApiKey.isName(arguments[0])) {
            System.err.println(
                    "mlmath: say whose key it is: a name of up to 64 letters, digits, '.', '_', '@' and '-'");
            System.exit(2);
        }
        String key = draw();
        // The key goes to the terminal alone, so that the output can be appended to the file.
        System.err.println("The key, shown only now:  " + key);
        System.err.println("The line for mlmath.keys.file:");
        System.out.println(ApiKey.hash(key) + " " + arguments[0]);
    }

    /** @return 256 bits that nobody can guess, with a beginning by which scanners for leaked secrets know what it is */
    static String draw() {
        byte[] drawn = new byte[BYTES];
        new SecureRandom().nextBytes(drawn);
        return "mlmath_" + Base64.getUrlEncoder().withoutPadding().encodeToString(drawn);
    }
}
