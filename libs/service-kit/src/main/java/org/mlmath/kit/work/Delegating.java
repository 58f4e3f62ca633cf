package org.mlmath.kit.work;

/**
 * A request that is carried out by sending others, each of which is admitted, queued and timed as any request is. Reading it is all
 * the work that is done for it here: it waits for no lane, and how long it may take altogether it says itself.
 */
public interface Delegating {}
