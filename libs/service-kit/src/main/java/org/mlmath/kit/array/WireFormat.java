package org.mlmath.kit.array;

/** The forms in which arrays travel. A CSV data set is read and never written. */
public enum WireFormat {
    JSON("application/json"),
    NPZ("application/x-npz"),
    NPY("application/x-npy"),
    CSV("text/csv");

    private final String mediaType;

    WireFormat(String mediaType) {
        this.mediaType = mediaType;
    }

    public String mediaType() {
        return mediaType;
    }
}
