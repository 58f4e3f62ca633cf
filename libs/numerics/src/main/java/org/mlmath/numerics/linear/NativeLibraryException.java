package org.mlmath.numerics.linear;

/** The native library cannot be used on this machine; the message says why. */
public final class NativeLibraryException extends Exception {
    NativeLibraryException(String message, Throwable cause) {
        super(message, cause);
    }

    NativeLibraryException(String message) {
        super(message);
    }
}
