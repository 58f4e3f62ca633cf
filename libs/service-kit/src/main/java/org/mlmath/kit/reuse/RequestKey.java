package org.mlmath.kit.reuse;

import java.util.Arrays;

/**
 * What makes two requests the same: all that an answer follows from. Bodies are compared byte by byte, so that no collision of hashes
 * can give anyone another's answer; being ordered keeps look-ups short for whoever makes bodies collide on purpose.
 */
public final class RequestKey implements Comparable<RequestKey> {
    private final String path;
    private final String form;
    private final byte[] body;
    private final int hash;

    /**
     * @param path of the operation
     * @param form of request and answer: the query, the media types
     * @param body as it was sent, but for its content coding; not to be changed any more
     */
    public RequestKey(String path, String form, byte[] body) {
        this.path = path;
        this.form = form;
        this.body = body;
        this.hash = 31 * (31 * path.hashCode() + form.hashCode()) + Arrays.hashCode(body);
    }

    int bytes() {
        return path.length() + form.length() + body.length;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof RequestKey that
                && hash == that.hash
                && path.equals(that.path)
                && form.equals(that.form)
                && Arrays.equals(body, that.body);
    }

    @Override
    public int hashCode() {
        return hash;
    }

    @Override
    public int compareTo(RequestKey that) {
        int order = Arrays.compare(body, that.body);
        if (order == 0) {
            order = path.compareTo(that.path);
        }
        return order == 0 ? form.compareTo(that.form) : order;
    }
}
